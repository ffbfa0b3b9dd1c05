import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsPattern, compactRun, readStretches } from "../../src/lab/lanes/compact.ts";
import { EventKind } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";
import { createSyntheticTrace } from "./synthetic-trace.ts";

const { queued, started, waiting, resumed, finished, failed } = EventKind;
const detail = { columns: 10, lanes: 16, coreIds: [0, 1] };

/** Two tasks on one thread, on core 1: the first waits in its middle, the second fails. */
function makeTrace({ cores = true } = {}): Trace {
  const trace = new Trace({ tasks: 2, threadLabels: ["thread 1"] });
  for (const task of [0, 1]) trace.record(0, 0, task, queued);
  trace.record(0, 0, 0, started);
  trace.record(0, 20, 0, waiting);
  trace.record(0, 20, 1, started);
  trace.record(0, 70, 1, failed);
  trace.record(0, 70, 0, resumed);
  trace.record(0, 90, 0, finished);
  if (cores) for (const atMs of [0, 50, 90]) trace.sample(0, atMs, 1, atMs);
  trace.finish(100);
  return trace;
}

describe("lanes that are kept", () => {
  test("are what happened: who ran, waited or was ready in which part of the run", () => {
    const { columns, endMs, views } = compactRun(makeTrace(), detail);
    expect({ columns, endMs }).toEqual({ columns: 10, endMs: 100 });
    expect(views).toEqual([
      {
        view: "tasks",
        count: 2,
        lanes: [
          { id: 0, cells: "r2 w5 r2", busyMs: 40, endedMs: 90, failed: false },
          { id: 1, cells: "a2 r5", busyMs: 50, endedMs: 70, failed: true },
        ],
      },
      {
        view: "cores",
        count: 2,
        lanes: [
          { id: 0, cells: "", busyMs: 0, endedMs: null, failed: false },
          { id: 1, cells: "r2#0 r5#1 r2#0", busyMs: 90, endedMs: null, failed: false },
        ],
      },
    ]);
    expect(readStretches("a2 r5#12 .3 m1")).toEqual([
      { kind: "ready", from: 0, to: 2, task: -1 },
      { kind: "running", from: 2, to: 7, task: 12 },
      { kind: "mixed", from: 10, to: 11, task: -1 },
    ]);
  });

  test("are of threads where the system does not tell cores", () => {
    const [, threads] = compactRun(makeTrace({ cores: false }), detail).views;
    expect(threads?.view).toBe("threads");
    expect(threads?.lanes.map(({ id, label, cells }) => [id, label, cells])).toEqual([
      [0, "thread 1", "r2#0 r5#1 r2#0"],
    ]);
  });

  test("are picked evenly where there are too many, from the first to the last", () => {
    const trace = createSyntheticTrace({ events: 4000, threads: 4, tasks: 1001, cores: 2, durationMs: 100 });
    const [tasks] = compactRun(trace, { ...detail, lanes: 5 }).views;
    expect(tasks?.count).toBe(1001);
    expect(tasks?.lanes.map(({ id }) => id)).toEqual([0, 250, 500, 750, 1000]);
    const coreIds = Array.from({ length: 64 }, (_, core) => core);
    // Of the cores those on which something was seen.
    const [, cores] = compactRun(trace, { ...detail, lanes: 5, coreIds }).views;
    expect(cores?.count).toBe(64);
    expect(cores?.lanes.map(({ id }) => id)).toEqual([0, 1]);
  });

  test("of any trace fill no more than its columns, and are read as they were written", () => {
    const options = fc.record({
      events: fc.integer({ min: 1, max: 400 }),
      threads: fc.integer({ min: 1, max: 4 }),
      tasks: fc.integer({ min: 1, max: 30 }),
      cores: fc.integer({ min: 0, max: 3 }),
      durationMs: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 60 }), (made, columns) => {
        const run = compactRun(createSyntheticTrace(made), { columns, lanes: 8, coreIds: [0, 1, 2] });
        for (const { cells, busyMs } of run.views.flatMap(({ lanes }) => lanes)) {
          expect(cells).toMatch(cellsPattern);
          expect(readStretches(cells).at(-1)?.to ?? 0).toBeLessThanOrEqual(columns);
          expect(busyMs).toBeLessThanOrEqual(run.endMs + 0.001);
        }
      }),
    );
  });
});

test.each(["x3", "r0", "r", "r3 ", " r3", "r3#", "r3#-1", "r3,w2", "r3  w2", 'r3"><script>', "r123456"])(
  "%j is not how cells are written",
  (cells) => {
    expect(cells).not.toMatch(cellsPattern);
  },
);
