import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/lab/experiment/verdict.ts";

const opposite = { faster: "slower", slower: "faster", "too-close": "too-close" } as const;
const values = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 1000, noNaN: true })),
  {
    maxLength: 8,
  },
);

describe("verdict", () => {
  it.each([
    { a: [100, 100], b: [200, 200], ratio: 2, verdict: "faster" },
    { a: [200, 200], b: [100, 100], ratio: 0.5, verdict: "slower" },
    { a: [100, 100], b: [100, 100], ratio: 1, verdict: "too-close" },
    // Steady, but less than 5 per cent apart; and just 5 per cent.
    { a: [100, 100], b: [104, 104], ratio: 1.04, verdict: "too-close" },
    { a: [100, 100], b: [105, 105], ratio: 1.05, verdict: "faster" },
    { a: [105, 105], b: [100, 100], ratio: 100 / 105, verdict: "slower" },
    // Far apart, but no further than both spreads together: 20 and 30, spreads 5 and 5.
    { a: [15, 20, 25], b: [25, 30, 35], ratio: 1.5, verdict: "too-close" },
    { a: [15, 20, 25], b: [26, 31, 36], ratio: 1.55, verdict: "faster" },
    // One run on a side says nothing, nor does none.
    { a: [100], b: [500, 500], ratio: 5, verdict: "too-close" },
    { a: [500, 500], b: [100], ratio: 0.2, verdict: "too-close" },
    { a: [100], b: [500], ratio: 5, verdict: "too-close" },
    { a: [], b: [500, 500], ratio: Number.NaN, verdict: "too-close" },
  ])("of $a against $b is $verdict", ({ a, b, ratio, verdict }) => {
    const found = judge({ id: "A", values: a }, { id: "B", values: b });
    expect(found).toEqual({ a: "A", b: "B", ratio: found.ratio, verdict });
    if (Number.isNaN(ratio)) expect(found.ratio).toBeNaN();
    else expect(found.ratio).toBeCloseTo(ratio, 12);
  });

  it("is mirrored when the sides are changed", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const there = judge({ id: "A", values: a }, { id: "B", values: b });
        const back = judge({ id: "B", values: b }, { id: "A", values: a });
        expect(back.verdict).toBe(opposite[there.verdict]);
        expect([back.a, back.b]).toEqual(["B", "A"]);
        if (Number.isFinite(there.ratio)) expect(back.ratio * there.ratio).toBeCloseTo(1, 10);
      }),
      { numRuns: 1000 },
    );
  });

  it("calls faster what took less time only, by 5 per cent, and more than once", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { ratio, verdict } = judge({ id: "A", values: a }, { id: "B", values: b });
        if (verdict === "faster") expect(ratio).toBeGreaterThanOrEqual(1.05);
        if (verdict === "slower") expect(ratio).toBeLessThanOrEqual(1 / 1.05 + 1e-12);
        if (verdict !== "too-close") expect(Math.min(a.length, b.length)).toBeGreaterThan(1);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the unit of time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
        (a, b) => {
          const scaled = (values: number[]) => values.map((value) => value * 1024);
          const small = judge({ id: "A", values: a }, { id: "B", values: b });
          expect(judge({ id: "A", values: scaled(a) }, { id: "B", values: scaled(b) })).toEqual(small);
        },
      ),
    );
  });
});

describe("a figure of nothing", () => {
  it("is less than another, by a factor that can be written down", () => {
    const nothing = { id: "A", values: [0, 0, 0] };
    const something = { id: "B", values: [3, 3.1, 2.9] };
    expect(judge(nothing, something)).toEqual({ a: "A", b: "B", ratio: 1e6, verdict: "faster" });
    expect(judge(something, nothing)).toEqual({ a: "B", b: "A", ratio: 1e-6, verdict: "slower" });
    expect(judge(nothing, { ...nothing, id: "C" })).toMatchObject({ ratio: 1, verdict: "too-close" });
  });
});
