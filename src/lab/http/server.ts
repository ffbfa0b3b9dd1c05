/**
 * Entry of the process that answers the requests of a run. It ends when the one that started it lets go of it, or is
 * gone: the channel between them closes then, whatever the end was.
 *
 * HTTP is spoken here on the bare socket. On a machine with one core the server's time is taken from what is measured,
 * and Node's own HTTP server needs two to three times as much of it for the same answers.
 */
import { createServer, type Socket } from "node:net";
import { answerTo } from "./answers.ts";
import { countFreeFiles } from "./open-files.ts";
import { loopback, type ServerReport } from "./protocol.ts";
import { BadRequest, createHeadReader, type RequestHead } from "./request-head.ts";

/** A thousand connections may arrive before the first is taken; the usual 511 would turn the others away for a second. */
const backlog = 65_535;

const reasons: Readonly<Record<number, string>> = { 200: "OK", 404: "Not Found", 405: "Method Not Allowed" };

function formatAnswer({ method, target, keepsOpen }: RequestHead): string {
  const { status, body } = answerTo(method, target);
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ""}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    `connection: ${keepsOpen ? "keep-alive" : "close"}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** Answers the requests of a connection one after the other, each when it has been held for its time. */
function serve(socket: Socket): void {
  const readHeads = createHeadReader();
  const queue: RequestHead[] = [];
  let due: NodeJS.Timeout | undefined;
  const answer = (head: RequestHead) => {
    if (head.isReset) {
      socket.resetAndDestroy();
      return;
    }
    socket.write(formatAnswer(head), "latin1");
    if (!head.keepsOpen) socket.end();
  };
  const proceed = () => {
    while (due === undefined) {
      const head = queue.shift();
      if (head === undefined) return;
      if (head.holdMs === 0) answer(head);
      else due = setTimeout(finish, head.holdMs, head);
    }
  };
  const finish = (head: RequestHead) => {
    due = undefined;
    answer(head);
    proceed();
  };
  socket.on("data", (chunk) => {
    try {
      queue.push(...readHeads(chunk));
      proceed();
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      const { message } = error;
      const head = `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: ${message.length}`;
      socket.end(`${head}\r\n\r\n${message}`, "latin1");
    }
  });
  // The client has gone, and with it whoever wanted the answer.
  socket.on("error", () => socket.destroy());
  socket.on("close", () => clearTimeout(due));
}

function report(message: ServerReport): void {
  process.send?.(message);
}

const server = createServer({ noDelay: true }, serve);
server.on("error", (error: NodeJS.ErrnoException) => {
  report({ kind: "failed", code: error.code ?? null, message: error.message });
});
process.on("disconnect", () => process.exit());
if (process.send === undefined) throw new Error("the server of a run is started by the program");
// Ctrl-C reaches all programs of a terminal; when the run ends is for the one that started it to say.
process.on("SIGINT", () => {});
const [host = loopback] = process.argv.slice(2);
server.listen({ host, port: 0, backlog }, () => {
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  report({ kind: "listening", port, freeFiles: countFreeFiles() });
});
