/** A thread that takes tasks until it has found nothing for a while after the last was put in. */
import { parentPort, workerData } from "node:worker_threads";
import { openTaskQueue, type SharedTasks } from "../../../src/lab/threads/shared-tasks.ts";

export interface QueueUser {
  readonly tasks: SharedTasks;
  /** 1 when no more tasks come. */
  readonly closed: SharedArrayBuffer;
}

const { tasks, closed } = workerData as QueueUser;
const queue = openTaskQueue(tasks);
const isClosed = new Int32Array(closed);
const taken: number[] = [];
parentPort?.postMessage("ready");
for (let last = false; !last;) {
  last = Atomics.load(isClosed, 0) === 1;
  for (let input = queue.take(); input !== null; input = queue.take()) {
    if (input.ms !== 2 * input.index) throw new Error(`task ${input.index} has ${input.ms} ms`);
    taken.push(input.index);
  }
}
parentPort?.postMessage(taken);
