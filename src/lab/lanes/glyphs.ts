/** What one cell of a lane shows. From `digit` on: the digits 0 to 9 of a task's number. */
export const Cell = {
  /** Idle, or not drawn yet. */
  blank: 0,
  /** One task runs, for half of the column or more. */
  full: 1,
  /** As `full`, but the thread gets clearly less than a whole core. */
  crowded: 2,
  /** Runs for less than half of the column. */
  half: 3,
  /** Runs for a small part of the column. */
  thin: 4,
  /** Several take turns within the column. */
  mixed: 5,
  waiting: 6,
  ready: 7,
  failed: 8,
  digit: 9,
} as const;
export const cellKinds = Cell.digit + 10;

export type GlyphSet = "unicode" | "ascii";

const digits = "0123456789";

/** Every glyph is one column wide in every terminal (see `test/lanes`). */
export const glyphs = {
  unicode: {
    cells: [...(" █▓▌▏▒┄·✗" + digits)],
    cursor: "┊",
    axis: { line: "─", tick: "┴", cursor: "▲" },
    dash: "–",
    micro: "µs",
  },
  ascii: {
    cells: [...(" #+=:%-.x" + digits)],
    cursor: "|",
    axis: { line: "-", tick: "+", cursor: "^" },
    dash: "-",
    micro: "us",
  },
} as const satisfies Record<GlyphSet, unknown>;

export type Glyphs = (typeof glyphs)[GlyphSet];
