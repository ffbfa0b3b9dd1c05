import { formatFixed } from "../../text/format.ts";
import type { Columns } from "./columns.ts";
import { formatCount } from "./format.ts";
import { type Glyphs } from "./glyphs.ts";
import type { RowBuilder } from "./row.ts";

/** Columns from one tick to the next, at least. */
const leastGap = 10;

interface Scale {
  readonly unit: string;
  /** Milliseconds of one unit. */
  readonly unitMs: number;
}

/** The unit in which the times of a window read best. */
export function scaleOf(fromMs: number, toMs: number, micro: string): Scale {
  const spanMs = toMs - fromMs;
  if (spanMs < 2) return { unit: micro, unitMs: 0.001 };
  if (toMs >= 10_000 && spanMs >= 100) return { unit: "s", unitMs: 1000 };
  return { unit: "ms", unitMs: 1 };
}

/** The smallest of 1, 2, 5, 10, 20, 50, ... (and 0.5, 0.2, ...) that is `least` or more, as digit and exponent. */
export function niceStep(least: number): { readonly digit: 1 | 2 | 5; readonly exponent: number } {
  let exponent = Math.floor(Math.log10(least));
  for (;;) {
    for (const digit of [1, 2, 5] as const) {
      // A thousandth of slack: 0.1 + 0.2 is not to be taken for more than 0.3.
      if (digit * 10 ** exponent >= least * 0.999) return { digit, exponent };
    }
    exponent++;
  }
}

export interface Tick {
  readonly column: number;
  readonly label: string;
}

/** Round times of the window with their columns. The first one names the unit. */
export function listTicks(columns: Columns, micro: string): Tick[] {
  const { fromMs, toMs, count } = columns;
  const { unit, unitMs } = scaleOf(fromMs, toMs, micro);
  const perColumn = columns.columnMs / unitMs;
  const longest = formatCount(Math.ceil(toMs / unitMs)).length + unit.length + 3;
  const { digit, exponent } = niceStep(perColumn * Math.max(leastGap, longest));
  const decimals = Math.max(0, -exponent);
  const ticks: Tick[] = [];
  // Steps are counted in whole numbers, so that no label reads 0.30000000000000004.
  const stepMs = digit * 10 ** exponent * unitMs;
  for (let step = Math.ceil((fromMs / stepMs) * (1 - 1e-12)); ticks.length < count; step++) {
    const column = columns.indexOf(step * stepMs);
    if (column >= count) break;
    if (column < 0) continue;
    ticks.push({ column, label: formatValue(step * digit, exponent, decimals) });
  }
  return ticks.map((tick, index) => (index === 0 ? { ...tick, label: `${tick.label} ${unit}` } : tick));
}

function formatValue(mantissa: number, exponent: number, decimals: number): string {
  if (decimals === 0) return formatSigned(mantissa * 10 ** exponent);
  return formatFixed(mantissa / 10 ** decimals, decimals);
}

function formatSigned(value: number): string {
  return value < 0 ? `-${formatCount(-value)}` : formatCount(value);
}

/** Where the cursor is, to as many digits as its column has a meaning for. */
export function cursorLabel(columns: Columns, cursorMs: number, micro: string): string {
  const { unit, unitMs } = scaleOf(columns.fromMs, columns.toMs, micro);
  const decimals = Math.max(0, Math.min(6, Math.ceil(-Math.log10(columns.columnMs / unitMs))));
  const value = cursorMs / unitMs;
  return `${decimals === 0 ? formatSigned(Math.round(value)) : formatFixed(value, decimals)} ${unit}`;
}

/** Adds the line with ticks and, where there is a cursor, its time in place of the ticks under it. */
export function addAxis(row: RowBuilder, columns: Columns, glyphs: Glyphs, cursorMs: number | null): void {
  const { line, tick, cursor } = glyphs.axis;
  const { count } = columns;
  const cursorColumn = cursorMs === null ? -1 : columns.columnOfMark(cursorMs);
  let cursorFrom = count;
  let cursorTo = count;
  let cursorText = "";
  if (cursorMs !== null && cursorColumn >= 0 && cursorColumn < count) {
    const label = cursorLabel(columns, cursorMs, glyphs.micro);
    const fitsRight = cursorColumn + 1 + label.length <= count;
    const fitsLeft = cursorColumn >= label.length;
    cursorText = fitsRight ? cursor + label : fitsLeft ? label + cursor : cursor;
    cursorFrom = fitsRight || !fitsLeft ? cursorColumn : cursorColumn - label.length;
    cursorTo = cursorFrom + cursorText.length;
  }
  let at = 0;
  const addLine = (to: number) => {
    if (to > at) row.add(line.repeat(to - at), "axis");
    at = Math.max(at, to);
  };
  const addCursor = () => {
    if (at > cursorFrom || cursorText === "") return;
    addLine(cursorFrom);
    row.add(cursorText, "cursor");
    at = cursorTo;
    cursorText = "";
  };
  for (const { column, label } of listTicks(columns, glyphs.micro)) {
    const end = column + 1 + label.length;
    if (column >= cursorFrom) addCursor();
    if (column < at || end > count) continue;
    addLine(column);
    row.add(tick, "axis");
    at++;
    // A label gives way to the cursor's; its tick stays where there is room.
    if (end > cursorFrom && column < cursorTo) continue;
    row.add(label, "label");
    at = end;
  }
  addCursor();
  addLine(count);
}
