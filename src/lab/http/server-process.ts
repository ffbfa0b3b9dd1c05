import { say } from "../../text/say.ts";
import { fork } from "node:child_process";
import { once } from "node:events";
import type { ServerReport } from "./protocol.ts";
import { describeListenFault, describeStartFault } from "./server-faults.ts";
import { readOpenFilesLimit } from "./open-files.ts";

/** A server in a process of its own, so that it takes no time from the thread that is measured. */
export interface ServerProcess {
  readonly port: number;
  /** Connections that it can take; `null` where the system does not tell. */
  readonly freeFiles: number | null;
  /** Ends it, whatever it is doing; settles when it is gone. */
  stop(): Promise<void>;
}

/** Characters of what it says as it dies: the reason stands at the beginning. */
const mostComplaint = 4000;

/** There is no server. The message says in one line why, and what to do. */
export class ServerFailure extends Error {
  override readonly name = "ServerFailure";
}

/**
 * Starts the server and waits until it can be asked.
 * @param entry URL of the bundled `server.ts`
 * @param options.host address to listen at, instead of the loopback one
 * @throws ServerFailure; an AbortError when the signal is given meanwhile
 */
export async function startServer(
  entry: URL,
  options: { readonly signal?: AbortSignal | undefined; readonly host?: string } = {},
): Promise<ServerProcess> {
  const { signal, host } = options;
  signal?.throwIfAborted();
  const filesLimit = readOpenFilesLimit();
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = fork(entry, host === undefined ? [] : [host], {
    env,
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    if (complaint.length < mostComplaint) complaint += text;
  });
  const gone = new Promise<string>((resolve) => {
    // Either it could not be started at all, or it ends some time.
    child.once("error", (error) => resolve(describeStartFault(error, filesLimit)));
    child.once("close", (code, by) => {
      const [error] = /^\w*Error.*$/m.exec(complaint) ?? [];
      const how = by ?? error ?? say.engine.exitCode(code);
      resolve(describeStartFault(new Error(how), filesLimit));
    });
  });
  const stop = async () => {
    // Nothing that it has is worth a farewell.
    child.kill("SIGKILL");
    if (child.pid !== undefined) await gone;
  };
  try {
    const first = once(child, "message", { signal }) as Promise<[ServerReport]>;
    first.catch(() => {});
    const report = await Promise.race([first.then(([message]) => message), gone]);
    if (typeof report === "string") throw new ServerFailure(report);
    if (report.kind === "failed") throw new ServerFailure(describeListenFault(report, filesLimit));
    const { port, freeFiles } = report;
    return { port, freeFiles, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
