import type { Tone } from "../text/lines.ts";
import type { Cells } from "./cells.ts";

/** Dots in a cell, of the Braille patterns of Unicode (U+2800 on). */
export const dotsAcross = 2;
export const dotsDown = 4;

/** Bit of each dot of a cell, row by row. */
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** A line of dots, eight to a cell. Column and row count from the upper left, in dots. */
export class Dots {
  private readonly patterns = new Map<number, number>();

  constructor(
    private readonly cells: Cells,
    private readonly tone: Tone,
  ) {}

  set(column: number, row: number): void {
    const { width, height } = this.cells;
    if (column < 0 || row < 0 || column >= width * dotsAcross || row >= height * dotsDown) return;
    const cell = Math.floor(row / dotsDown) * width + Math.floor(column / dotsAcross);
    const bit = bits[row % dotsDown]?.[column % dotsAcross] ?? 0;
    this.patterns.set(cell, (this.patterns.get(cell) ?? 0) | bit);
  }

  /** Puts them into the cells. */
  draw(): void {
    const { width } = this.cells;
    for (const [cell, pattern] of this.patterns) {
      const glyph = String.fromCharCode(0x2800 + pattern);
      this.cells.put(cell % width, Math.floor(cell / width), glyph, this.tone);
    }
  }
}
