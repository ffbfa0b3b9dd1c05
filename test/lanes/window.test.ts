import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceWindow, panWindow, zoomWindow } from "../../src/lab/lanes/window.ts";

const limits = { fromMs: 0, toMs: 1000, leastMs: 1 };

describe("niceWindow", () => {
  it("ends at a round time with room for a run that is a little late", () => {
    const ends = (
      [
        [0, null],
        [0, 600],
        [604, 600],
        [790, 600],
        [0, 1000],
        [101, null],
        [10_001, 10_000],
      ] as const
    ).map(([elapsedMs, expectedMs]) => niceWindow(elapsedMs, expectedMs).toMs);
    expect(ends).toEqual([1, 800, 800, 800, 1500, 150, 15_000]);
  });

  it("holds what has elapsed, wastes at most half, and moves rarely", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (elapsedMs) => {
        const { fromMs, toMs } = niceWindow(elapsedMs, null);
        expect(fromMs).toBe(0);
        expect(toMs).toBeGreaterThanOrEqual(elapsedMs);
        expect(toMs).toBeLessThanOrEqual(elapsedMs * 1.51);
      }),
    );
    const ends = new Set(Array.from({ length: 10_000 }, (_, ms) => niceWindow(ms, null).toMs));
    expect(ends.size).toBeLessThanOrEqual(33);
  });
});

describe("zoomWindow and panWindow", () => {
  it("keep the moment in its place", () => {
    expect(zoomWindow({ fromMs: 0, toMs: 1000 }, 250, 0.5, limits)).toEqual({ fromMs: 125, toMs: 625 });
    expect(zoomWindow({ fromMs: 125, toMs: 625 }, 250, 2, limits)).toEqual({ fromMs: 0, toMs: 1000 });
    expect(panWindow({ fromMs: 100, toMs: 300 }, 50, limits)).toEqual({ fromMs: 150, toMs: 350 });
    expect(panWindow({ fromMs: 100, toMs: 300 }, -500, limits)).toEqual({ fromMs: 0, toMs: 200 });
  });

  it("stay within the limits", () => {
    const within = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        within,
        within,
        within,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        (a, b, around, by) => {
          const window = { fromMs: Math.min(a, b), toMs: Math.max(a, b) };
          for (const { fromMs, toMs } of [
            zoomWindow(window, around, by, limits),
            panWindow(window, by, limits),
          ]) {
            expect(fromMs).toBeGreaterThanOrEqual(0);
            expect(toMs).toBeLessThanOrEqual(1000 + 1e-9);
            expect(toMs).toBeGreaterThanOrEqual(fromMs);
          }
          const zoomed = zoomWindow(window, around, by, limits);
          expect(zoomed.toMs - zoomed.fromMs).toBeGreaterThanOrEqual(1 - 1e-9);
        },
      ),
    );
  });
});
