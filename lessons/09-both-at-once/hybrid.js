// Ask for all at once. Workers compute.
export default async (tasks, { pool }) => {
  const started = tasks.map(async (task) => {
    const answer = await task.load();
    await pool.run(task, answer);
  });
  await Promise.all(started);
};
