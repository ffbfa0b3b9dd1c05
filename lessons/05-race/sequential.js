// One after another.
export default async function sequential(tasks) {
  for (const task of tasks) {
    await task.run();
  }
}
