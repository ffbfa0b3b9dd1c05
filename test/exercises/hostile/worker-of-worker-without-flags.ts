// split-a-sum | denied | A worker starts a worker without permissions.
import { threadId, Worker } from "node:worker_threads";
import { execFileSync } from "node:child_process";
if (threadId === 1) new Worker(new URL("./start.ts", import.meta.url), { execArgv: ["--no-warnings"], env: {} });
if (threadId > 1) execFileSync("setsid", ["-f", "sleep", "987654"], { env: {} });
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));
  await new Promise(() => {});
}
