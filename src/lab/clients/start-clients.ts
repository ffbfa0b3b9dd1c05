import { say } from "../../text/say.ts";
import { fork } from "node:child_process";
import { once } from "node:events";
import type { ClientsReport, LoadPlan } from "./protocol.ts";

/** The clients of a server, in a process of their own. */
export interface Clients {
  /** Where they wait to be told of their server. */
  readonly port: number;
  /** Files that they may still open: each connection needs one. `null` where the system does not tell. */
  readonly freeFiles: number | null;
  /** Ends them, whatever they are doing; settles when they are gone. */
  stop(): Promise<void>;
}

/**
 * Starts the clients and waits until they are ready to be told where to go.
 * @param entry URL of the bundled `clients-process.ts`
 * @throws Error that says why there are none; an AbortError when the signal is given meanwhile
 */
export async function startClients(
  entry: URL,
  plan: LoadPlan,
  signal: AbortSignal | undefined,
): Promise<Clients> {
  signal?.throwIfAborted();
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = fork(entry, { env, execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const gone = new Promise<Error>((resolve) => {
    child.once("error", resolve);
    child.once("exit", (code, by) => resolve(new Error(by ?? say.engine.exitCode(code))));
  });
  const stop = async () => {
    child.kill("SIGKILL");
    if (child.pid !== undefined) await gone;
  };
  try {
    const first = once(child, "message", { signal }) as Promise<[ClientsReport]>;
    first.catch(() => {});
    child.send(plan);
    const report = await Promise.race([first.then(([message]) => message), gone]);
    if (report instanceof Error) throw report;
    if (report.kind === "failed") throw new Error(report.reason);
    const { port, freeFiles } = report;
    return { port, freeFiles, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
