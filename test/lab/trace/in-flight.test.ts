import { describe, expect, it } from "vitest";
import { EventKind } from "../../../src/lab/trace/event.ts";
import { countInFlight } from "../../../src/lab/trace/in-flight.ts";
import { Trace } from "../../../src/lab/trace/trace.ts";

/** Tasks that wait from one moment to another; all are queued at the beginning. */
function traceOf(spans: readonly (readonly [from: number, to: number | null])[], endMs: number): Trace {
  const trace = new Trace({ tasks: spans.length, threadLabels: ["thread 1"] });
  for (const task of spans.keys()) trace.record(0, 0, task, EventKind.queued);
  for (const [task, [from, to]] of spans.entries()) {
    trace.record(0, from, task, EventKind.started);
    trace.record(0, from, task, EventKind.waiting);
    if (to === null) continue;
    trace.record(0, to, task, EventKind.resumed);
    trace.record(0, to, task, EventKind.finished);
  }
  trace.finish(endMs);
  return trace;
}
const countsOf = (trace: Trace, stretches: number) =>
  countInFlight(trace, stretches).map(({ count }) => count);

describe("tasks in flight", () => {
  it("are those that have begun and not ended, the most of each stretch", () => {
    const trace = traceOf(
      [
        [0, 30],
        [10, 40],
        [10, 25],
      ],
      40,
    );
    expect(countsOf(trace, 4)).toEqual([1, 3, 3, 2, 0]);
    expect(countInFlight(trace, 4).map(({ atMs }) => atMs)).toEqual([0, 10, 20, 30, 40]);
  });

  it("are not what has a lane of its own and is no task", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["thread 1"], extraLabels: ["light"] });
    for (const lane of [0, 1]) trace.record(0, 10, lane, EventKind.started);
    trace.record(0, 30, 0, EventKind.finished);
    trace.record(0, 40, 1, EventKind.finished);
    trace.finish(40);
    expect(countsOf(trace, 4)).toEqual([0, 1, 1, 1, 0]);
  });

  it("do not count twice where one takes the place of another", () => {
    expect(
      countsOf(
        traceOf(
          [
            [0, 20],
            [20, 40],
          ],
          40,
        ),
        4,
      ),
    ).toEqual([1, 1, 1, 1, 0]);
  });

  it("stay where they never end, and those that only stand in the queue are none", () => {
    expect(countsOf(traceOf([[10, null]], 40), 2)).toEqual([1, 1, 1]);
    const queued = new Trace({ tasks: 2, threadLabels: ["thread 1"] });
    queued.record(0, 0, 0, EventKind.queued);
    queued.finish(10);
    expect(countsOf(queued, 2)).toEqual([0, 0, 0]);
  });
});
