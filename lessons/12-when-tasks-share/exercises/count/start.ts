import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Lets each worker count `times` things, on the same counter. This file needs no change. */
export default async function count(
  counter: Int32Array,
  times: number,
  workers: number,
): Promise<void> {
  const pool = Array.from(
    { length: workers },
    () => new Worker(new URL("./worker.ts", import.meta.url)),
  );
  await Promise.all(pool.map((worker) => once(worker, "online")));
  // All of them are there now, and begin together.
  for (const worker of pool) worker.postMessage({ counter, times });
  await Promise.all(pool.map((worker) => once(worker, "exit")));
}
