import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile, spread } from "../../../src/lab/experiment/statistics.ts";

const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("median", () => {
  it.each([
    [[], Number.NaN],
    [[7], 7],
    [[1, 3], 2],
    [[9, 1, 5], 5],
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("has as many values on one side as on the other", () => {
    fc.assert(
      fc.property(times, (values) => {
        const middle = median(values);
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it("leaves the values in their order", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("quantile", () => {
  // As R computes them: quantile(c(1, 2, 4, 8), share, type = 7).
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 3],
    [0.75, 5],
    [0.9, 6.8],
    [1, 8],
  ])("%d of 1, 2, 4 and 8 is %d", (share, expected) => {
    expect(quantile([8, 2, 1, 4], share)).toBeCloseTo(expected, 12);
  });
});

describe("spread", () => {
  it.each([
    [[], 0],
    [[5], 0],
    [[4, 8], 2],
    [[1, 2, 3, 4, 5], 2],
    [[3, 3, 3], 0],
  ])("of %j is %d", (values, expected) => {
    expect(spread(values)).toBe(expected);
  });

  it("does not change when all runs take longer by the same time", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), (values) => {
        expect(spread(values.map((value) => value + 4096))).toBe(spread(values));
      }),
    );
  });
});
