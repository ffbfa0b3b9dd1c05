/**
 * Carries out `tasks`, at most `limit` of them under way at a time: as many lines, each of which takes the next task
 * as soon as its last one is done.
 * @param limit `null`: all at once
 */
export async function inFlight<T>(
  limit: number | null,
  tasks: readonly T[],
  carryOut: (task: T) => Promise<void>,
): Promise<void> {
  const queue = tasks.values(); // one queue, shared by all lines
  const lines = Array.from({ length: Math.min(limit ?? tasks.length, tasks.length) }, async () => {
    for (const task of queue) await carryOut(task);
  });
  await Promise.all(lines);
}
