import type { Approach } from "./approach.ts";
import { inFlight } from "./in-flight.ts";

/** All that waits, waits together on this thread; what computes goes to the workers. */
export const hybrid: Approach = (tasks, { limit, pool }) =>
  inFlight(limit, tasks, async (task) => {
    if (!task.computes) return task.run();
    const loaded = await task.load();
    await pool.run(task, loaded);
  });
