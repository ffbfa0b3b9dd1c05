import { drawLanes, type LanesOptions, type LanesPicture } from "../../src/lab/lanes/draw-lanes.ts";
import { encodeRow } from "../../src/lab/lanes/encode.ts";
import type { LaneStyle, Row } from "../../src/lab/lanes/row.ts";
import { EventKind, type EventName } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";

/** One event: time, thread, task, kind. */
export type Step = readonly [atMs: number, thread: number, task: number, kind: EventName];

export function buildTrace(
  shape: { readonly threads: number; readonly tasks: number; readonly endMs?: number },
  steps: readonly Step[],
): Trace {
  const threadLabels = Array.from({ length: shape.threads }, (_, thread) => `thread ${thread}`);
  const trace = new Trace({ tasks: shape.tasks, threadLabels });
  for (const [atMs, thread, task, kind] of steps) trace.record(thread, atMs, task, EventKind[kind]);
  if (shape.endMs !== undefined) trace.finish(shape.endMs);
  return trace;
}

export const defaults: LanesOptions = {
  view: "threads",
  fromMs: 0,
  toMs: 100,
  untilMs: Infinity,
  cursorMs: null,
  width: 40,
  height: 4,
  firstRow: 0,
  glyphs: "unicode",
  noun: "task",
  coreIds: [],
  legend: false,
};

/** The picture as plain lines, without the spaces at their ends. */
export function drawText(trace: Trace, options: Partial<LanesOptions>): string[] {
  return toText(drawLanes(trace, { ...defaults, ...options }));
}

export function toText(picture: LanesPicture): string[] {
  return picture.rows.map((row) => encodeRow(row, "none").trimEnd());
}

export interface StyledCell {
  readonly glyph: string;
  readonly style: LaneStyle;
  readonly inverse: boolean;
}

/** A row glyph by glyph. */
export function toCells(row: Row): StyledCell[] {
  return row.flatMap(({ text, style, inverse }) => [...text].map((glyph) => ({ glyph, style, inverse })));
}
