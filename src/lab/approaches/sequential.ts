import type { Approach } from "./approach.ts";

/** One at a time: the next task starts when this one is done. */
export const sequential: Approach = async (tasks) => {
  for (const task of tasks) {
    await task.run();
  }
};
