// split-a-sum | denied | A worker sends a signal to the judge.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  process.kill(process.ppid, "SIGWINCH");
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
