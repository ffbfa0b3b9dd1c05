// Each worker: one task to its end, then the next.
export default async (tasks, { workers }) => {
  const queue = tasks.values();
  const atWork = workers.map(async (worker) => {
    for (const task of queue) await worker.run(task);
  });
  await Promise.all(atWork);
};
