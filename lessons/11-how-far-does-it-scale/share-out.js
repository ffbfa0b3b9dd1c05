// Whichever worker is free takes the next.
export default async (tasks, { workers }) => {
  const queue = tasks.values();
  const work = async (one) => {
    for (const t of queue) await one.run(t);
  };
  await Promise.all(workers.map(work));
};
