// Ask for all at once. One thread computes.
export default async (tasks) => {
  await Promise.all(tasks.map((task) => task.run()));
};
