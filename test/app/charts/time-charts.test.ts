import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawTimeCharts, type TimeSeries, valueIn } from "../../../src/app/charts/time-charts.ts";
import type { Display } from "../../../src/app/state.ts";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { textOf } from "../views/judge.ts";

const unicode: Display = { glyphs: "unicode", reducedMotion: false, painted: true };
const ascii: Display = { ...unicode, glyphs: "ascii" };

function series(kind: TimeSeries["kind"], points: readonly (readonly [number, number])[]): TimeSeries {
  return {
    title: "memory",
    kind,
    points: points.map(([atMs, value]) => ({ atMs, value })),
    figures: ["90 MB"],
  };
}

describe("what a column of a chart shows", () => {
  const points = [
    [0, 10],
    [100, 30],
    [200, 20],
  ] as const;

  test.each([
    // A level changes evenly between two readings; the highest within the column counts.
    ["level", 0, 50, 20],
    ["level", 50, 150, 30],
    ["level", 150, 200, 25],
    // A count stays until the next reading.
    ["count", 0, 50, 10],
    ["count", 50, 150, 30],
    ["count", 110, 150, 30],
    // A rate tells of the time before its reading; of two in a column the mean, by their share of it.
    ["rate", 0, 50, 30],
    ["rate", 50, 150, 25],
    ["rate", 75, 175, 22.5],
    ["rate", 100, 150, 20],
    // What tells of its own moment tells of no other.
    ["each", 0, 50, 10],
    ["each", 50, 150, 30],
    ["each", 110, 150, null],
    ["each", 200, 250, 20],
    // Before the first reading and after the last one nothing is known.
    ["level", -50, 0, null],
    ["rate", 200, 250, null],
    ["count", 250, 300, null],
  ] as const)("%s from %d to %d: %s", (kind, fromMs, toMs, expected) => {
    expect(valueIn(series(kind, points), fromMs, toMs)).toBe(expected);
  });

  test("nothing without readings", () => {
    expect(valueIn(series("level", []), 0, 1)).toBeNull();
  });
});

describe("charts over time", () => {
  const rising = series("level", [
    [0, 0],
    [800, 80],
  ]);

  function heights(lines: readonly string[], from: number): number[] {
    const blocks = "▁▂▃▄▅▆▇█";
    return Array.from({ length: 40 }, (_, column) =>
      lines.reduce((sum, text) => sum + blocks.indexOf(text[from + column] ?? " ") + 1, 0),
    );
  }

  test("rise as the quantity does, from nothing to all of their rows", () => {
    const lines = drawTimeCharts([rising], { fromMs: 0, toMs: 800 }, 56, 5, unicode).map(textOf);
    const seen = heights(lines.slice(0, 4), 10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBeLessThanOrEqual(2);
    expect(seen[19]).toBeGreaterThanOrEqual(15);
    expect(seen[19]).toBeLessThanOrEqual(17);
    expect(seen[39]).toBe(32);
  });

  test("never show as nothing what is there", () => {
    const little = series("count", [
      [0, 1],
      [400, 1000],
      [800, 1000],
    ]);
    const [, , , row = ""] = drawTimeCharts([little], { fromMs: 0, toMs: 800 }, 56, 5, unicode).map(textOf);
    expect(row[10]).toBe("▁");
    expect(drawTimeCharts([little], { fromMs: 0, toMs: 800 }, 56, 5, ascii).map(textOf)[3]?.[10]).toBe(".");
  });

  test("stand on one axis, with their titles before and their figures after them", () => {
    const lines = drawTimeCharts(
      [rising, { ...rising, title: "threads", figures: ["12", "", "from 11"] }],
      { fromMs: 0, toMs: 800 },
      70,
      12,
      unicode,
    ).map(textOf);
    expect(lines[0]).toMatch(/^ {3}memory .* 90 MB$/);
    const second = lines.findIndex((text) => text.includes("threads"));
    expect(lines[second]).toMatch(/ 12$/);
    expect(lines[second + 2]).toMatch(/ from 11$/);
    expect(lines.at(-1)).toMatch(/^ {10}┴0 ms.*┴200/);
  });

  test("mark where the tasks begin, where there is something before it", () => {
    const before = series("count", [
      [-500, 1],
      [400, 9],
      [500, 9],
    ]);
    const lines = drawTimeCharts([before], { fromMs: -500, toMs: 500 }, 62, 6, unicode).map(textOf);
    const column = lines[0]?.indexOf("┊") ?? -1;
    expect(lines.at(-2)?.[column + 1]).toBe("0");
    expect(lines.at(-2)?.[column]).toBe("┴");
    expect(lines.at(-1)).toContain("┊ 0: the tasks begin");
    expect(
      drawTimeCharts([rising], { fromMs: 0, toMs: 800 }, 62, 6, unicode).map(textOf).join(""),
    ).not.toContain("begin");
  });

  test("take no more room than there is, in signs of one column, whatever they show", () => {
    const point = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 1e6 }));
    const one = fc.record({
      title: fc.constantFrom("memory", "in flight"),
      kind: fc.constantFrom("level" as const, "rate" as const, "count" as const),
      points: fc
        .array(point, { maxLength: 30 })
        .map((list) => list.map(([atMs, value]) => ({ atMs, value })).sort((a, b) => a.atMs - b.atMs)),
      figures: fc.constantFrom([], ["90 MB"], ["1,234 MB", "", "from 90 MB"]),
    });
    const given = fc.record({
      all: fc.array(one, { minLength: 1, maxLength: 5 }),
      fromMs: fc.integer({ min: -3000, max: 0 }),
      length: fc.integer({ min: 1, max: 5000 }),
      width: fc.integer({ min: 60, max: 160 }),
      height: fc.integer({ min: 3, max: 40 }),
      display: fc.constantFrom(unicode, ascii),
    });
    fc.assert(
      fc.property(given, ({ all, fromMs, length, width, height, display }) => {
        const lines = drawTimeCharts(all, { fromMs, toMs: fromMs + length }, width, height, display);
        expect(lines.length).toBeLessThanOrEqual(height);
        for (const line of lines) {
          const text = textOf(line);
          expect(lineWidth(line)).toBe([...text].length);
          expect(lineWidth(line)).toBeLessThanOrEqual(width);
          expect(text).not.toMatch(/NaN|Infinity|undefined/);
          if (display === ascii) expect(text).toMatch(/^[ -~]*$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
