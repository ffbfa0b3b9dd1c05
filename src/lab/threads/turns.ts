import { EventKind } from "../trace/event.ts";
import type { WriteEvent } from "../trace/event-ring.ts";
import type { TaskInput, Turn, Workload } from "../workloads/workload.ts";

/** The tasks that share a thread: those that were started on it and have not ended. */
interface Shared {
  readonly record: WriteEvent;
  /** How many of them have something to compute. Those that wait for a timer do not need a turn. */
  computing: number;
}

// A class, not closures, and few promises: ten thousand tasks in flight are as many of these, and the garbage
// collector's time would pass for theirs.
class TaskTurn implements Turn {
  private readonly task: number;
  private readonly shared: Shared;

  constructor(task: number, shared: Shared) {
    this.task = task;
    this.shared = shared;
  }

  async giveWay(): Promise<void> {
    if (this.shared.computing < 2) return;
    this.shared.record(this.task, EventKind.yielded);
    await new Promise(setImmediate);
    this.shared.record(this.task, EventKind.resumed);
  }

  wait(start: (over: () => void) => void): Promise<void> {
    const { task, shared } = this;
    shared.computing--;
    shared.record(task, EventKind.waiting);
    return new Promise((resolve, reject) => {
      try {
        start(() => {
          shared.record(task, EventKind.resumed);
          shared.computing++;
          resolve();
        });
      } catch (error) {
        // It does not wait after all, and is about to end.
        shared.computing++;
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }
}

/**
 * Makes the function that carries out tasks on this thread, records what becomes of each and hands over its
 * result. A task that gives way comes back when the event loop has been round once, after all the others.
 */
export function createTaskRunner(
  workload: Workload,
  record: WriteEvent,
): (input: TaskInput, settle: (result: number, input: TaskInput) => void) => Promise<void> {
  const shared: Shared = { record, computing: 0 };

  return async (input, settle) => {
    const { index } = input;
    shared.computing++;
    // All tasks that are started together are counted before the first of them computes, so that it
    // knows that others want a turn.
    await Promise.resolve();
    record(index, EventKind.started);
    try {
      const result = await workload(input, new TaskTurn(index, shared));
      record(index, EventKind.finished);
      settle(result, input);
    } catch (error) {
      record(index, EventKind.failed);
      throw error;
    } finally {
      shared.computing--;
    }
  };
}
