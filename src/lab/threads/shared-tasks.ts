/**
 * The tasks of a run in memory that its threads share: their numbers, a queue from which whoever is free takes, and what
 * came of each.
 */
import type { TaskInput } from "../workloads/workload.ts";

/** Passed to the threads of a run as it is, and opened there. */
export interface SharedTasks {
  /** `ms`, `units` and `unitsPerSlice` of each task. */
  readonly numbers: SharedArrayBuffer;
  /** How many were taken and how many were put in, then the tasks that were put in, by index. */
  readonly queue: SharedArrayBuffer;
  /** By task. To be read when whoever wrote it has said so. */
  readonly results: SharedArrayBuffer;
}

const numbersPerTask = 3;
const head = 0;
const tail = 1;
const first = 2;

export function shareTasks(inputs: readonly TaskInput[]): SharedTasks {
  const numbers = new SharedArrayBuffer(inputs.length * numbersPerTask * Float64Array.BYTES_PER_ELEMENT);
  new Float64Array(numbers).set(inputs.flatMap(({ ms, units, unitsPerSlice }) => [ms, units, unitsPerSlice]));
  // No task is put in twice, so that there is a place for each and none is used again.
  const queue = new SharedArrayBuffer((first + inputs.length) * Int32Array.BYTES_PER_ELEMENT);
  const results = new SharedArrayBuffer(inputs.length * Int32Array.BYTES_PER_ELEMENT);
  return { numbers, queue, results };
}

export interface TaskQueue {
  /** For one thread only. Each task once. */
  push(task: number): void;
  /** For any thread: the next task is nobody else's. `null` where there is none. */
  take(): TaskInput | null;
  isEmpty(): boolean;
}

export function openTaskQueue(shared: SharedTasks): TaskQueue {
  const numbers = new Float64Array(shared.numbers);
  const cells = new Int32Array(shared.queue);
  const inputOf = (index: number): TaskInput => {
    const at = index * numbersPerTask;
    const [ms = 0, units = 0, unitsPerSlice = 0] = numbers.subarray(at, at + numbersPerTask);
    return { index, ms, units, unitsPerSlice };
  };
  return {
    push(task) {
      const at = Atomics.load(cells, tail);
      if (first + at >= cells.length) throw new RangeError("more tasks than there are");
      cells[first + at] = task;
      // Only now may it be taken.
      Atomics.store(cells, tail, at + 1);
    },
    take() {
      for (;;) {
        const at = Atomics.load(cells, head);
        if (at >= Atomics.load(cells, tail)) return null;
        // Another thread may have been faster.
        if (Atomics.compareExchange(cells, head, at, at + 1) === at) return inputOf(cells[first + at] ?? 0);
      }
    },
    isEmpty: () => Atomics.load(cells, head) >= Atomics.load(cells, tail),
  };
}
