import { describe, expect, it } from "vitest";
import { measureScaling } from "../../../src/lab/experiment/scaling.ts";

describe("scaling", () => {
  it("compares the medians with that of one worker, whatever the order", () => {
    const scaling = measureScaling(
      [
        { workers: 4, wallMs: [30, 20, 25] },
        { workers: 1, wallMs: [100, 90, 140] },
        { workers: 2, wallMs: [50, 50, 50] },
      ],
      4,
    );
    expect(scaling?.points.map(({ workers, speedUp }) => [workers, speedUp])).toEqual([
      [1, 1],
      [2, 2],
      [4, 4],
    ]);
    expect(scaling?.points.map(({ efficiency }) => efficiency)).toEqual([1, 1, 1]);
    // Quartiles of 20, 25, 30.
    expect(scaling?.points[2]?.middleHalf).toEqual({ from: 100 / 27.5, to: 100 / 22.5 });
    expect(scaling?.fit?.runs).toBe(9);
  });

  it("shows more workers than cores but fits without them", () => {
    const scaling = measureScaling(
      [
        { workers: 1, wallMs: [100, 100] },
        { workers: 2, wallMs: [60, 60] },
        { workers: 4, wallMs: [60, 60] },
      ],
      2,
    );
    expect(scaling?.points).toHaveLength(3);
    expect(scaling?.points[2]?.efficiency).toBeCloseTo(100 / 60 / 4, 12);
    expect(scaling?.fit?.runs).toBe(4);
    expect(scaling?.fit?.serial).toBeCloseTo(0.2, 12);
  });

  it("has no fit on one core", () => {
    const scaling = measureScaling(
      [
        { workers: 1, wallMs: [100, 100] },
        { workers: 2, wallMs: [101, 99] },
      ],
      1,
    );
    expect(scaling?.fit).toBeNull();
    expect(scaling?.points).toHaveLength(2);
  });

  it("needs runs of one worker to compare with", () => {
    expect(measureScaling([{ workers: 2, wallMs: [50] }], 2)).toBeNull();
    expect(
      measureScaling(
        [
          { workers: 1, wallMs: [] },
          { workers: 2, wallMs: [50] },
        ],
        2,
      ),
    ).toBeNull();
  });
});
