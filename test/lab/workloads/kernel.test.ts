import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compute, seedOf, warmUpKernel } from "../../../src/lab/workloads/kernel.ts";

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** Marsaglia's generator, step by step, in integers of any size. */
function xorshift32(from: number, steps: number): number {
  let x = BigInt.asUintN(32, BigInt(from));
  for (let i = 0; i < steps; i++) {
    x = BigInt.asUintN(32, x ^ (x << 13n));
    x = x ^ (x >> 17n);
    x = BigInt.asUintN(32, x ^ (x << 5n));
  }
  return Number(BigInt.asIntN(32, x));
}

describe("kernel", () => {
  it("does 256 steps of xorshift32 a unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), fc.nat({ max: 4 }), (from, units) => {
        expect(compute(from, units)).toBe(xorshift32(from, units * 256));
      }),
    );
  });

  it("comes to the same in slices as in one go", () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (from, first, second) => {
        expect(compute(compute(from, first), second)).toBe(compute(from, first + second));
      }),
    );
  });

  it("never comes to 0, where it would stay", () => {
    fc.assert(fc.property(seed, fc.nat({ max: 30 }), (from, units) => compute(from, units) !== 0));
  });

  it("starts each task from a seed of its own", () => {
    const seeds = Array.from({ length: 100_000 }, (_, task) => seedOf(task));
    // The last bit is always set, so that none is 0; two tasks may share one, but hardly any do.
    expect(seeds.every((one) => one % 2 === 1 && one > 0 && one < 2 ** 32)).toBe(true);
    expect(new Set(seeds).size).toBeGreaterThan(99_000);
  });
});

/** A clock that gives these readings. */
function clockOf(...readings: readonly number[]): () => number {
  const left = [...readings];
  return () => {
    const next = left.shift();
    if (next === undefined) throw new Error("the clock was read once too often");
    return next;
  };
}

describe("warm-up", () => {
  it("gives the speed of the fastest stretch", () => {
    // 64 units each, in 4, 2 and 8 ms.
    expect(warmUpKernel(10, clockOf(0, 0, 4, 6, 14))).toBe(32);
  });

  it("makes stretches longer until they can be timed", () => {
    // 64 units in 1 ms, 128 in 1.5, and at last 256 in 4.
    expect(warmUpKernel(6, clockOf(0, 0, 1, 2.5, 6.5))).toBe(64);
  });

  it("goes on until the time is over", () => {
    expect(warmUpKernel(8, clockOf(100, 100, 104, 107.5, 108))).toBeGreaterThan(0);
  });

  it("has an answer where no stretch could be timed", () => {
    expect(warmUpKernel(1, clockOf(0, 0, 1))).toBe(128);
  });
});
