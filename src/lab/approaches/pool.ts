import type { Pool, Task, Worker } from "./approach.ts";

/** A worker that can also help itself from a queue. */
export interface QueueWorker extends Worker {
  /** Takes tasks until it finds none. What goes wrong with one is told to those who wait for it. */
  drain(): Promise<void>;
}

/** Tasks for whoever is free. */
export interface SharedQueue {
  /** Settles when some worker has carried the task out. */
  put(task: Task): Promise<void>;
  isEmpty(): boolean;
}

/**
 * Hands each task to a worker that has none, or to the first that is done with its own. Workers take whole tasks from
 * the queue by themselves: to be handed each one by this thread, they would have to wait for it.
 */
export function createPool(workers: readonly QueueWorker[], queue: SharedQueue): Pool {
  const idle = [...workers];
  const waiting: ((worker: QueueWorker) => void)[] = [];

  const release = (worker: QueueWorker): void => {
    const next = waiting.shift();
    if (next !== undefined) next(worker);
    // Something was put in when the worker had already found it empty.
    else if (!queue.isEmpty()) drain(worker);
    else idle.push(worker);
  };
  const drain = (worker: QueueWorker): void => {
    void worker.drain().then(() => release(worker));
  };
  return {
    async run(task, loaded) {
      if (loaded === undefined) {
        const done = queue.put(task);
        const worker = idle.pop();
        if (worker !== undefined) drain(worker);
        return done;
      }
      const worker = idle.pop() ?? (await new Promise<QueueWorker>((resolve) => waiting.push(resolve)));
      try {
        await worker.run(task, loaded);
      } finally {
        release(worker);
      }
    },
  };
}
