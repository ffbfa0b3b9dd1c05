// split-a-sum | denied | A worker starts a program.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  const { spawn } = await import("node:child_process");
  spawn("sleep", ["987654"], { detached: true, env: {} });
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
