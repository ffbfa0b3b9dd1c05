import { describe, expect, it } from "vitest";
import { drawLanes } from "../../src/lab/lanes/draw-lanes.ts";
import { type ColourDepth, encodeRow, taskPalette, taskPalette256 } from "../../src/lab/lanes/encode.ts";
import { type LaneStyle, namedStyles, type Row, taskColours } from "../../src/lab/lanes/row.ts";
import { defaults } from "./support.ts";
import { createSyntheticTrace } from "./synthetic-trace.ts";

const depths: readonly ColourDepth[] = ["16", "256", "truecolor"];
const allStyles: readonly LaneStyle[] = [...([0, 1, 2, 3, 4, 5, 6, 7] as const), ...namedStyles];
const escape = /\u001b\[[0-9;]*m/g;

const rows: Row[] = [
  ...allStyles.map((style) => [{ text: "a", style, inverse: false }]),
  ...allStyles.map((style) => [{ text: "a", style, inverse: true }]),
  allStyles.map((style, index) => ({ text: "ab", style, inverse: index % 2 === 0 })),
  ...drawLanes(createSyntheticTrace({ events: 300, threads: 3, tasks: 12, cores: 2, durationMs: 100 }), {
    ...defaults,
    height: 8,
    cursorMs: 30,
    legend: true,
  }).rows,
];

describe("encodeRow", () => {
  it("writes no escape without colour", () => {
    for (const row of rows) expect(encodeRow(row, "none")).not.toContain("\u001b");
  });

  it("writes the same text in every colour", () => {
    for (const row of rows) {
      for (const depth of depths) {
        expect(encodeRow(row, depth).replace(escape, "")).toBe(encodeRow(row, "none"));
      }
    }
  });

  it("leaves the terminal as it was, and lets no style run into the next", () => {
    for (const row of rows) {
      for (const depth of depths) {
        const sequences = encodeRow(row, depth).match(escape) ?? [];
        expect(sequences.at(-1) ?? "\u001b[0m").toBe("\u001b[0m");
        for (const sequence of sequences) expect(sequence).toMatch(/^\u001b\[0[;m]/);
      }
    }
  });

  it("shows numbers on blocks inverse", () => {
    const row: Row = [
      { text: "1", style: 0, inverse: true },
      { text: "██", style: 0, inverse: false },
    ];
    expect(encodeRow(row, "16")).toBe("\u001b[0;34;7m1\u001b[0;34m██\u001b[0m");
    expect(encodeRow(row, "256")).toBe("\u001b[0;38;5;26;7m1\u001b[0;38;5;26m██\u001b[0m");
    expect(encodeRow(row, "truecolor")).toBe(
      "\u001b[0;38;2;0;114;178;7m1\u001b[0;38;2;0;114;178m██\u001b[0m",
    );
  });
});

describe("the palette", () => {
  type Rgb = readonly [number, number, number];

  /** Relative luminance as WCAG 2 defines it. */
  function luminance(colour: Rgb): number {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(a: Rgb, b: Rgb): number {
    const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (lighter + 0.05) / (darker + 0.05);
  }
  function parseHex(hex: string): Rgb {
    const value = Number.parseInt(hex.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  function parse256(index: number): Rgb {
    if (index >= 232) return [8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232)];
    const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step);
    const cube = index - 16;
    return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
  }

  it("can be read on black, near-black and white", () => {
    const colours = [...taskPalette.map(parseHex), ...taskPalette256.map(parse256)];
    for (const colour of colours) {
      expect(contrast(colour, [0, 0, 0])).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, [30, 30, 30])).toBeGreaterThanOrEqual(2.8);
      expect(contrast(colour, [255, 255, 255])).toBeGreaterThanOrEqual(3);
    }
  });

  it("has a colour of its own for each of the eight", () => {
    expect(new Set(taskPalette).size).toBe(taskColours);
    expect(new Set(taskPalette256).size).toBe(taskColours);
  });
});
