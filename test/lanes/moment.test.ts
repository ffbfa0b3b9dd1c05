import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeMoment, stepCursor, type VisibleLanes } from "../../src/lab/lanes/moment.ts";
import { arbitraryTrace } from "./arbitrary-trace.ts";
import { buildTrace } from "./support.ts";

const tasks = { noun: "task", nouns: "tasks" };

function makeTrace() {
  const trace = buildTrace({ threads: 2, tasks: 6, endMs: 700 }, [
    [0, 1, 5, "queued"],
    [10, 0, 0, "started"],
    [20, 0, 0, "waiting"],
    [20, 0, 1, "started"],
    [400, 0, 1, "yielded"],
    [30, 1, 2, "started"],
    [31, 1, 2, "waiting"],
    [40, 1, 3, "started"],
    [50, 1, 3, "finished"],
    [400, 0, 0, "resumed"],
    [600, 0, 0, "finished"],
    [600, 0, 1, "resumed"],
    [700, 0, 1, "finished"],
  ]);
  trace.sample(0, 33, 1, 20);
  trace.sample(0, 500, 3, 400);
  return trace;
}

describe("describeMoment", () => {
  it("says who runs where, and what the others do", () => {
    expect(describeMoment(makeTrace(), 312, tasks)).toBe(
      "at 312 ms: task 2 runs on thread 0 (core 1), 2 wait, 1 ready, 1 done",
    );
    expect(describeMoment(makeTrace(), 650, { noun: "mail", nouns: "mails" })).toBe(
      "at 650 ms: mail 2 runs on thread 0 (core 3), 1 waits, 1 ready, 2 done",
    );
  });

  it("says when nothing runs, and when all is done", () => {
    expect(describeMoment(makeTrace(), 5, tasks)).toBe("at 5.00 ms: nothing runs, 1 ready");
    const trace = buildTrace({ threads: 1, tasks: 2, endMs: 9 }, [
      [0, 0, 0, "started"],
      [1, 0, 0, "finished"],
      [1, 0, 1, "started"],
      [9, 0, 1, "failed"],
    ]);
    expect(describeMoment(trace, 20, tasks)).toBe("at 20 ms: all done");
  });

  it("says which tasks share a core", () => {
    const steps = Array.from({ length: 3 }, (_, i) => [0, i, i, "started"] as const);
    const trace = buildTrace({ threads: 3, tasks: 3 }, steps);
    for (const [thread, core] of [1, 0, 1].entries()) trace.sample(thread, 5, core, 5);
    expect(describeMoment(trace, 10, tasks)).toBe(
      "at 10 ms: tasks 1 and 3 share core 1, task 2 runs on thread 1 (core 0)",
    );
  });

  it("names a few and counts the rest", () => {
    const steps = Array.from({ length: 5 }, (_, i) => [0, i, i, "started"] as const);
    expect(describeMoment(buildTrace({ threads: 5, tasks: 5 }, steps), 10, tasks)).toBe(
      "at 10 ms: task 1 runs on thread 0, task 2 runs on thread 1, task 3 runs on thread 2, 2 more run",
    );
  });
});

describe("stepCursor", () => {
  const lanes: VisibleLanes = { view: "threads", firstRow: 0, visibleRows: 2, coreIds: [], columnMs: 10 };

  it("goes to what happens next or before, at least a column away", () => {
    const forward = [0, 10, 20, 30, 40, 50, 400, 600, 700].map((ms) => stepCursor(makeTrace(), lanes, ms, 1));
    expect(forward).toEqual([10, 20, 30, 40, 50, 400, 600, 700, 700]);
    expect([700, 600, 45, 10, 5].map((ms) => stepCursor(makeTrace(), lanes, ms, -1))).toEqual([
      600, 400, 31, 0, 0,
    ]);
  });

  it.each([1, -1] as const)("stops after a hand-over, not in the midst of it (direction %i)", (direction) => {
    const trace = buildTrace({ threads: 1, tasks: 2, endMs: 200 }, [
      [0, 0, 0, "queued"],
      [0, 0, 1, "queued"],
      [0.02, 0, 0, "started"],
      [100, 0, 0, "yielded"],
      [100.03, 0, 1, "started"],
      [200, 0, 1, "finished"],
    ]);
    for (const view of ["threads", "tasks"] as const) {
      const at = stepCursor(trace, { ...lanes, view }, direction === 1 ? 0 : 200, direction);
      expect(describeMoment(trace, at, tasks)).toBe("at 100 ms: task 2 runs on thread 0, 1 ready");
    }
  });

  it("looks at the visible lanes only", () => {
    expect(stepCursor(makeTrace(), { ...lanes, firstRow: 1, visibleRows: 1 }, 0, 1)).toBe(30);
    expect(stepCursor(makeTrace(), { ...lanes, view: "tasks", firstRow: 3, visibleRows: 1 }, 0, 1)).toBe(40);
    expect(stepCursor(makeTrace(), { ...lanes, view: "cores", coreIds: [0, 1], visibleRows: 1 }, 0, 1)).toBe(
      700,
    );
    expect(stepCursor(makeTrace(), { ...lanes, view: "cores", coreIds: [0, 1] }, 0, 1)).toBe(10);
  });

  it("always moves a column or arrives at an end, and comes to the end", () => {
    fc.assert(
      fc.property(arbitraryTrace, fc.double({ min: 0.5, max: 50, noNaN: true }), (trace, columnMs) => {
        const end = trace.finishedMs ?? trace.endMs;
        let at = 0;
        let steps = 0;
        while (at < end) {
          const next = stepCursor(trace, { ...lanes, visibleRows: 9, columnMs }, at, 1);
          expect(next === end || next >= at + columnMs).toBe(true);
          const back = stepCursor(trace, { ...lanes, visibleRows: 9, columnMs }, next, -1);
          expect(back === 0 || back <= next - columnMs).toBe(true);
          at = next;
          expect(++steps).toBeLessThan(10_000);
        }
      }),
    );
  });
});
