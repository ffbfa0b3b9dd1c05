import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLanes, type LanesOptions } from "../../src/lab/lanes/draw-lanes.ts";
import { createRowsEncoder, encodeRow } from "../../src/lab/lanes/encode.ts";
import { LanesMemo } from "../../src/lab/lanes/lanes-memo.ts";
import { EventKind } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";
import { defaults } from "./support.ts";
import { createSyntheticTrace } from "./synthetic-trace.ts";

const threads = 3;
const tasks = 5;

/** What happens between two looks at the trace. All times in eighths of a millisecond: their sums are exact. */
type Happening =
  | { readonly type: "event"; readonly thread: number; readonly task: number; readonly kind: EventKind }
  | { readonly type: "sample"; readonly thread: number; readonly core: number; readonly cpuShare: number }
  /** The clock of one thread moves on, and with it its next events: those of other threads may be earlier. */
  | { readonly type: "time"; readonly thread: number; readonly eighths: number }
  /** Samples are taken of all threads at one time, when something of what came before it is not known yet. */
  | { readonly type: "sample-time"; readonly eighths: number }
  | { readonly type: "finish" }
  | { readonly type: "draw"; readonly change: Partial<LanesOptions> };

const thread = fc.nat({ max: threads - 1 });
const lengths = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 }), fc.nat({ max: 800 }));
const eighths = (max: number) => fc.integer({ min: -80, max }).map((value) => value / 8);

/** Mostly nothing but the end of what is drawn is another than in the last picture. */
const change: fc.Arbitrary<Partial<LanesOptions>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 8, arbitrary: eighths(4000).map((untilMs) => ({ untilMs })) },
  { weight: 2, arbitrary: fc.constant({ untilMs: Infinity }) },
  { weight: 2, arbitrary: fc.option(eighths(4000)).map((cursorMs) => ({ cursorMs })) },
  { weight: 2, arbitrary: fc.integer({ min: -1, max: 5 }).map((firstRow) => ({ firstRow })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("cores" as const, "threads" as const, "tasks" as const)
      .map((view) => ({ view })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(eighths(2000), fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 4000 })))
      .map(([fromMs, span]) => ({ fromMs, toMs: fromMs + span / 8 })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 120 }).map((width) => ({ width })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }).map((height) => ({ height })) },
  { weight: 1, arbitrary: fc.boolean().map((legend) => ({ legend })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("unicode" as const, "ascii" as const).map((glyphs) => ({ glyphs })),
  },
  { weight: 1, arbitrary: fc.constantFrom([], [0, 1], [2, 7]).map((coreIds) => ({ coreIds })) },
  { weight: 1, arbitrary: fc.constantFrom("task", "タスク").map((noun) => ({ noun })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(undefined, { label: 9, figure: 9 })
      .map((leastMargins) => (leastMargins === undefined ? {} : { leastMargins })),
  },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("event" as const),
      thread,
      task: fc.nat({ max: tasks - 1 }),
      // Not always what could happen: the picture of whatever was recorded has to be the same.
      kind: fc.constantFrom(
        EventKind.queued,
        EventKind.started,
        EventKind.resumed,
        EventKind.resumed,
        EventKind.resumed,
        EventKind.waiting,
        EventKind.yielded,
        EventKind.finished,
        EventKind.failed,
      ),
    }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("time" as const), thread, eighths: lengths }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("sample" as const),
      thread,
      core: fc.nat({ max: 2 }),
      cpuShare: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("sample-time" as const), eighths: lengths }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("draw" as const), change }) },
);

const story = fc
  .tuple(
    fc.array(happening, { minLength: 10, maxLength: 150, size: "max" }),
    fc.array(happening, { maxLength: 15, size: "max" }),
  )
  .map(([during, after]): Happening[] => [...during, { type: "finish" }, ...after]);

