import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { addAxis, listTicks, niceStep } from "../../src/lab/lanes/axis.ts";
import { Columns } from "../../src/lab/lanes/columns.ts";
import { encodeRow } from "../../src/lab/lanes/encode.ts";
import { formatMs, formatPercent } from "../../src/lab/lanes/format.ts";
import { glyphs } from "../../src/lab/lanes/glyphs.ts";
import { RowBuilder } from "../../src/lab/lanes/row.ts";

function axis(fromMs: number, toMs: number, count: number, cursorMs: number | null = null): string {
  const row = new RowBuilder();
  addAxis(row, new Columns({ fromMs, toMs }, count, toMs), glyphs.unicode, cursorMs);
  return encodeRow(row.build(), "none");
}

describe("the axis", () => {
  it("has round ticks in the unit that reads best", () => {
    expect(axis(0, 600, 50)).toBe("┴0 ms───────────┴200─────────────┴400─────────────");
    expect(axis(0, 1.5, 50)).toBe("┴0 µs───────────┴500─────────────┴1,000───────────");
    expect(axis(0, 40_000, 50)).toBe("┴0 s────────┴10──────────┴20─────────┴30──────────");
    expect(axis(12_000, 12_200, 50)).toBe("┴12.00 s────┴12.05───────┴12.10──────┴12.15───────");
    expect(axis(90, 130, 50)).toBe("┴90 ms──────┴100─────────┴110────────┴120─────────");
  });

  it("shows the cursor's time in place of the labels in its way", () => {
    expect(axis(0, 600, 50, 210)).toBe("┴0 ms───────────┴▲210 ms─────────┴400─────────────");
    expect(axis(0, 600, 50, 190)).toBe("┴0 ms──────────▲190 ms───────────┴400─────────────");
    expect(axis(0, 600, 50, 600)).toBe("┴0 ms───────────┴200─────────────┴400──────600 ms▲");
    expect(axis(0, 600, 50, 700)).toBe(axis(0, 600, 50));
  });

  it("fills its columns whatever the window, and puts ticks where their times are", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (fromMs, spanMs, count, place) => {
          expect(stringWidth(axis(fromMs, fromMs + spanMs, count, fromMs + spanMs * place))).toBe(count);
          const ticks = listTicks(new Columns({ fromMs, toMs: fromMs + spanMs }, count, Infinity), "µs");
          for (const [index, { column }] of ticks.entries()) {
            expect(column).toBeGreaterThan(ticks[index - 1]?.column ?? -1);
            expect(column).toBeLessThan(count);
          }
        },
      ),
    );
  });

  it("steps by 1, 2 or 5", () => {
    const steps = [0.03, 0.5, 1, 1.1, 4, 7, 30, 51].map(niceStep);
    expect(steps.map(({ digit, exponent }) => `${digit}e${exponent}`)).toEqual([
      "5e-2",
      "5e-1",
      "1e0",
      "2e0",
      "5e0",
      "1e1",
      "5e1",
      "1e2",
    ]);
  });
});

describe("figures", () => {
  it("have a unit and at most 8 columns", () => {
    const cases = [0, 0.0001, 0.62, 0.9996, 9.624, 604.4, 9604, 12_345, 999_949, 1_234_000];
    expect(cases.map((ms) => formatMs(ms, "unicode"))).toEqual([
      "0 ms",
      "0 µs",
      "620 µs",
      "1.00 ms",
      "9.62 ms",
      "604 ms",
      "9,604 ms",
      "12.3 s",
      "999.9 s",
      "1,234 s",
    ]);
    expect(formatMs(0.62, "ascii")).toBe("620 us");
  });

  it("never call a little nothing", () => {
    expect([0, 0.001, 0.03, 0.996, 1.2].map(formatPercent)).toEqual(["0 %", "<1 %", "3 %", "100 %", "100 %"]);
  });
});

describe("glyphs", () => {
  it("are one column wide each", () => {
    for (const set of [glyphs.unicode, glyphs.ascii]) {
      for (const glyph of [...set.cells, set.cursor, set.dash, ...Object.values(set.axis)]) {
        expect([glyph, stringWidth(glyph)]).toEqual([glyph, 1]);
      }
    }
  });

  it("differ from each other, and ASCII is ASCII", () => {
    for (const { cells } of [glyphs.unicode, glyphs.ascii]) expect(new Set(cells).size).toBe(cells.length);
    expect(JSON.stringify(glyphs.ascii)).toMatch(/^[ -~]*$/);
  });
});
