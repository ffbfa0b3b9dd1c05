import { readClock } from "../clock.ts";
import { compute, seedOf, warmUpKernel } from "./kernel.ts";
import type { TaskInput, Turn, WorkFactory } from "./workload.ts";

/** Tasks that compute, slice by slice; between slices others may have a turn. */
export const cpu: WorkFactory = () => ({
  run: computeInTurns,
  compute: (input, _loaded, turn) => computeInTurns(input, turn),
  computes: ({ units }) => units > 0,
  steps: computeInSteps,
  warmUp: (ms) => Promise.resolve(warmUpKernel(ms, readClock)),
});

export async function computeInTurns(input: TaskInput, turn: Turn): Promise<number> {
  const { index, units, unitsPerSlice } = input;
  let result = seedOf(index);
  for (let left = units; left > 0; left -= unitsPerSlice) {
    result = compute(result, Math.min(left, unitsPerSlice));
    if (left > unitsPerSlice) await turn.giveWay();
  }
  return result;
}

export function* computeInSteps({ index, units, unitsPerSlice }: TaskInput): Generator<void, number, void> {
  let result = seedOf(index);
  for (let left = units; left > 0; left -= unitsPerSlice) {
    result = compute(result, Math.min(left, unitsPerSlice));
    if (left > unitsPerSlice) yield;
  }
  return result;
}
