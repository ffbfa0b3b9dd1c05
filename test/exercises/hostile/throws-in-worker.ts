// split-a-sum | rejected | An error from a worker.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  throw new Error("in a worker");
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
