// At most `limit` requests on their way.
export default async (tasks, { limit }) => {
  const queue = tasks.values();
  const takeNext = async () => {
    for (const task of queue) await task.run();
  };
  const lines = Array(limit ?? tasks.length);
  await Promise.all(lines.fill().map(takeNext));
};
