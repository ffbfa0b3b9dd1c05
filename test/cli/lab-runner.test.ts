import { describe, expect, test } from "vitest";
import type { Action, LabOrder } from "../../src/app/actions.ts";
import { initialKnobs, orderLab } from "../../src/app/lab-order.ts";
import { createLabRunner } from "../../src/cli/tutorial/lab-runner.ts";
import type { ExperimentOutcome } from "../../src/lab/experiment/experiment.ts";
import type { Laboratory } from "../../src/lab/lab.ts";
import { Trace } from "../../src/lab/trace/trace.ts";
import { everyLab } from "../app/support/lessons.ts";
import { makeFigures } from "../app/support/runs.ts";
import { makeMachine } from "../app/support/state.ts";
import { type Deferred, defer } from "../support/deferred.ts";

const workers = everyLab().find(({ step }) => step.lab.id === "workers")?.step.lab;
if (workers === undefined) throw new Error("no lab");
/** Two cores: `2` and `cores` are one run. */
const order: LabOrder = orderLab(workers, initialKnobs(workers, 2), 2);

type Asked = Parameters<Laboratory["experiment"]>;

function open() {
  const calls: { readonly asked: Asked; readonly outcome: Deferred<ExperimentOutcome> }[] = [];
  const actions: Action[] = [];
  const laboratory: Laboratory = {
    machine: makeMachine(2),
    run: () => Promise.reject(new Error("not asked for")),
    experiment: (...asked) => {
      const outcome = defer<ExperimentOutcome>();
      calls.push({ asked, outcome });
      return outcome.promise;
    },
    probe: () => Promise.resolve(2),
    findPython: () => Promise.resolve({ state: "absent" }),
  };
  const runner = createLabRunner({
    laboratory,
    dispatch: (action) => actions.push(action),
    countFrames: () => 0,
    codeUrl: (lesson, file) => `file:///${lesson}/${file}`,
  });
  return {
    runner,
    actions,
    calls,
    call(index = 0) {
      const found = calls[index];
      if (found === undefined) throw new Error("nothing was run");
      return found;
    },
  };
}

const walls = [100, 300, 200];
const medianIndex = 2;

function outcomeOf(asked: Asked): Extract<ExperimentOutcome, { state: "done" }> {
  const [variants] = asked;
  return {
    state: "done",
    result: {
      variants: variants.map(({ id, spec }, index) => ({
        id,
        approach: spec.approach,
        spec,
        runs: walls.map((wallMs) => ({
          ...makeFigures(spec, 1, { cores: 2 }),
          wallMs: wallMs + index,
          startupMs: wallMs,
        })),
        medianWallMs: 200 + index,
        spreadMs: 10,
      })),
      verdicts: [{ a: "2", b: "1", ratio: 1.9, verdict: "faster" }],
    },
    traces: new Map(
      variants.map(({ id }) => [id, walls.map(() => new Trace({ tasks: 1, threadLabels: [] }))]),
    ),
  };
}

