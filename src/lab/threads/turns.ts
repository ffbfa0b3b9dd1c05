import { EventKind } from "../trace/event.ts";
import type { WriteEvent } from "../trace/event-ring.ts";
import type { TaskInput, Turn, Workload } from "../workloads/workload.ts";

/**
 * Makes the function that carries out tasks on this thread and records what becomes of each.
 * Tasks that were started and have not ended share the thread: a task that gives way comes back
 * when the event loop has been round once, after all the others.
 */
export function createTaskRunner(
  workload: Workload,
  record: WriteEvent,
): (input: TaskInput) => Promise<number> {
  // Tasks that have more to compute here. Those that wait for a timer do not need the turn.
  let computing = 0;

  return async (input) => {
    const { index } = input;
    const turn: Turn = {
      async giveWay() {
        if (computing < 2) return;
        record(index, EventKind.yielded);
        await new Promise(setImmediate);
        record(index, EventKind.resumed);
      },
      async wait(start) {
        computing--;
        record(index, EventKind.waiting);
        await new Promise<void>((resolve) => start(resolve));
        record(index, EventKind.resumed);
        computing++;
      },
    };
    computing++;
    // All tasks that are started together are counted before the first of them computes, so that it
    // knows that others want a turn.
    await null;
    record(index, EventKind.started);
    try {
      const result = await workload(input, turn);
      record(index, EventKind.finished);
      return result;
    } catch (error) {
      record(index, EventKind.failed);
      throw error;
    } finally {
      computing--;
    }
  };
}
