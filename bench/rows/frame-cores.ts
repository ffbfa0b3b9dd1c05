import { createSyntheticTrace } from "../../test/lanes/synthetic-trace.ts";
import { findWorstView } from "../frame-cost.ts";
import { recordingOf } from "../live-run.ts";
import { ratioOf } from "../measure.ts";
import { type Row, valuesOf } from "../row.ts";

/** A thread on each core; each records as much as any other, so that one lane looks like another. */
function record(cores: number) {
  const shape = { events: cores * 2000, tasks: cores * 4, durationMs: 10_000, migration: 0.05 };
  return recordingOf(createSyntheticTrace({ ...shape, cores, threads: cores, keepEvents: true }), cores);
}

/** Room for the lanes of the small machine, an axis and a legend: with it, both pictures show as many lanes. */
const tightHeight = 10;

/** Lanes that do not fit must cost nothing. */
export const frameCores: Row = {
  name: "frame-cores",
  what: "live frame cost, 128 cores / 8 cores, window of 20 rows",
  bound: { atMost: 1.5 },
  unit: "ratio",
  measure({ quick }) {
    const [large, small] = [record(128), record(8)];
    const { worst, told } = findWorstView(large, small, { wanted: quick ? 5 : 15 });
    const few = quick ? 2 : 5;
    const tight = findWorstView(large, small, { wanted: few, height: tightHeight });
    const fromScratch = findWorstView(large, small, { wanted: few, kind: "from scratch" });
    return Promise.resolve({
      ...valuesOf(worst.choice, ratioOf),
      details: [
        `worst view ${worst.view}; ${told}`,
        "in 20 rows 18 lanes are seen of the large one, 8 of the small one (of tasks: 18 each)",
        `in ${tightHeight} rows 8 each: ${tight.told}`,
        `drawn from scratch: ${fromScratch.told}`,
      ],
    });
  },
};
