// Start all, then wait for all. One thread.
export default async function concurrent(tasks) {
  const started = tasks.map((task) => task.run());
  await Promise.all(started);
}
