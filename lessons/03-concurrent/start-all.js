// Start all of them, then wait for all of them.
export default async function startAll(tasks) {
  const started = tasks.map((task) => task.run());
  await Promise.all(started);
}
