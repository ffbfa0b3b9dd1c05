import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPhases } from "../../../src/lab/programs/phases.ts";

describe("the parts of a program's time", () => {
  it("are start, hand-over and computing of one process", () => {
    const chunks = [
      { fromMs: 30, toMs: 50 },
      { fromMs: 55, toMs: 75 },
    ];
    expect(splitPhases(80, 20, chunks)).toEqual({ startMs: 20, computeMs: 40, handOverMs: 20 });
  });

  it("count time once in which several compute", () => {
    const chunks = [
      { fromMs: 12, toMs: 40 },
      { fromMs: 10, toMs: 20 },
      { fromMs: 15, toMs: 30 },
    ];
    expect(splitPhases(45, 8, chunks)).toEqual({ startMs: 8, computeMs: 30, handOverMs: 7 });
  });

  it("have no start where the one that computes was there before", () => {
    expect(splitPhases(10, -5, [{ fromMs: 1, toMs: 9 }])).toEqual({
      startMs: 0,
      computeMs: 8,
      handOverMs: 2,
    });
  });

  it("begin to compute when the first chunk begins, if nobody has said to be there", () => {
    const chunks = [{ fromMs: 3, toMs: 9 }];
    expect(splitPhases(10, Infinity, chunks)).toEqual({ startMs: 3, computeMs: 6, handOverMs: 1 });
  });

  it("add up, and none is negative, whatever is reported", () => {
    const time = fc.double({ min: -10, max: 1000, noNaN: true });
    const chunk = fc.tuple(time, time).map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 900, noNaN: true }),
        time,
        fc.array(chunk),
        (wallMs, hereMs, chunks) => {
          const { startMs, handOverMs, computeMs } = splitPhases(wallMs, hereMs, chunks);
          expect(Math.min(startMs, handOverMs, computeMs)).toBeGreaterThanOrEqual(0);
          expect(startMs + handOverMs + computeMs).toBeCloseTo(wallMs, 6);
        },
      ),
    );
  });
});
