import { EventKind } from "../trace/event.ts";
import type { WriteEvent } from "../trace/event-ring.ts";
import { seedOf } from "../workloads/kernel.ts";
import type { TaskInput, Turn, Work } from "../workloads/workload.ts";

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

  block(sleep: () => void): void {
    this.shared.record(this.task, EventKind.waiting);
    sleep();
    this.shared.record(this.task, EventKind.resumed);
  }

  wait(start: (over: (error?: Error) => void) => void): Promise<void> {
    const { task, shared } = this;
    shared.computing--;
    shared.record(task, EventKind.waiting);
    return new Promise((resolve, reject) => {
      try {
        start((error) => {
          shared.record(task, EventKind.resumed);
          shared.computing++;
          if (error === undefined) resolve();
          else reject(error);
        });
      } catch (error) {
        // It does not wait after all, and is about to end.
        shared.computing++;
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }
}

/** Takes the result of a task that is done. */
export type Settle = (result: number, input: TaskInput) => void;

/** Carries out tasks on this thread, records what becomes of each, and hands over its result. */
export interface TaskRunner {
  /** The whole task. */
  run(input: TaskInput, settle: Settle): Promise<void>;
  /** The first half of a task that another thread goes on with: its I/O. */
  load(input: TaskInput): Promise<Uint8Array | null>;
  /** The second half. */
  compute(input: TaskInput, loaded: Uint8Array | null, settle: Settle): Promise<void>;
  /** Asks a server: the whole task, whose code gets the answer as it is. */
  fetch(input: TaskInput, path: string, settle: Settle): Promise<Response>;
  /** Computes slice by slice, each when it is called for; a slice returns whether there is more to come. */
  begin(input: TaskInput, settle: Settle): () => boolean;
}

/** A task that gives way comes back when the event loop has been round once, after all the others. */
export function createTaskRunner(work: Work, record: WriteEvent): TaskRunner {
  const shared: Shared = { record, computing: 0 };

  /** One stay of a task on this thread. All but the last of a task end by handing it on. */
  const carryOut = async <T>(
    index: number,
    start: (turn: Turn) => Promise<T>,
    ending: EventKind,
  ): Promise<T> => {
    shared.computing++;
    // All tasks that are started together are counted before the first of them computes, so that it
    // knows that others want a turn.
    await Promise.resolve();
    record(index, EventKind.started);
    try {
      const result = await start(new TaskTurn(index, shared));
      record(index, ending);
      return result;
    } catch (error) {
      record(index, EventKind.failed);
      throw error;
    } finally {
      shared.computing--;
    }
  };

  return {
    // Not through `carryOut`: a promise fewer for each of ten thousand tasks.
    async run(input, settle) {
      const { index } = input;
      shared.computing++;
      await Promise.resolve();
      record(index, EventKind.started);
      try {
        const result = await work.run(input, new TaskTurn(index, shared));
        record(index, EventKind.finished);
        settle(result, input);
      } catch (error) {
        record(index, EventKind.failed);
        throw error;
      } finally {
        shared.computing--;
      }
    },
    async load(input) {
      const { load } = work;
      // Nothing to load: no stay on this thread either.
      if (load === undefined) return null;
      return carryOut(input.index, (turn) => load(input, turn), EventKind.handed);
    },
    async compute(input, loaded, settle) {
      const { compute } = work;
      if (compute === undefined) throw new TypeError("these tasks have nothing to compute apart");
      const start = (turn: Turn) => compute(input, loaded, turn);
      settle(await carryOut(input.index, start, EventKind.finished), input);
    },
    async fetch(input, path, settle) {
      const { fetch } = work;
      if (fetch === undefined) throw new TypeError("there is no server in this run");
      const response = await carryOut(input.index, (turn) => fetch(input, path, turn), EventKind.finished);
      settle(seedOf(input.index) ^ response.status, input);
      return response;
    },
    begin(input, settle) {
      const { steps } = work;
      if (steps === undefined) throw new TypeError("these tasks cannot be computed in steps");
      const { index } = input;
      const left = steps(input);
      let begun = false;
      return () => {
        record(index, begun ? EventKind.resumed : EventKind.started);
        begun = true;
        const step = left.next();
        if (step.done !== true) {
          record(index, EventKind.yielded);
          return true;
        }
        record(index, EventKind.finished);
        settle(step.value, input);
        return false;
      };
    },
  };
}
