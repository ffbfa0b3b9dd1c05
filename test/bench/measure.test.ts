import { describe, expect, it } from "vitest";
import { chooseQuiet, isQuiet, measurePairs, type Pair, ratioOf, summarise } from "../../bench/measure.ts";
import { meetsBound } from "../../bench/row.ts";
import { combine, findWorkDone } from "../../bench/work-done.ts";
import { compute, seedOf } from "../../src/lab/workloads/kernel.ts";

const quiet = (value: number) => ({ value, others: 0 });
const disturbed = (value: number) => ({ value, others: 0.5 });
const pairsOf = (pair: Pair) => [pair.a, pair.b];

describe("summarise", () => {
  it("gives the median and the quartiles, whatever the order", () => {
    expect(summarise([5, 1, 4, 2, 3])).toEqual({ median: 3, lowerQuartile: 2, upperQuartile: 4 });
  });
  it("has nothing to say about nothing", () => {
    expect(summarise([]).median).toBeNaN();
  });
});

describe("measurePairs", () => {
  it("measures in turn, the other one first every second time", async () => {
    const order: string[] = [];
    const measure = (name: string) => () => {
      order.push(name);
      return quiet(1);
    };
    await measurePairs(3, measure("a"), measure("b"));
    expect(order.join("")).toBe("abbaab");
  });

  it("pairs a with b whichever came first", async () => {
    const { used } = await measurePairs(
      4,
      () => quiet(6),
      () => quiet(3),
    );
    expect(used.map(ratioOf)).toEqual([2, 2, 2, 2]);
  });

  it("makes a disturbed pair again and leaves it out", async () => {
    let measurements = 0;
    const {
      used,
      made,
      quiet: undisturbed,
    } = await measurePairs(
      4,
      () => (measurements++ < 2 ? disturbed(9) : quiet(2)),
      () => quiet(1),
    );
    expect(used.map(ratioOf)).toEqual([2, 2, 2, 2]);
    expect(made).toBe(6);
    expect(undisturbed).toBe(true);
  });

  it("gives up on a machine that is never quiet: then all pairs count, and that is told", async () => {
    const choice = await measurePairs(
      4,
      () => disturbed(2),
      () => quiet(1),
    );
    expect(choice.made).toBe(8);
    expect(choice.used).toHaveLength(8);
    expect(choice.quiet).toBe(false);
  });
});

describe("chooseQuiet", () => {
  const pair = (ratio: number, calm: boolean): Pair => ({
    a: quiet(ratio),
    b: calm ? quiet(1) : disturbed(1),
  });

  it("takes half of what was wanted for enough", () => {
    const calm = [true, true, false, true, false, true];
    const items = calm.map((isCalm, index) => pair(index, isCalm));
    expect(chooseQuiet(items, 8, pairsOf).used.map(ratioOf)).toEqual([0, 1, 3, 5]);
    expect(chooseQuiet(items, 9, pairsOf).used.map(ratioOf)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it("does not make do with fewer than three, unless fewer were wanted", () => {
    const items = [pair(1, true), pair(2, true), pair(3, false)];
    expect(chooseQuiet(items, 4, pairsOf).quiet).toBe(false);
    expect(chooseQuiet(items, 2, pairsOf).quiet).toBe(true);
  });
  it("decides by what others did, not by the values", () => {
    const items = [pair(1, true), pair(100, true)];
    expect(chooseQuiet(items, 2, pairsOf).used).toHaveLength(2);
  });
  it("trusts where the system does not tell", () => {
    expect(isQuiet([{ value: 1, others: null }])).toBe(true);
  });
});

describe("meetsBound", () => {
  it("takes the bound itself for met", () => {
    expect(meetsBound(1.2, { atMost: 1.2 })).toBe(true);
    expect(meetsBound(1.21, { atMost: 1.2 })).toBe(false);
    expect(meetsBound(0.95, { atLeast: 0.95 })).toBe(true);
    expect(meetsBound(0.94, { atLeast: 0.95 })).toBe(false);
  });
});

describe("findWorkDone", () => {
  const checksumOf = (units: number) =>
    combine(Int32Array.from([0, 1, 2], (task) => compute(seedOf(task), units)));

  it("tells from a checksum how much was computed", () => {
    const found = findWorkDone(new Set([checksumOf(40), checksumOf(57)]), {
      tasks: 3,
      leastUnits: 30,
      mostUnits: 60,
    });
    expect(found).toEqual(
      new Map([
        [checksumOf(40), 40],
        [checksumOf(57), 57],
      ]),
    );
  });
  it("says nothing about what it does not find", () => {
    expect(findWorkDone(new Set([checksumOf(61)]), { tasks: 3, leastUnits: 30, mostUnits: 60 }).size).toBe(0);
  });
});
