import type { Approach } from "./approach.ts";

/** Start all, then wait for all. One thread: it switches between them. */
export const concurrent: Approach = async (tasks) => {
  const started = tasks.map((task) => task.run());
  await Promise.all(started);
};
