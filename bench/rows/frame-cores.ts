import { createSyntheticTrace } from "../../test/lanes/synthetic-trace.ts";
import { findWorstView } from "../frame-cost.ts";
import { ratioOf } from "../measure.ts";
import { type Row, valuesOf } from "../row.ts";

/** A thread on each core; each records as much as any other, so that one lane looks like another. */
function picture(cores: number) {
  const shape = { events: cores * 2000, tasks: cores * 4, durationMs: 10_000, migration: 0.05 };
  return { cores, trace: createSyntheticTrace({ ...shape, cores, threads: cores }) };
}

/** Room for the lanes of the small machine, an axis and a legend: with it, both pictures show as many lanes. */
const tightHeight = 10;

/** Lanes that do not fit must cost nothing. */
export const frameCores: Row = {
  name: "frame-cores",
  what: "frame cost, 128 cores / 8 cores, window of 20 rows",
  bound: { atMost: 1.5 },
  unit: "ratio",
  async measure({ quick }) {
    const [large, small] = [picture(128), picture(8)];
    const pairs = quick ? 10 : 40;
    const { worst, told } = await findWorstView(large, small, pairs);
    const tight = await findWorstView(large, small, quick ? 5 : 10, tightHeight);
    return {
      ...valuesOf(worst.choice, ratioOf),
      details: [
        `worst view ${worst.view}; ${told}`,
        `in 20 rows 18 lanes are seen of the large one, 8 of the small one (of tasks: 18 each)`,
        `in ${tightHeight} rows 8 each: ${tight.told}`,
      ],
    };
  },
};
