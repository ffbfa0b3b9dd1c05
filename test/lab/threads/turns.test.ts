import { describe, expect, it } from "vitest";
import { createTaskRunner } from "../../../src/lab/threads/turns.ts";
import type { EventKind } from "../../../src/lab/trace/event.ts";
import type { Work } from "../../../src/lab/workloads/workload.ts";
import { defer } from "../../support/deferred.ts";
import { nameOf } from "../support/events.ts";

/** Runs tasks of a made-up workload on this thread; keeps what is recorded as `task kind`. */
function createRunner(carryOut: Work["run"]) {
  const log: string[] = [];
  const results = new Map<number, number>();
  const record = (task: number, kind: EventKind) => log.push(`${task} ${nameOf(kind)}`);
  const work: Work = { run: carryOut, computes: () => true, warmUp: () => Promise.resolve(null) };
  const runner = createTaskRunner(work, record);
  const run = (index: number) =>
    runner.run({ index, ms: 0, units: 0, unitsPerSlice: 1 }, (result, input) =>
      results.set(input.index, result),
    );
  return { log, results, run };
}

describe("tasks that share a thread", () => {
  it("take turns, each after all the others", async () => {
    const { log, run } = createRunner(async ({ index }, turn) => {
      for (let slice = 0; slice < 2; slice++) await turn.giveWay();
      return index;
    });
    await Promise.all([0, 1, 2].map(run));
    const round = (before: string, after: string) =>
      [0, 1, 2].flatMap((task) => [`${task} ${before}`, `${task} ${after}`]);
    expect(log).toEqual([
      ...round("started", "yielded"),
      ...round("resumed", "yielded"),
      ...round("resumed", "finished"),
    ]);
  });

  it("do not give way when there is nobody to give way to", async () => {
    const { log, run } = createRunner(async (_, turn) => {
      for (let slice = 0; slice < 5; slice++) await turn.giveWay();
      return 0;
    });
    await run(0);
    await run(1);
    expect(log).toEqual(["0 started", "0 finished", "1 started", "1 finished"]);
  });

  it("do not give way to those that wait, which leave the thread to them", async () => {
    const answer = defer<undefined>();
    const { log, run } = createRunner(async ({ index }, turn) => {
      if (index === 0) await turn.wait((over) => void answer.promise.then(over));
      else for (let slice = 0; slice < 3; slice++) await turn.giveWay();
      return index;
    });
    const waits = run(0);
    await run(1);
    expect(log).toEqual(["0 started", "0 waiting", "1 started", "1 finished"]);
    answer.resolve(undefined);
    await waits;
    expect(log.slice(4)).toEqual(["0 resumed", "0 finished"]);
  });

  it("give way again to one that has waited", async () => {
    const answer = defer<undefined>();
    const { log, run } = createRunner(async ({ index }, turn) => {
      if (index === 0) await turn.wait((over) => void answer.promise.then(over));
      else {
        answer.resolve(undefined);
        await answer.promise;
        await Promise.resolve();
      }
      await turn.giveWay();
      return index;
    });
    await Promise.all([run(0), run(1)]);
    expect(log).toContain("0 yielded");
    expect(log).toContain("1 yielded");
  });

  it("need not give way any more when the others have ended, however they ended", async () => {
    const { log, run } = createRunner(async ({ index }, turn) => {
      if (index === 0) throw new Error("broken");
      if (index === 1) return 1;
      await turn.giveWay();
      await turn.giveWay();
      return index;
    });
    await Promise.allSettled([0, 1, 2].map(run));
    // The third gives way once, to the two that it was started with.
    expect(log.filter((entry) => entry === "2 yielded")).toHaveLength(1);
    expect(log.slice(-4)).toEqual(["0 failed", "1 finished", "2 resumed", "2 finished"]);
  });
});

describe("a task", () => {
  it("hands over its result when it has finished", async () => {
    const { log, results, run } = createRunner(({ index }) => Promise.resolve(index * 10));
    await Promise.all([3, 5].map(run));
    expect([...results]).toEqual([
      [3, 30],
      [5, 50],
    ]);
    expect(log).toEqual(["3 started", "5 started", "3 finished", "5 finished"]);
  });

  it("that fails is recorded so, rejects, and has no result", async () => {
    const { log, results, run } = createRunner(() => Promise.reject(new Error("broken")));
    await expect(run(2)).rejects.toThrow("broken");
    expect(log).toEqual(["2 started", "2 failed"]);
    expect(results.size).toBe(0);
  });
});
