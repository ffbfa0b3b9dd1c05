import { connect, type Socket } from "node:net";
import { type Reason, tell } from "../told.ts";
import { createAnswerReader } from "./answer-reader.ts";

/** A connection that stays open, for one request at a time. */
export interface Connection {
  readonly isIdle: boolean;
  readonly isOpen: boolean;
  /** Sends the request; `onAnswer` is called when the whole answer is there. */
  ask(request: Buffer, onAnswer: () => void): void;
  close(): void;
}

/**
 * @param onLoss called when the connection is lost before it is closed here, or what arrives is no good answer
 * @throws the system's error when it cannot be opened
 */
export async function openConnection(
  port: number,
  host: string,
  onLoss: (reason: Reason) => void,
): Promise<Connection> {
  const socket = await opened(connect({ port, host, noDelay: true }));
  const read = createAnswerReader();
  let waiting: (() => void) | null = null;
  let isClosed = false;
  const lose = (reason: Reason) => {
    if (isClosed) return;
    isClosed = true;
    socket.destroy();
    onLoss(reason);
  };
  socket.on("data", (chunk) => {
    try {
      for (const { status } of read(chunk)) {
        if (status !== 200) return lose(tell("serverAnswered", status));
        const onAnswer = waiting;
        waiting = null;
        onAnswer?.();
      }
    } catch (error) {
      lose((error as Error).message);
    }
  });
  socket.on("error", (error: NodeJS.ErrnoException) =>
    lose(tell("connectionLost", error.code ?? error.message)),
  );
  socket.on("close", () => lose(tell("serverClosed")));
  return {
    get isIdle() {
      return waiting === null && !isClosed;
    },
    get isOpen() {
      return !isClosed;
    },
    ask(request, onAnswer) {
      waiting = onAnswer;
      socket.write(request);
    },
    close() {
      isClosed = true;
      socket.destroy();
    },
  };
}

function opened(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

/** A request as it goes over the wire. Nothing in it differs from one time to the next. */
export function formatRequest(path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`, "latin1");
}
