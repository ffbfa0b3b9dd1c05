// split-a-sum | memory | Buffers without end in a worker.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  const all: Buffer[] = [];
  for (;;) all.push(Buffer.alloc(2 ** 22, 1));
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
