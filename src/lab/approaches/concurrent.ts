import type { Approach } from "./approach.ts";
import { inFlight } from "./in-flight.ts";

/** Start all, or as many as may be in flight, then wait for all. One thread: it switches between them. */
export const concurrent: Approach = async (tasks, { limit }) => {
  if (limit !== null) return inFlight(limit, tasks, (task) => task.run());
  const started = tasks.map((task) => task.run());
  await Promise.all(started);
};
