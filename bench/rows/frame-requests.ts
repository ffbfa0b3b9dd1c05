import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import { findWorstView } from "../frame-cost.ts";
import { runLabProgram } from "../lab-program.ts";
import { type Recording, recordingOf } from "../live-run.ts";
import { type Measure, measurePairs, ratioOf } from "../measure.ts";
import { watched } from "../others.ts";
import type { Program } from "../program.ts";
import { type Row, valuesOf } from "../row.ts";

const many = 1000;
const few = 8;
/** Long enough for dozens of frames. */
const heldMs = 2000;
/** Room for the lanes of the small run, an axis and a legend: with it, both pictures show as many lanes. */
const tightHeight = 10;

/** A real run of so many requests at once, by the same client. */
async function recordRequests(program: Program, tasks: number): Promise<Recording> {
  const laboratory = createLaboratory(program.threadEntry);
  const { result, trace } = await laboratory.run(
    {
      workload: "http",
      approach: "concurrent",
      client: "node-http",
      tasks,
      workers: 1,
      taskMs: heldMs,
      sliceMs: 20,
    },
    { keepEvents: true },
  );
  if (result.state !== "done" || trace === null) {
    throw new Error(
      `the run of ${tasks} requests ${result.state === "failed" ? result.reason : result.state}`,
    );
  }
  return recordingOf(trace, laboratory.machine.cores);
}

/**
 * Requests that do not fit the screen must cost nothing. The whole frame is what the drawing thread computes for each:
 * it takes in the events, samples the cores, draws the lanes and writes them.
 */
export const frameRequests: Row = {
  name: "frame-requests",
  what: "whole live frame, HTTP lanes of 1,000 requests / of 8",
  bound: { atMost: 1.5 },
  unit: "ratio",
  async measure({ program, quick }) {
    const frames: number[] = [];
    const measure =
      (tasks: number): Measure =>
      () =>
        watched(async () => {
          const options = { workload: "http", approach: "concurrent", tasks, "task-ms": heldMs };
          const { run } = await runLabProgram(program, options, true);
          if (run.drawing === undefined || run.drawing.frames === 0) throw new Error("nothing was drawn");
          frames.push(run.drawing.frames);
          return run.drawing.cpuMs / run.drawing.frames;
        });
    const choice = await measurePairs(quick ? 4 : 12, measure(many), measure(few));
    const [largeMs, smallMs] = [choice.used.map(({ a }) => a.value), choice.used.map(({ b }) => b.value)];
    const [large, small] = [await recordRequests(program, many), await recordRequests(program, few)];
    const wanted = quick ? 2 : 5;
    const lanes = findWorstView(large, small, { wanted });
    const tight = findWorstView(large, small, { wanted, height: tightHeight });
    return {
      ...valuesOf(choice, ratioOf),
      details: [
        `${median(largeMs).toFixed(2)} ms against ${median(smallMs).toFixed(2)} ms a frame, ${median(frames).toFixed(0)} frames a run`,
        `the lanes alone, in 20 rows (18 lanes of tasks are seen against 8): ${lanes.told}`,
        `in ${tightHeight} rows (8 each): ${tight.told}`,
      ],
    };
  },
};
