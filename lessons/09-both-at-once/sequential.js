// One task to its end; then the next one.
export default async (tasks) => {
  for (const task of tasks) await task.run();
};