/** Everything that is settled by now has been told. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe("a lab", () => {
  test("is run as ordered, with the code that is shown", () => {
    const { runner, call } = open();
    runner.start("04-parallel", order);
    const [variants, repeat] = call().asked;
    expect(repeat).toBe(3);
    expect(variants.map(({ id, spec }) => [id, spec.workers, spec.code])).toEqual([
      ["1", 1, "file:///04-parallel/share-out.js"],
      ["2", 2, "file:///04-parallel/share-out.js"],
      ["2*cores", 4, "file:///04-parallel/share-out.js"],
    ]);
  });

  test("is told of run by run: by the name on the screen, and how many there will be", () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    const [variants, , options] = call().asked;
    for (const variant of variants.slice(0, 2)) {
      options?.onProgress?.({ variant, round: 1, rounds: 3 });
    }
    expect(actions).toEqual([
      { type: "lab-run-started", variant: "1 worker", number: 1, of: 9 },
      { type: "lab-run-started", variant: "2 workers", number: 2, of: 9 },
    ]);
  });

  test("has a trace from when its threads are at work until it is over", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    expect(runner.find({ kind: "live" })).toBeNull();
    const trace = new Trace({ tasks: 1, threadLabels: [] });
    call().asked[2]?.onTrace?.(trace, call().asked[0][0]?.spec as never);
    expect(actions).toEqual([{ type: "lab-working" }]);
    expect(runner.find({ kind: "live" })?.trace).toBe(trace);
    const outcome = outcomeOf(call().asked);
    call().outcome.resolve(outcome);
    await settle();
    expect(runner.find({ kind: "live" })).toBeNull();
    // The one of the run whose figures are shown.
    expect(runner.find({ kind: "finished", lab: "workers", variant: "2" })?.trace).toBe(
      outcome.traces.get("2")?.[medianIndex],
    );
    expect(runner.find({ kind: "finished", lab: "workers", variant: "cores" })).toBeNull();
  });

  test("that is done reports its median run", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    call().outcome.resolve(outcomeOf(call().asked));
    await settle();
    const [done] = actions;
    if (done?.type !== "lab-done") throw new Error("not done");
    expect(done.variants.map(({ id, label, runs, figures }) => [id, label, runs, figures.startupMs])).toEqual(
      [
        ["1", "1 worker", 3, 200],
        ["2", "2 workers", 3, 200],
        ["2*cores", "4 workers", 3, 200],
      ],
    );
  });

  test("is recorded under each name that a run has on this machine", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    call().outcome.resolve(outcomeOf(call().asked));
    await settle();
    const [done] = actions;
    if (done?.type !== "lab-done") throw new Error("not done");
    const { record } = done;
    expect(record.variants.map(({ id, label, figures }) => [id, label, figures.wall])).toEqual([
      ["1", "1 worker", 200],
      ["2", "2 workers", 201],
      ["cores", "2 workers", 201],
      ["2*cores", "4 workers", 202],
    ]);
    expect(record.verdicts).toEqual([
      { a: "2", b: "1", ratio: 1.9, verdict: "faster" },
      { a: "cores", b: "1", ratio: 1.9, verdict: "faster" },
      { a: "cores", b: "2", ratio: 1, verdict: "too-close" },
    ]);
  });

  test.each<[string, ExperimentOutcome, Action]>([
    [
      "failed",
      { state: "failed", variant: "2", reason: "out of memory" },
      { type: "lab-failed", reason: "2: out of memory" },
    ],
    ["was stopped", { state: "aborted" }, { type: "lab-aborted" }],
  ])("that %s says so", async (_, outcome, action) => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    call().outcome.resolve(outcome);
    await settle();
    expect(actions).toEqual([action]);
  });

  test("that throws has failed with what was thrown", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    call().outcome.reject(new Error("no thread"));
    await settle();
    expect(actions).toEqual([{ type: "lab-failed", reason: "no thread" }]);
  });
});

describe("a lab that is stopped", () => {
  test("is told to the engine, and nothing is told of it until it is gone", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    runner.abort();
    const [variants, , options] = call().asked;
    expect(options?.signal?.aborted).toBe(true);
    options?.onTrace?.(new Trace({ tasks: 1, threadLabels: [] }), variants[0]?.spec as never);
    options?.onProgress?.({ variant: variants[0], round: 1, rounds: 3 } as never);
    expect(actions).toEqual([]);
    expect(runner.find({ kind: "live" })).toBeNull();
    call().outcome.resolve({ state: "aborted" });
    await settle();
    expect(actions).toEqual([{ type: "lab-aborted" }]);
  });

  test("just as it was done has been stopped all the same", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    runner.abort();
    call().outcome.resolve(outcomeOf(call().asked));
    await settle();
    expect(actions).toEqual([{ type: "lab-aborted" }]);
  });

  test("by leaving is forgotten: its end is nobody's, and its traces are gone", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    runner.forget();
    expect(call().asked[2]?.signal?.aborted).toBe(true);
    call().outcome.resolve(outcomeOf(call().asked));
    await settle();
    expect(actions).toEqual([]);
    expect(runner.find({ kind: "finished", lab: "workers", variant: "2" })).toBeNull();
  });

  test("by another run gives way to it", async () => {
    const { runner, call, actions } = open();
    runner.start("04-parallel", order);
    runner.start("04-parallel", order);
    expect(call(0).asked[2]?.signal?.aborted).toBe(true);
    expect(call(1).asked[2]?.signal?.aborted).toBe(false);
    call(0).outcome.resolve(outcomeOf(call(0).asked));
    await settle();
    expect(actions).toEqual([]);
    call(1).outcome.resolve(outcomeOf(call(1).asked));
    await settle();
    expect(actions.map(({ type }) => type)).toEqual(["lab-done"]);
  });
});

describe("the traces of finished labs", () => {
  const finish = async (
    { runner, call }: ReturnType<typeof open>,
    index: number,
    lab: string,
  ): Promise<void> => {
    runner.start("04-parallel", { ...order, lab });
    call(index).outcome.resolve(outcomeOf(call(index).asked));
    await settle();
  };

  test("are kept by lab until all are forgotten", async () => {
    const opened = open();
    await finish(opened, 0, "workers");
    await finish(opened, 1, "tiny");
    const { runner } = opened;
    const [workersTrace, tinyTrace] = ["workers", "tiny"].map((lab) =>
      runner.find({ kind: "finished", lab, variant: "2" }),
    );
    expect(workersTrace).not.toBeNull();
    expect(tinyTrace).not.toBeNull();
    expect(workersTrace?.trace).not.toBe(tinyTrace?.trace);
    runner.forget();
    expect(runner.find({ kind: "finished", lab: "workers", variant: "2" })).toBeNull();
    expect(runner.find({ kind: "finished", lab: "tiny", variant: "2" })).toBeNull();
  });

  test("stay when a later run of the lab is stopped", async () => {
    const opened = open();
    await finish(opened, 0, "workers");
    const { runner, call } = opened;
    const before = runner.find({ kind: "finished", lab: "workers", variant: "2" })?.trace;
    runner.start("04-parallel", order);
    runner.abort();
    call(1).outcome.resolve({ state: "aborted" });
    await settle();
    expect(runner.find({ kind: "finished", lab: "workers", variant: "2" })?.trace).toBe(before);
  });
});
