// split-a-sum | memory aborted rejected | Arrays without end in a worker.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  const all: unknown[] = [];
  for (;;) all.push(new Array(10_000).fill({}));
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
