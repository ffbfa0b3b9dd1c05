import { createSyntheticTrace } from "../../test/lanes/synthetic-trace.ts";
import { findWorstView } from "../frame-cost.ts";
import { recordingOf } from "../live-run.ts";
import { ratioOf } from "../measure.ts";
import { type Row, valuesOf } from "../row.ts";

const cores = 8;
const shape = { threads: 8, tasks: 64, cores, durationMs: 10_000, migration: 0.05, keepEvents: true };

/** Drawing must cost what is seen, not what was recorded. */
export const frameEvents: Row = {
  name: "frame-events",
  what: "live frame cost, a million events / a thousand",
  bound: { atMost: 1.2 },
  unit: "ratio",
  measure({ quick }) {
    const large = recordingOf(createSyntheticTrace({ ...shape, events: 1_000_000 }), cores);
    const small = recordingOf(createSyntheticTrace({ ...shape, events: 1_000 }), cores);
    const { worst, told } = findWorstView(large, small, { wanted: quick ? 5 : 15 });
    const fromScratch = findWorstView(large, small, { wanted: quick ? 2 : 5, kind: "from scratch" });
    return Promise.resolve({
      ...valuesOf(worst.choice, ratioOf),
      details: [
        `worst view ${worst.view}; ${told}`,
        "runs of 10 s at 30 frames a second; within one frame the large one records 3,300 events",
        `drawn from scratch: ${fromScratch.told}`,
      ],
    });
  },
};
