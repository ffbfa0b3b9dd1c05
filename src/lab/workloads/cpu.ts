import { compute, seedOf } from "./kernel.ts";
import type { Workload } from "./workload.ts";

/** A task that computes, slice by slice; between slices others may have a turn. */
export const cpu: Workload = async ({ index, units, unitsPerSlice }, turn) => {
  let result = seedOf(index);
  for (let left = units; left > 0; left -= unitsPerSlice) {
    result = compute(result, Math.min(left, unitsPerSlice));
    if (left > unitsPerSlice) await turn.giveWay();
  }
  return result;
};
