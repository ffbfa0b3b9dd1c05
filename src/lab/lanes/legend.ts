import { say } from "../../text/say.ts";
import { formatCount } from "./format.ts";
import { Cell, type Glyphs } from "./glyphs.ts";
import { type LaneStyle, type RowBuilder } from "./row.ts";

interface Entry {
  readonly cell: number;
  readonly style: LaneStyle;
  readonly word: keyof typeof say.lanes.legend;
}

const entries: readonly Entry[] = [
  { cell: Cell.full, style: "shared", word: "running" },
  { cell: Cell.crowded, style: "shared", word: "crowded" },
  { cell: Cell.half, style: "shared", word: "briefly" },
  { cell: Cell.mixed, style: "shared", word: "turns" },
  { cell: Cell.waiting, style: "waiting", word: "waiting" },
  { cell: Cell.ready, style: "ready", word: "ready" },
  { cell: Cell.failed, style: "failed", word: "failed" },
];

/** Adds what the glyphs of this picture mean, in `width` columns: in full words, in short ones, or as far as it goes. */
export function addLegend(row: RowBuilder, kinds: number, glyphs: Glyphs, width: number): void {
  const occurs = (cell: number) => (kinds & (1 << cell)) !== 0;
  const shown = entries.flatMap((entry) => {
    // A half and a thin mark say the same; a number stands on a block.
    if (entry.cell === Cell.half && !occurs(Cell.half)) {
      return occurs(Cell.thin) ? [{ ...entry, cell: Cell.thin }] : [];
    }
    return occurs(entry.cell) ? [entry] : [];
  });
  const { legend } = say.lanes;
  const widthWith = (length: "long" | "short") =>
    shown.reduce((sum, { word }, index) => sum + (index > 0 ? 2 : 0) + 2 + legend[word][length].length, 0);
  const length = widthWith("long") <= width ? "long" : "short";
  let left = width;
  for (const [index, entry] of shown.entries()) {
    const gap = index > 0 ? 2 : 0;
    const word = legend[entry.word][length];
    const needed = gap + 2 + word.length;
    if (needed > left) break;
    row.add(" ".repeat(gap), "plain");
    row.add(glyphs.cells[entry.cell] as string, entry.style);
    row.add(` ${word}`, "dim");
    left -= needed;
  }
  row.add(" ".repeat(left), "plain");
}

/** Which rows are on the screen, where not all are: `rows 1–12 of 10,000`. */
export function describeRows(firstRow: number, visible: number, count: number, { dash }: Glyphs): string {
  const from = formatCount(firstRow + 1);
  const to = formatCount(firstRow + visible);
  return say.lanes.rows(from, to, formatCount(count), dash);
}

/**
 * Adds the row under the axis.
 * @param legend bits of the kinds of cells to explain; `null` for no legend
 */
export function addFooter(
  row: RowBuilder,
  legend: number | null,
  rows: string,
  glyphs: Glyphs,
  width: number,
): void {
  const left = rows === "" ? width : Math.max(0, width - rows.length - 2);
  if (legend === null) row.add(" ".repeat(left), "plain");
  else addLegend(row, legend, glyphs, left);
  row.add(rows.slice(0, width).padStart(width - left), "label");
}
