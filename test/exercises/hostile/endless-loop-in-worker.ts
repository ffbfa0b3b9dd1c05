// split-a-sum | deadline | An endless loop in a worker.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  for (;;);
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
