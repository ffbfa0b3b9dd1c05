import { createSyntheticTrace } from "../../test/lanes/synthetic-trace.ts";
import { findWorstView } from "../frame-cost.ts";
import { ratioOf } from "../measure.ts";
import { type Row, valuesOf } from "../row.ts";

const cores = 8;
const shape = { threads: 8, tasks: 64, cores, durationMs: 10_000, migration: 0.05 };

/** Drawing must cost what is seen, not what was recorded. */
export const frameEvents: Row = {
  name: "frame-events",
  what: "frame cost, a million events / a thousand",
  bound: { atMost: 1.2 },
  unit: "ratio",
  async measure({ quick }) {
    const large = { cores, trace: createSyntheticTrace({ ...shape, events: 1_000_000 }) };
    const small = { cores, trace: createSyntheticTrace({ ...shape, events: 1_000 }) };
    const { worst, told } = await findWorstView(large, small, quick ? 10 : 40);
    return { ...valuesOf(worst.choice, ratioOf), details: [`worst view ${worst.view}; ${told}`] };
  },
};
