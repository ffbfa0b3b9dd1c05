/**
 * Entry of the process of a server's clients. It is one of its own so that what the clients do takes no time from the
 * server's thread; it ends when the one that started it lets go of it, or is gone.
 */
import { createServer, type Socket } from "node:net";
import { countFreeFiles } from "../http/open-files.ts";
import { loopback } from "../http/protocol.ts";
import { putUnderLoad } from "./load.ts";
import { type Reason, tell, ToldError } from "../told.ts";
import type { Bye, ClientsReport, Hello, LoadPlan } from "./protocol.ts";

function report(message: ClientsReport): void {
  process.send?.(message);
}

/** The server is there: it is asked, and told what came of that. */
async function serve(socket: Socket, plan: LoadPlan): Promise<void> {
  socket.on("error", () => {}); // the server is gone, and with it whoever wanted to know
  const hello = JSON.parse(await readLine(socket)) as Hello;
  const bye = await putUnderLoad(plan, hello, loopback).then(
    (measured): Bye => ({ measured }),
    (error: unknown): Bye => ({ failed: describe(error as NodeJS.ErrnoException) }),
  );
  socket.end(`${JSON.stringify(bye)}\n`);
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (text.endsWith("\n")) resolve(text);
    });
  });
}

function describe(error: NodeJS.ErrnoException | ToldError): Reason {
  if (error instanceof ToldError) return error.told;
  const { code, message } = error;
  return code === "EMFILE" || code === "ENFILE" ? tell("clientsOutOfFiles", code) : message;
}

process.on("disconnect", () => process.exit());
// Ctrl-C reaches all programs of a terminal; when the run ends is for the one that started it to say.
process.on("SIGINT", () => {});
process.once("message", (plan: LoadPlan) => {
  const control = createServer((socket) => void serve(socket, plan));
  control.on("error", (error) => report({ kind: "failed", reason: error.message }));
  control.listen({ host: loopback, port: 0 }, () => {
    const address = control.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    report({ kind: "ready", port, freeFiles: countFreeFiles() });
  });
});
