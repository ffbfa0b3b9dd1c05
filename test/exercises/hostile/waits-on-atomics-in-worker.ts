// split-a-sum | stuck deadline | Atomics.wait for ever in a worker.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
