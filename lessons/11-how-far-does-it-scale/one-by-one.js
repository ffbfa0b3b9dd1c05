// One at a time.
export default async function oneByOne(tasks) {
  for (const task of tasks) {
    await task.run();
  }
}
