/** The workers of a run as its coordinator has them: tasks go out through ports, answers come back. */
import type { MessagePort } from "node:worker_threads";
import type { Loaded, Task } from "../approaches/approach.ts";
import type { QueueWorker, SharedQueue } from "../approaches/pool.ts";
import { ToldError } from "../told.ts";
import type { TaskInput } from "../workloads/workload.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { openTaskQueue, type SharedTasks } from "./shared-tasks.ts";

/** A task that another thread can carry out. */
export interface RemoteTask extends Task {
  readonly input: TaskInput;
  /** To be called before it is carried out; an error where it already has been. */
  begin(): Error | null;
  /** Another thread has carried it out. */
  take(result: number): void;
}

interface Pending {
  readonly task: RemoteTask;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** @param ownTask the task as one of this run; `null` for one that is not: that is an error of the code that runs it */
export function createRemoteWorkers(
  ports: readonly MessagePort[],
  tasks: SharedTasks,
  ownTask: (task: Task) => RemoteTask | null,
): { readonly workers: readonly QueueWorker[]; readonly sharedQueue: SharedQueue } {
  const pending = new Map<number, Pending>();
  const queue = openTaskQueue(tasks);
  const results = new Int32Array(tasks.results);

  /** Has a task carried out for the first time, by `send`, and settles when it is. */
  const carryOut = (task: Task, send: (own: RemoteTask) => void): Promise<void> => {
    const own = ownTask(task);
    if (own === null) return Promise.reject(new TypeError("a worker runs the tasks of its run only"));
    const again = own.begin();
    if (again !== null) return Promise.reject(again);
    return new Promise((resolve, reject) => {
      pending.set(own.index, { task: own, resolve, reject });
      send(own);
    });
  };
  const settle = (answer: Exclude<FromWorker, "drained">): void => {
    const index = typeof answer === "number" ? answer : answer.index;
    const waiting = pending.get(index);
    if (waiting === undefined) return;
    pending.delete(index);
    if (typeof answer === "number") {
      waiting.task.take(results[index] ?? 0);
      waiting.resolve();
    } else {
      const { error } = answer;
      waiting.reject(typeof error === "string" ? new Error(error) : new ToldError(error));
    }
  };

  const createWorker = (port: MessagePort): QueueWorker => {
    let onDrained = () => {};
    port.on("message", (message: FromWorker) => {
      if (message === "drained") onDrained();
      else settle(message);
    });
    return {
      run: (task, loaded) =>
        carryOut(task, ({ input }) => {
          // What was loaded goes over as it is, without a copy.
          if (loaded === undefined) port.postMessage(input satisfies ToWorker);
          else port.postMessage({ input, loaded } satisfies ToWorker, listBuffers(loaded));
        }),
      drain: () =>
        new Promise((resolve) => {
          onDrained = resolve;
          port.postMessage("drain" satisfies ToWorker);
        }),
    };
  };
  return {
    workers: ports.map(createWorker),
    sharedQueue: {
      put: (task) => carryOut(task, ({ index }) => queue.push(index)),
      isEmpty: () => queue.isEmpty(),
    },
  };
}

function listBuffers(loaded: Loaded): ArrayBuffer[] {
  return loaded?.buffer instanceof ArrayBuffer ? [loaded.buffer] : [];
}
