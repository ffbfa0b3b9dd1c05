import "../support/patience.ts";
import { describe, expect, it } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { workloads } from "../../../src/lab/workloads/index.ts";
import { compute, seedOf } from "../../../src/lab/workloads/kernel.ts";
import type { Turn } from "../../../src/lab/workloads/workload.ts";

/** Counts what a workload does with its thread. */
function countingTurn() {
  const counts = { gaveWay: 0, waited: 0 };
  const turn: Turn = {
    giveWay: () => {
      counts.gaveWay++;
      return Promise.resolve();
    },
    wait: (start) => {
      counts.waited++;
      return new Promise(start);
    },
  };
  return { counts, turn };
}

describe("cpu", () => {
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
    const result = await workloads.cpu({ index: 4, ms: 1, ...sizes }, turn);
    expect(counts).toEqual({ gaveWay, waited: 0 });
    expect(result | 0).toBe(compute(seedOf(4), sizes.units));
  });

  it("does work of its own for each task", async () => {
    const { turn } = countingTurn();
    const input = { ms: 1, units: 3, unitsPerSlice: 10 };
    const results = await Promise.all([0, 1, 2].map((index) => workloads.cpu({ index, ...input }, turn)));
    expect(new Set(results).size).toBe(3);
  });
});

describe("wait", () => {
  it("waits once, for as long as it was asked to", async () => {
    const { counts, turn } = countingTurn();
    const before = readClock();
    await workloads.wait({ index: 0, ms: 20, units: 0, unitsPerSlice: 1 }, turn);
    // Node counts its timers in whole milliseconds.
    expect(readClock() - before).toBeGreaterThanOrEqual(19);
    expect(counts).toEqual({ gaveWay: 0, waited: 1 });
  });

  it("has a result of its own for each task", async () => {
    const { turn } = countingTurn();
    const input = { ms: 0, units: 0, unitsPerSlice: 1 };
    const results = await Promise.all([0, 1, 2].map((index) => workloads.wait({ index, ...input }, turn)));
    expect(new Set(results).size).toBe(3);
    expect(results.every((result) => result === (result | 0))).toBe(true);
  });
});
