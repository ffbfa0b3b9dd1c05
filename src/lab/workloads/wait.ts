import { seedOf } from "./kernel.ts";
import type { Workload } from "./workload.ts";

/** A task that waits for a timer, as it would for an answer from the network. */
export const wait: Workload = async ({ index, ms }, turn) => {
  await turn.wait((over) => setTimeout(over, ms));
  return seedOf(index) | 0;
};
