import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSpeedUps } from "../../../src/app/charts/speed-up-chart.ts";
import type { Display } from "../../../src/app/state.ts";
import { type Line, lineWidth } from "../../../src/app/text/lines.ts";
import { measureScaling, type Scaling } from "../../../src/lab/experiment/scaling.ts";
import { textOf } from "../views/judge.ts";

const unicode: Display = { glyphs: "unicode", reducedMotion: false, painted: true };
const ascii: Display = { ...unicode, glyphs: "ascii" };

/** Runs as Amdahl's model has them, three of each, with the middle one in between. */
function scalingOf(serial: number, cores: number, counts: readonly number[], scatter = 0): Scaling {
  const runs = counts.map((workers) => {
    const wallMs = 100 * (serial + (1 - serial) / Math.min(workers, cores));
    return { workers, wallMs: [wallMs * (1 - scatter), wallMs, wallMs * (1 + scatter)] };
  });
  const scaling = measureScaling(runs, cores);
  if (scaling === null) throw new Error("no scaling");
  return scaling;
}

/** The pieces of the field alone, without the axes around it, row by row. */
function fieldOf(lines: readonly Line[]): string[] {
  return lines.slice(1, -3).map((line) => textOf(line.slice(2)));
}
/** Column and row of every sign of the field. */
function find(lines: readonly Line[], sign: string): [column: number, row: number][] {
  return fieldOf(lines).flatMap((text, row) =>
    [...text].flatMap((glyph, column): [number, number][] => (glyph === sign ? [[column, row]] : [])),
  );
}

describe("the chart of speed-ups", () => {
  test("has a point for every number of workers, further right and, up to the cores, higher", () => {
    const points = find(drawSpeedUps(scalingOf(0, 4, [1, 2, 3, 4, 8]), 80, 20, unicode), "●").sort(
      ([a], [b]) => a - b,
    );
    expect(points).toHaveLength(5);
    const rows = points.map(([, row]) => row);
    expect(rows.slice(0, 4)).toEqual([...new Set(rows.slice(0, 4))].sort((a, b) => b - a));
    expect(rows[4]).toBe(rows[3]);
    expect(rows[3]).toBe(0);
  });

  test("puts a point between 0 and the top in proportion to its speed-up", () => {
    // 17 rows: 0 to 4 on rows 16 to 0.
    const points = find(drawSpeedUps(scalingOf(0, 4, [1, 2, 4]), 80, 21, unicode), "●");
    expect(points.map(([, row]) => row).sort((a, b) => a - b)).toEqual([0, 8, 12]);
  });

  test("names the measured numbers of workers below their points", () => {
    const lines = drawSpeedUps(scalingOf(0.1, 8, [1, 2, 8, 16]), 80, 20, unicode);
    const labels = textOf((lines.at(-2) ?? []).slice(2));
    const columns = find(lines, "●").map(([column]) => column);
    for (const [index, column] of columns.sort((a, b) => a - b).entries()) {
      expect(labels.slice(column, column + 2).trim()).toBe(["1", "2", "8", "16"][index]);
    }
  });

  test("shows the middle half of the runs as a line through the point", () => {
    const lines = drawSpeedUps(scalingOf(0, 2, [1, 2], 0.3), 60, 30, unicode);
    const spread = find(lines, "│");
    for (const [column, row] of find(lines, "●")) {
      expect(spread.filter(([at]) => at === column).map(([, at]) => at)).toContain(row + 1);
    }
  });

  test("draws the fitted line below the ideal one, and says how much was serial", () => {
    const lines = drawSpeedUps(scalingOf(0.25, 8, [1, 2, 4, 8]), 80, 24, ascii);
    for (const [column, row] of find(lines, "-")) {
      for (const [, above] of find(lines, ".").filter(([at]) => at === column)) {
        expect(above).toBeLessThanOrEqual(row);
      }
    }
    expect(find(lines, "-").length).toBeGreaterThan(10);
    expect(textOf(lines.at(-1) ?? [])).toContain("fitted: 25 % serial");
  });

  test("has the ideal end its rise at the cores, which it marks", () => {
    const lines = drawSpeedUps(scalingOf(0.5, 2, [1, 2, 4]), 80, 20, ascii);
    const [column] = find(lines, ":")[0] ?? [0];
    const beyond = find(lines, ".").filter(([at]) => at > column);
    expect(new Set(beyond.map(([, row]) => row))).toEqual(new Set([0]));
    expect(fieldOf(lines).at(-1)).toContain("2 cores");
  });

  test("on one core has no fitted line and does not speak of one", () => {
    const lines = drawSpeedUps(scalingOf(0, 1, [1, 2]), 76, 14, unicode);
    expect(lines.map(textOf).join("\n")).not.toContain("fitted");
    expect(lines.map(textOf).join("\n")).toContain("1 core");
  });

  test("is as tall as was asked for and no wider, in signs of one column, whatever was measured", () => {
    const run = fc.record({
      workers: fc.integer({ min: 1, max: 256 }),
      wallMs: fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 4 }),
    });
    const given = fc.record({
      runs: fc.uniqueArray(run, { selector: ({ workers }) => workers, maxLength: 8 }),
      cores: fc.integer({ min: 1, max: 128 }),
      width: fc.integer({ min: 60, max: 160 }),
      height: fc.integer({ min: 8, max: 50 }),
      display: fc.constantFrom(unicode, ascii),
    });
    fc.assert(
      fc.property(given, ({ runs, cores, width, height, display }) => {
        const single = { workers: 1, wallMs: [50, 60] };
        const scaling = measureScaling([single, ...runs.filter(({ workers }) => workers > 1)], cores);
        if (scaling === null) throw new Error("no scaling");
        const lines = drawSpeedUps(scaling, width, height, display);
        expect(lines).toHaveLength(height);
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