/** A trace to which things happen, one after the other. */
function createStage() {
  const trace = new Trace({ tasks, threadLabels: ["main", "thread 1", "thread 2"] });
  const atMs = new Float64Array(threads);
  let sampledAtMs = 0;
  return {
    trace,
    play(next: Happening): void {
      if (next.type === "event") trace.record(next.thread, atMs[next.thread] ?? 0, next.task, next.kind);
      else if (next.type === "time") atMs[next.thread] = (atMs[next.thread] ?? 0) + next.eighths / 8;
      else if (next.type === "sample-time") sampledAtMs += next.eighths / 8;
      else if (next.type === "sample")
        trace.sample(next.thread, sampledAtMs, next.core, sampledAtMs * next.cpuShare);
      else if (next.type === "finish") trace.finish(Math.max(sampledAtMs, ...atMs));
    },
  };
}

describe("a picture that is drawn again while its trace grows", () => {
  it("is the picture that is drawn from scratch", () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const stage = createStage();
        const memo = new LanesMemo();
        const encode = createRowsEncoder("16");
        let options: LanesOptions = { ...defaults, toMs: 300, untilMs: 100, height: 6, legend: true };
        for (const [index, next] of happenings.entries()) {
          stage.play(next);
          if (next.type !== "draw") continue;
          options = { ...options, ...next.change };
          // From scratch, on a trace that nobody has looked at.
          const fresh = createStage();
          for (const earlier of happenings.slice(0, index)) fresh.play(earlier);
          const expected = drawLanes(fresh.trace, options);
          const picture = drawLanes(stage.trace, options, memo);
          expect(picture).toEqual(expected);
          expect(encode(picture.rows)).toEqual(expected.rows.map((row) => encodeRow(row, "16")));
        }
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  it("has the very same rows where nothing has changed, and the same texts", () => {
    const trace = createSyntheticTrace({ events: 500, threads: 2, tasks: 4, cores: 2, durationMs: 200 });
    for (const view of ["cores", "threads", "tasks"] as const) {
      const memo = new LanesMemo();
      const encode = createRowsEncoder("256");
      const options = { ...defaults, view, toMs: 200, height: 8, legend: true, coreIds: [0, 1] };
      const first = drawLanes(trace, options, memo).rows;
      const texts = encode(first);
      const second = drawLanes(trace, options, memo).rows;
      expect(second.every((row, index) => row === first[index])).toBe(true);
      expect(encode(second)).toEqual(texts);
    }
  });

  it("has the rows of lanes in which nothing happens, while another goes on", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["main", "thread 1"] });
    trace.record(0, 0, 0, EventKind.started);
    trace.record(0, 10, 0, EventKind.finished);
    trace.record(1, 20, 1, EventKind.started);
    const memo = new LanesMemo();
    const options: LanesOptions = { ...defaults, view: "tasks", height: 3 };
    const before = drawLanes(trace, { ...options, untilMs: 50 }, memo).rows;
    const after = drawLanes(trace, { ...options, untilMs: 80 }, memo).rows;
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true]);
  });

  // Ten columns of 10 ms. In the first one task 1 runs most, and task 2 takes over: one hands over to the other,
  // unless the second one stops at the very end of the column.
  it.each([
    ["threads", null],
    ["cores", 10],
  ] as const)("sees in a column that something ended with it (%s)", (view, leavesAtMs) => {
    const draw = (memo?: LanesMemo) =>
      drawLanes(
        trace,
        { ...defaults, view, untilMs: 50, width: view === "cores" ? 23 : 25, coreIds: [0] },
        memo,
      );
    const trace = new Trace({ tasks: 2, threadLabels: ["thread 0"] });
    trace.sample(0, 1, 0, 0);
    if (leavesAtMs !== null) trace.sample(0, leavesAtMs, 1, 0);
    trace.record(0, 1, 0, EventKind.started);
    trace.record(0, 7, 0, EventKind.waiting);
    trace.record(0, 7, 1, EventKind.started);
    const memo = new LanesMemo();
    const before = draw(memo);
    trace.record(0, 10, 1, EventKind.waiting);
    expect(before.laneWidth).toBe(10);
    expect(draw()).not.toEqual(before);
    expect(draw(memo)).toEqual(draw());
  });
});
