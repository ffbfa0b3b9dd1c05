/** A thread that takes a lock many times, and adds to a counter while it has it in steps that others could come between. */
import { parentPort, workerData } from "node:worker_threads";
import { SharedLock } from "../../../src/lab/threads/shared-lock.ts";
import { cell, type LockUser } from "./lock-cells.ts";

const { memory, times } = workerData as LockUser;
const cells = new Int32Array(memory);
const lock = new SharedLock(cells, cell.lock, (sleep) => {
  Atomics.add(cells, cell.blocked, 1);
  sleep();
});
parentPort?.postMessage("ready");
// Whoever comes first would be done before the last is there, and nobody would want the lock at the same time.
Atomics.wait(cells, cell.gate, 0);
for (let i = 0; i < times; i++) {
  lock.lock();
  const inside = Atomics.add(cells, cell.inside, 1) + 1;
  if (inside > (cells[cell.most] ?? 0)) cells[cell.most] = inside;
  cells[cell.counter] = (cells[cell.counter] ?? 0) + 1;
  Atomics.sub(cells, cell.inside, 1);
  lock.unlock();
}
parentPort?.postMessage("done");
