import type { Approach } from "./approach.ts";

/** Several threads: each takes the next task as soon as it is free. */
export const parallel: Approach = async (tasks, { workers }) => {
  const queue = tasks.values(); // one queue, shared by all workers
  const atWork = workers.map(async (worker) => {
    for (const task of queue) await worker.run(task);
  });
  await Promise.all(atWork);
};
