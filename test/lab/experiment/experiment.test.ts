import { describe, expect, it } from "vitest";
import {
  type ExperimentProgress,
  performExperiment,
  type Variant,
} from "../../../src/lab/experiment/experiment.ts";
import type { RunFigures, RunResult } from "../../../src/lab/result.ts";
import type { ApproachName, RunSpec } from "../../../src/lab/spec.ts";
import { Trace } from "../../../src/lab/trace/trace.ts";
import { untold } from "../support/untold.ts";

function variant(id: string, approach: ApproachName, spec: Partial<RunSpec> = {}): Variant {
  return {
    id,
    spec: { workload: "cpu", approach, tasks: 3, workers: 2, taskMs: 10, sliceMs: 1, ...spec },
  };
}

const a = variant("A", "sequential");
const b = variant("B", "concurrent");
const c = variant("C", "parallel");

const plainFigures: RunFigures = {
  wallMs: 100,
  cpuMs: 90,
  startupMs: 1,
  warmupMs: 1,
  threads: 1,
  peakRunning: 1,
  peakWaiting: 0,
  cores: [0],
  ...untold,
  coreUsePercent: [50, 3],
  droppedEvents: 0,
  finishedAtMs: [1, 2, 3],
  checksum: 7,
  switches: 2,
  processCpuPercent: 99,
  processMemoryMb: 50,
};

const newTrace = () => new Trace({ tasks: 1, threadLabels: ["thread 1"] });

type Outcome = Partial<RunFigures> | { state: "failed"; reason: string } | { state: "aborted" };

/** Makes runs that end as `outcomeOf` says; keeps a list of those that were asked for. */
function stub(outcomeOf: (spec: RunSpec, call: number) => Outcome) {
  const asked: RunSpec[] = [];
  const traces: Trace[] = [];
  return {
    asked,
    traces,
    perform: (spec: RunSpec): Promise<{ result: RunResult; trace: Trace | null }> => {
      const outcome = outcomeOf(spec, asked.length);
      asked.push(spec);
      const trace = newTrace();
      traces.push(trace);
      const result = (
        "state" in outcome
          ? { ...outcome, spec }
          : { state: "done", spec, figures: { ...plainFigures, ...outcome } }
      ) as RunResult;
      return Promise.resolve({ result, trace: result.state === "failed" ? null : trace });
    },
  };
}

describe("experiment", () => {
  it("makes the runs in turn: A B C, A B C", async () => {
    const { asked, perform } = stub(() => ({}));
    const progress: ExperimentProgress[] = [];
    await performExperiment([a, b, c], { repeat: 2, perform, onProgress: (step) => progress.push(step) });
    expect(asked).toEqual([a, b, c, a, b, c].map(({ spec }) => spec));
    expect(progress).toEqual([
      { variant: a, round: 0, rounds: 2 },
      { variant: b, round: 0, rounds: 2 },
      { variant: c, round: 0, rounds: 2 },
      { variant: a, round: 1, rounds: 2 },
      { variant: b, round: 1, rounds: 2 },
      { variant: c, round: 1, rounds: 2 },
    ]);
  });

  it("makes one run only when the one before it is over", async () => {
    let underWay = 0;
    const { perform } = stub(() => ({}));
    await performExperiment([a, b], {
      repeat: 3,
      perform: async (spec) => {
        expect(++underWay).toBe(1);
        await new Promise(setImmediate);
        underWay--;
        return perform(spec);
      },
    });
  });

  it("gives the runs of each variant, median and spread", async () => {
    const { perform } = stub((spec, call) => ({ wallMs: spec === a.spec ? 100 + call : 50 - call }));
    const outcome = await performExperiment([a, b], { repeat: 3, perform });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.variants).toEqual([
      {
        id: "A",
        approach: "sequential",
        spec: a.spec,
        runs: [100, 102, 104].map((wallMs) => ({ ...plainFigures, wallMs })),
        medianWallMs: 102,
        spreadMs: 2,
      },
      {
        id: "B",
        approach: "concurrent",
        spec: b.spec,
        runs: [49, 47, 45].map((wallMs) => ({ ...plainFigures, wallMs })),
        medianWallMs: 47,
        spreadMs: 2,
      },
    ]);
  });

  it("judges every variant against every earlier one", async () => {
    const wallMs = new Map([a, b, c].map(({ spec }, i) => [spec, [200, 202, 100][i] as number]));
    const { perform } = stub((spec) => ({ wallMs: wallMs.get(spec) as number }));
    const outcome = await performExperiment([a, b, c], { repeat: 2, perform });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.verdicts).toEqual([
      { a: "B", b: "A", ratio: 200 / 202, verdict: "too-close" },
      { a: "C", b: "A", ratio: 2, verdict: "faster" },
      { a: "C", b: "B", ratio: 2.02, verdict: "faster" },
    ]);
  });

  it("says nothing after one round", async () => {
    const { perform } = stub((spec) => ({ wallMs: spec === a.spec ? 1000 : 1 }));
    const outcome = await performExperiment([a, b], { repeat: 1, perform });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.verdicts).toEqual([{ a: "B", b: "A", ratio: 1000, verdict: "too-close" }]);
  });

  it("keeps the trace of each run, in order, and the place of one that has none", async () => {
    const { perform, traces } = stub(() => ({}));
    let call = 0;
    const outcome = await performExperiment([a, b], {
      repeat: 3,
      perform: async (spec) => {
        const done = await perform(spec);
        return call++ === 2 ? { ...done, trace: null } : done;
      },
    });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect([...outcome.traces.keys()]).toEqual(["A", "B"]);
    const indexes = [...outcome.traces.values()].map((own) =>
      own.map((trace) => trace && traces.indexOf(trace)),
    );
    expect(indexes).toEqual([
      [0, null, 4],
      [1, 3, 5],
    ]);
  });
});

