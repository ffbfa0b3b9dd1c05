import "../support/patience.ts";
import { describe, expect, it } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { cpu } from "../../../src/lab/workloads/cpu.ts";
import { compute, seedOf } from "../../../src/lab/workloads/kernel.ts";
import { wait } from "../../../src/lab/workloads/wait.ts";
import type { Turn, WorkContext } from "../../../src/lab/workloads/workload.ts";

/** Counts what a workload does with its thread. */
function countingTurn() {
  const counts = { gaveWay: 0, waited: 0 };
  const turn: Turn = {
    giveWay: () => {
      counts.gaveWay++;
      return Promise.resolve();
    },
    block: (sleep) => sleep(),
    wait: (start) => {
      counts.waited++;
      return new Promise((resolve, reject) =>
        start((error) => (error === undefined ? resolve() : reject(error))),
      );
    },
  };
  return { counts, turn };
}

const context: WorkContext = {
  spec: { workload: "cpu", approach: "sequential", tasks: 1, workers: 1, taskMs: 0, sliceMs: 1 },
  thread: 0,
  environment: null,
};

describe("cpu", async () => {
  const computing = await cpu(context);

  it.each([
    { units: 0, unitsPerSlice: 10, gaveWay: 0 },
    { units: 9, unitsPerSlice: 10, gaveWay: 0 },
    { units: 10, unitsPerSlice: 10, gaveWay: 0 },
    { units: 11, unitsPerSlice: 10, gaveWay: 1 },
    { units: 100, unitsPerSlice: 10, gaveWay: 9 },
    { units: 101, unitsPerSlice: 10, gaveWay: 10 },
    { units: 5, unitsPerSlice: 1, gaveWay: 4 },
  ])("gives way $gaveWay times in $units units, $unitsPerSlice a slice", async ({ gaveWay, ...sizes }) => {
    const { counts, turn } = countingTurn();
    const result = await computing.run({ index: 4, ms: 1, ...sizes }, turn);
    expect(counts).toEqual({ gaveWay, waited: 0 });
    expect(result | 0).toBe(compute(seedOf(4), sizes.units));
  });

  it.each([0, 1, 9, 10, 11, 100])("comes to the same in steps: %d units", (units) => {
    const steps = computing.steps?.({ index: 2, ms: 1, units, unitsPerSlice: 10 });
    let count = 0;
    let last = steps?.next();
    for (; last?.done === false; last = steps?.next()) count++;
    expect(count).toBe(Math.max(0, Math.ceil(units / 10) - 1));
    expect(Number(last?.value) | 0).toBe(compute(seedOf(2), units));
  });

  it("does work of its own for each task", async () => {
    const { turn } = countingTurn();
    const input = { ms: 1, units: 3, unitsPerSlice: 10 };
    const results = await Promise.all([0, 1, 2].map((index) => computing.run({ index, ...input }, turn)));
    expect(new Set(results).size).toBe(3);
  });
});

describe("wait", async () => {
  const waiting = await wait(context);

  it("waits once, for as long as it was asked to", async () => {
    const { counts, turn } = countingTurn();
    const before = readClock();
    await waiting.run({ index: 0, ms: 20, units: 0, unitsPerSlice: 1 }, turn);
    // Node counts its timers in whole milliseconds.
    expect(readClock() - before).toBeGreaterThanOrEqual(19);
    expect(counts).toEqual({ gaveWay: 0, waited: 1 });
  });

  it("has a result of its own for each task", async () => {
    const { turn } = countingTurn();
    const input = { ms: 0, units: 0, unitsPerSlice: 1 };
    const results = await Promise.all([0, 1, 2].map((index) => waiting.run({ index, ...input }, turn)));
    expect(new Set(results).size).toBe(3);
    expect(results.every((result) => result === (result | 0))).toBe(true);
  });
});
