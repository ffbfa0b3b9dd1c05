// Whichever worker is free takes the next task.
export default async function parallel(tasks, { workers }) {
  const queue = tasks.values();
  const atWork = workers.map(async (worker) => {
    for (const task of queue) await worker.run(task);
  });
  await Promise.all(atWork);
}
