// One thread: start all, then wait for all.
export default async (tasks) => {
  const started = tasks.map((t) => t.run());
  await Promise.all(started);
};