describe("runs that lost events", () => {
  it("are shown, but not used for a verdict", async () => {
    // The first run of A would make it the slower one by far.
    const { perform } = stub((spec, call) =>
      spec === a.spec
        ? { wallMs: call === 0 ? 10_000 : 10, droppedEvents: call === 0 ? 1 : 0 }
        : { wallMs: 100 },
    );
    const outcome = await performExperiment([a, b], { repeat: 3, perform });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.variants[0]?.runs.map(({ wallMs }) => wallMs)).toEqual([10_000, 10, 10]);
    expect(outcome.result.verdicts).toEqual([{ a: "B", b: "A", ratio: 0.1, verdict: "slower" }]);
  });

  it("leave nothing to judge where there are no others", async () => {
    const { perform } = stub((spec) =>
      spec === a.spec ? { wallMs: 10, droppedEvents: 3 } : { wallMs: 100 },
    );
    const outcome = await performExperiment([a, b], { repeat: 3, perform });
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.verdicts).toEqual([{ a: "B", b: "A", ratio: Number.NaN, verdict: "too-close" }]);
  });
});

describe("results that do not agree", () => {
  it("fail the experiment, and the variant that differs is named", async () => {
    const { perform } = stub((spec) => ({ checksum: spec === b.spec ? 8 : 7 }));
    expect(await performExperiment([a, b, c], { repeat: 2, perform })).toEqual({
      state: "failed",
      variant: "B",
      reason: "the same tasks gave the result 8, with A 7",
    });
  });

  it("fail it when they are those of one variant", async () => {
    const { perform } = stub((_, call) => ({ checksum: call === 3 ? 9 : 7 }));
    const outcome = await performExperiment([a, b], { repeat: 2, perform });
    expect(outcome).toMatchObject({ state: "failed", variant: "B" });
  });

  it.each([
    { what: "number of tasks", spec: { tasks: 4 } },
    { what: "length of the tasks", spec: { taskMs: [10, 20] } },
    { what: "workload", spec: { workload: "wait" } },
  ] as const)("are right where the $what differs", async ({ spec }) => {
    const other = variant("other", "sequential", spec);
    const { perform } = stub((asked) => ({ checksum: asked === other.spec ? 8 : 7 }));
    expect((await performExperiment([a, other], { repeat: 1, perform })).state).toBe("done");
  });
});

describe("an experiment that cannot go on", () => {
  it("stops at a run that fails, and names the variant", async () => {
    const { asked, perform } = stub((_, call): Outcome =>
      call === 4 ? { state: "failed", reason: "it broke" } : {},
    );
    expect(await performExperiment([a, b, c], { repeat: 3, perform })).toEqual({
      state: "failed",
      variant: "B",
      reason: "it broke",
    });
    expect(asked).toHaveLength(5);
  });

  it("stops at a run that is aborted", async () => {
    const { asked, perform } = stub((_, call): Outcome => (call === 1 ? { state: "aborted" } : {}));
    expect(await performExperiment([a, b, c], { repeat: 3, perform })).toEqual({ state: "aborted" });
    expect(asked).toHaveLength(2);
  });
});
