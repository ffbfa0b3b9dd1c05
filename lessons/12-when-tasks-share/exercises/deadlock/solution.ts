import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** From which account, to which one, and how much. */
type Transfer = [from: number, to: number, amount: number];

/** One worker for each list of transfers. This file needs no change. */
export default async function transferAll(
  accounts: Int32Array,
  locks: Int32Array,
  lists: Transfer[][],
): Promise<void> {
  const pool = lists.map(() => new Worker(new URL("./worker.ts", import.meta.url)));
  await Promise.all(pool.map((worker) => once(worker, "online")));
  // All of them are there now, and begin together.
  for (const [at, worker] of pool.entries()) {
    worker.postMessage({ accounts, locks, transfers: lists[at] });
  }
  await Promise.all(pool.map((worker) => once(worker, "exit")));
}
