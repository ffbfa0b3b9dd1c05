import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventKind } from "../../../src/lab/trace/event.ts";
import {
  countPeak,
  countRunningAtOnce,
  countSwitches,
  describeStuck,
  listCores,
} from "../../../src/lab/trace/summary.ts";
import { Trace } from "../../../src/lab/trace/trace.ts";
import { LaneState } from "../../../src/lab/trace/track.ts";
import { arbitraryTrace } from "../../lanes/arbitrary-trace.ts";

/** Looks at every moment at which something changes, task by task. */
function countPeakNaively(trace: Trace, state: LaneState): number {
  const moments = trace.tasks.flatMap((track) =>
    Array.from({ length: track.length }, (_, i) => track.atMs(i)),
  );
  const counts = moments.map(
    (atMs) =>
      trace.tasks.filter((track) => {
        const index = track.indexAt(atMs);
        return index >= 0 && track.state(index) === state;
      }).length,
  );
  return Math.max(0, ...counts);
}

describe("peak", () => {
  it.each(["running", "waiting", "ready"] as const)("of %s tasks is that of the busiest moment", (name) => {
    fc.assert(
      fc.property(arbitraryTrace, (trace) => {
        expect(countPeak(trace, LaneState[name])).toBe(countPeakNaively(trace, LaneState[name]));
      }),
    );
  });

  it("does not count two tasks of which one begins when the other ends", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["a", "b"] });
    trace.record(0, 0, 0, EventKind.started);
    trace.record(0, 5, 0, EventKind.finished);
    trace.record(1, 5, 1, EventKind.started);
    trace.record(1, 9, 1, EventKind.finished);
    expect(countPeak(trace, LaneState.running)).toBe(1);
  });

  it("counts tasks that are still at it", () => {
    const trace = new Trace({ tasks: 3, threadLabels: ["a"] });
    for (let task = 0; task < 3; task++) {
      trace.record(0, task, task, EventKind.started);
      trace.record(0, task + 0.5, task, EventKind.waiting);
    }
    expect(countPeak(trace, LaneState.waiting)).toBe(3);
    expect(countPeak(trace, LaneState.running)).toBe(1);
  });
});

describe("running at once", () => {
  /** Two tasks on two threads for 100 ms, of which each thread is given so much CPU time. */
  const make = (...cpuMs: readonly number[]) => {
    const trace = new Trace({ tasks: 2, threadLabels: ["a", "b"] });
    for (const thread of [0, 1]) trace.record(thread, 0, thread, EventKind.started);
    for (const [thread, ms] of cpuMs.entries()) {
      for (const share of [0, 0.5, 1]) trace.sample(thread, 100 * share, thread, ms * share);
    }
    for (const thread of [0, 1]) trace.record(thread, 100, thread, EventKind.finished);
    return trace;
  };

  it.each([
    ["both where each had a core", make(98, 97), 4, 2],
    ["no more than there are cores", make(98, 97), 1, 1],
    ["one where both had no more CPU time than one core gives", make(52, 49), 4, 1],
    ["one where the other hardly ran", make(99, 3), 4, 1],
    ["at least one, however little CPU time it had", make(1, 1), 4, 1],
    ["all, as far as anybody can tell, where nothing was sampled", make(), 4, 2],
  ] as const)("are %s", (_, trace, cores, expected) => {
    expect(countRunningAtOnce(trace, cores)).toBe(expected);
  });

  it("are those of the busiest stretch", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["a", "b"] });
    for (const thread of [0, 1]) {
      trace.record(thread, 0, thread, EventKind.started);
      trace.sample(thread, 0, 0, 0);
      trace.sample(thread, 100 + thread, thread, 50);
      trace.sample(thread, 150 + thread, thread, 100);
    }
    expect(countRunningAtOnce(trace, 2)).toBe(2);
  });
});

describe("threads of a run that was ended", () => {
  /** Two tasks that never end on two threads, which have had so much CPU time after 0, 500 and 1000 ms. */
  const make = (ending: EventKind, ...cpuMs: readonly (readonly number[])[]) => {
    const trace = new Trace({ tasks: 2, threadLabels: ["a", "b"] });
    for (const thread of [0, 1]) {
      trace.record(thread, 0, thread, EventKind.started);
      trace.record(thread, 1, thread, ending);
    }
    for (const [thread, times] of cpuMs.entries()) {
      for (const [index, ms] of times.entries()) trace.sample(thread, 500 * index, thread, ms);
    }
    trace.finish(1000);
    return trace;
  };
  const { waiting, resumed } = EventKind;

  it.each([
    ["asleep, whatever they did at first", make(waiting, [0, 400, 400], [0, 500, 501]), "waiting"],
    ["busy to the end", make(resumed, [0, 500, 990], [0, 480, 960]), "spinning"],
    ["busy with what a crowded machine gave them", make(resumed, [0, 60, 110], [0, 50, 110]), "spinning"],
    ["one busy and one asleep", make(resumed, [0, 0, 0], [0, 500, 1000]), "spinning"],
    ["asleep, where only the tasks tell", make(waiting), "waiting"],
    ["busy, where only the tasks tell", make(resumed), "spinning"],
  ] as const)("are %s", (_, trace, expected) => {
    expect(describeStuck(trace)).toBe(expected);
  });
});

describe("switches", () => {
  it("are the times that a thread began to run another task than before", () => {
    fc.assert(
      fc.property(arbitraryTrace, (trace) => {
        const expected = trace.threads.map(({ track }) => {
          const ran = Array.from({ length: track.length }, (_, i) => i)
            .filter((i) => track.state(i) === LaneState.running)
            .map((i) => track.tag(i));
          return ran.filter((task, i) => i > 0 && task !== ran[i - 1]).length;
        });
        expect(countSwitches(trace)).toBe(expected.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it("are none where a task goes on after a wait", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["a", "b"] });
    trace.record(0, 0, 0, EventKind.started);
    trace.record(0, 1, 0, EventKind.waiting);
    trace.record(0, 2, 0, EventKind.resumed);
    trace.record(1, 2, 1, EventKind.started);
    expect(countSwitches(trace)).toBe(0);
  });
});

describe("cores", () => {
  it("are those on which a thread had CPU time since its last sample, in order", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["a", "b"] });
    trace.sample(0, 1, 12, 1);
    trace.sample(0, 2, 3, 1.5);
    trace.sample(0, 3, 5, 1.9);
    trace.sample(1, 1, 7, 0.4);
    trace.sample(1, 9, 4, 5);
    expect(listCores(trace)).toEqual([3, 4, 12]);
  });

  it("are none for threads that computed nothing, and unknown where nothing was sampled", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["a"] });
    expect(listCores(trace)).toBeNull();
    trace.sample(0, 1, 0, 0.1);
    trace.sample(0, 50, 1, 0.3);
    expect(listCores(trace)).toEqual([]);
  });

  it("are as one would find them sample by sample", () => {
    fc.assert(
      fc.property(arbitraryTrace, (trace) => {
        const found = new Set<number>();
        let samples = 0;
        for (const lane of trace.threads) {
          let lastMs = 0;
          for (let i = 0; i < lane.samples.length; i++) {
            const sample = lane.samples.get(i);
            if (sample === undefined) continue;
            samples++;
            if (sample.cpuMs - lastMs >= 0.5) found.add(sample.core);
            lastMs = sample.cpuMs;
          }
        }
        expect(listCores(trace)).toEqual(samples === 0 ? null : [...found].sort((a, b) => a - b));
      }),
    );
  });
});
