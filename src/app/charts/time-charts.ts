import { listTicks } from "../../lab/lanes/axis.ts";
import { Columns } from "../../lab/lanes/columns.ts";
import { glyphs as glyphSets } from "../../lab/lanes/glyphs.ts";
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { fitLine, type Line, span } from "../text/lines.ts";
import { Cells } from "./cells.ts";

export interface TimePoint {
  /** Milliseconds from the start of the run; before it, below 0. */
  readonly atMs: number;
  readonly value: number;
}

/** A quantity over time, and what is said of it. */
export interface TimeSeries {
  readonly title: string;
  /**
   * What a point tells: `level`, of its own moment, with even change between two of them; `rate`, of the time since the
   * point before it; `count`, of its moment and all that follow until the next; `each`, of its own moment and no other.
   */
  readonly kind: "level" | "rate" | "count" | "each";
  /** Ascending in time. */
  readonly points: readonly TimePoint[];
  /** Stands beside the chart, from its top downwards. */
  readonly figures: readonly string[];
}

/** Blocks from an eighth of a row to a whole one, and their likes in ASCII. */
const steps = { unicode: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], ascii: [".", ":", "#"] } as const;
const beginning = { unicode: "┊", ascii: ":" } as const;

const leastRows = 1;
const mostRows = 5;
/** As in the lanes, so that what stands on one axis there stands on the same one here. */
const labelWidth = 10;

/**
 * Charts of several quantities one above the other, over the same time, each from 0 to its own peak.
 * @param height of it as much is used as does the charts good
 * @param startMs when the work began, where that is within the window
 */
export function drawTimeCharts(
  series: readonly TimeSeries[],
  window: { readonly fromMs: number; readonly toMs: number },
  width: number,
  height: number,
  display: Display,
): Line[] {
  const isBefore = window.fromMs < 0;
  // The axis, and what the mark on it means.
  const room = height - (isBefore ? 2 : 1);
  const shown = series.slice(0, Math.max(1, Math.floor(room / leastRows)));
  const { rows, gap } = shareRows(room, shown.length);
  const figureWidth = Math.max(0, ...shown.flatMap(({ figures }) => figures.map(({ length }) => length))) + 1;
  const chartWidth = Math.max(10, width - labelWidth - figureWidth);
  const columns = new Columns(window, chartWidth, Infinity);
  const start = isBefore ? columns.indexOf(0) : null;

  const lines = shown.flatMap((one, index): Line[] => {
    const cells = new Cells(chartWidth, rows);
    if (start !== null) {
      for (let row = 0; row < rows; row++) cells.put(start, row, beginning[display.glyphs], "dim");
    }
    drawArea(cells, one, columns, steps[display.glyphs]);
    const drawn = Array.from({ length: rows }, (_, row): Line => {
      const title = row === 0 ? one.title : "";
      return [
        span(`${title.padStart(labelWidth - 1)} `, "plain"),
        ...cells.row(row),
        span((one.figures[row] ?? "").padStart(figureWidth), row === 0 ? "figure" : "dim"),
      ];
    });
    return gap && index > 0 ? [[], ...drawn] : drawn;
  });
  const margin = span(" ".repeat(labelWidth));
  const note = fitLine([margin, span(`${beginning[display.glyphs]} ${say.charts.tasksBegin}`, "dim")], width);
  return [...lines, [margin, ...drawTimeAxis(columns, display)], ...(isBefore ? [note] : [])];
}

/** Rows of each chart, and whether there is one left between them. */
function shareRows(height: number, charts: number): { readonly rows: number; readonly gap: boolean } {
  const withGaps = Math.floor((height - (charts - 1)) / charts);
  // Two rows with a gap are read more easily than three without: one block is one quantity.
  if (withGaps >= 2) return { rows: Math.min(mostRows, withGaps), gap: true };
  return { rows: Math.max(leastRows, Math.min(mostRows, Math.floor(height / charts))), gap: false };
}

function drawArea(cells: Cells, series: TimeSeries, columns: Columns, blocks: readonly string[]): void {
  const peak = Math.max(...series.points.map(({ value }) => value), 0);
  if (peak <= 0) return;
  const inRow = blocks.length;
  for (let column = 0; column < columns.count; column++) {
    const value = valueIn(series, columns.startMs(column), columns.startMs(column + 1));
    if (value === null || value <= 0) continue;
    // What is there is never drawn as nothing.
    let left = Math.max(1, Math.round((value / peak) * cells.height * inRow));
    for (let row = cells.height - 1; row >= 0 && left > 0; row--) {
      const glyph = blocks[Math.min(left, inRow) - 1];
      if (glyph !== undefined) cells.put(column, row, glyph, "code");
      left -= inRow;
    }
  }
}

/** What a column shows: the highest of what is in it, or the mean rate; `null` where nothing is known. */
export function valueIn({ kind, points }: TimeSeries, fromMs: number, toMs: number): number | null {
  if (kind === "each") {
    const inside = points.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    return inside.length === 0 ? null : Math.max(...inside.map(({ value }) => value));
  }
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || toMs <= first.atMs || fromMs >= last.atMs) return null;
  if (kind === "rate") return meanRate(points, fromMs, toMs);
  const inside = points.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).map(({ value }) => value);
  const edges = [fromMs, toMs]
    .filter((atMs) => atMs >= first.atMs && atMs <= last.atMs)
    .map((atMs) => (kind === "level" ? levelAt(points, atMs) : countAt(points, atMs)));
  return Math.max(...inside, ...(kind === "count" ? edges.slice(0, 1) : edges));
}

function meanRate(points: readonly TimePoint[], fromMs: number, toMs: number): number | null {
  let covered = 0;
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const from = Math.max(fromMs, points[i - 1]?.atMs ?? 0);
    const point = points[i];
    if (point === undefined) continue;
    const overlap = Math.min(toMs, point.atMs) - from;
    if (overlap <= 0) continue;
    covered += overlap;
    sum += overlap * point.value;
  }
  return covered > 0 ? sum / covered : null;
}

function levelAt(points: readonly TimePoint[], atMs: number): number {
  const next = points.findIndex((point) => point.atMs >= atMs);
  const after = points[next];
  const before = points[next - 1];
  if (after === undefined) return points.at(-1)?.value ?? 0;
  if (before === undefined || after.atMs === before.atMs) return after.value;
  const share = (atMs - before.atMs) / (after.atMs - before.atMs);
  return before.value + share * (after.value - before.value);
}

function countAt(points: readonly TimePoint[], atMs: number): number {
  return points.findLast((point) => point.atMs <= atMs)?.value ?? 0;
}

function drawTimeAxis(columns: Columns, display: Display): Line {
  const set = glyphSets[display.glyphs];
  const cells = new Cells(columns.count, 1);
  cells.write(0, 0, set.axis.line.repeat(columns.count), "dim");
  let free = 0;
  for (const { column, label } of listTicks(columns, set.micro)) {
    if (column < free || column + 1 + label.length > columns.count) continue;
    cells.put(column, 0, set.axis.tick, "dim");
    cells.write(column + 1, 0, label, "plain");
    free = column + 2 + label.length;
  }
  return cells.row(0);
}
