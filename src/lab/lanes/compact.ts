/**
 * Lanes in a form small enough to be kept when their trace is gone: what `LaneCells` decides for a fixed number of
 * columns, as stretches of equal cells. Beside the cells stand the figures, as numbers, so that they can be said in
 * whatever language they are read in.
 */
import type { Trace } from "../trace/trace.ts";
import { Columns } from "./columns.ts";
import { Cell } from "./glyphs.ts";
import { LaneCells } from "./lane-cells.ts";
import { LaneTimes } from "./lane-times.ts";
import { createView, type LaneView, type LaneViewName, listCoreIds } from "./views.ts";

export interface CompactRun {
  /** Cells of each lane, over the whole run. */
  readonly columns: number;
  readonly endMs: number;
  /** The tasks, and below them the cores, or the threads where the system does not tell cores. */
  readonly views: readonly CompactView[];
}

export interface CompactView {
  readonly view: LaneViewName;
  /** How many lanes there were; those that are kept are picked evenly among them. */
  readonly count: number;
  readonly lanes: readonly CompactLane[];
}

export interface CompactLane {
  /** Number of the core, of the thread or, from 0, of the task. */
  readonly id: number;
  /** What it is called, where that does not follow from its number. */
  readonly label?: string;
  /** Stretches from left to right, nothing behind the last: `r12#0 w5 r3#0`; see `readStretches`. */
  readonly cells: string;
  /** Milliseconds that it ran. */
  readonly busyMs: number;
  /** Of a task: when it ended; `null` where that is not known. */
  readonly endedMs: number | null;
  readonly failed: boolean;
}

/** What a stretch of a lane shows, with its letter. */
const letters = {
  [Cell.blank]: ".",
  [Cell.full]: "r",
  [Cell.crowded]: "c",
  [Cell.half]: "h",
  [Cell.thin]: "t",
  [Cell.mixed]: "m",
  [Cell.waiting]: "w",
  [Cell.ready]: "a",
} as const satisfies Partial<Record<number, string>>;

const kindOf = {
  r: "running",
  c: "crowded",
  h: "half",
  t: "thin",
  m: "mixed",
  w: "waiting",
  a: "ready",
} as const;
export type StretchKind = (typeof kindOf)[keyof typeof kindOf];

export interface Stretch {
  readonly kind: StretchKind;
  /** Columns [from, to). */
  readonly from: number;
  readonly to: number;
  /** The task that ran, from 0; -1 for none or several. */
  readonly task: number;
}

/** How the cells of a lane are written: a letter, how many columns, and the task that ran. */
export const cellsPattern = /^(?:[.rchtmwa][1-9]\d{0,4}(?:#\d{1,7})?(?: (?=[.a-z])|$))*$/;

/** The stretches in which a lane does something, in order. What is not written as it should be is left out. */
export function readStretches(cells: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const [, letter = "", length, task] of cells.matchAll(/([.a-z])(\d+)(?:#(\d+))?/g)) {
    const to = from + Number(length);
    const kind = Object.hasOwn(kindOf, letter) ? kindOf[letter as keyof typeof kindOf] : null;
    if (kind !== null) stretches.push({ kind, from, to, task: task === undefined ? -1 : Number(task) });
    from = to;
  }
  return stretches;
}

export interface CompactOptions {
  readonly columns: number;
  /** Most lanes of a view. */
  readonly lanes: number;
  /** Cores that the program may use. */
  readonly coreIds: readonly number[];
}

/** What is kept of the lanes of a finished run. */
export function compactRun(trace: Trace, options: CompactOptions): CompactRun {
  const endMs = trace.finishedMs ?? trace.endMs;
  const columns = new Columns({ fromMs: 0, toMs: endMs }, options.columns, endMs);
  const times = new LaneTimes(options.columns);
  const viewOf = (name: LaneViewName) =>
    createView(trace, { view: name, coreIds: options.coreIds, noun: "", glyphs: "ascii" });
  const compact = (name: LaneViewName): CompactView => {
    const view = viewOf(name);
    const ids = name === "cores" ? listCoreIds(trace, options.coreIds) : null;
    const picked = pickEvenly(
      view.count,
      options.lanes,
      ids?.map((id) => trace.cores.has(id)),
    );
    return {
      view: name,
      count: view.count,
      lanes: picked.map((lane) => ({
        id: ids?.[lane] ?? lane,
        ...labelOf(trace, name, lane),
        ...compactLane(view, lane, columns, times),
        ...endOf(trace, name, lane),
      })),
    };
  };
  const tellsCores = trace.cores.size > 0;
  return {
    columns: options.columns,
    endMs,
    views: [compact("tasks"), compact(tellsCores ? "cores" : "threads")],
  };
}

/** Which of `count` lanes to keep: all, or those that are `wanted`, or as many spread over all of them. */
function pickEvenly(count: number, most: number, wanted?: readonly boolean[]): number[] {
  const all = Array.from({ length: count }, (_, lane) => lane);
  if (count <= most) return all;
  const preferred = all.filter((lane) => wanted?.[lane] ?? false);
  const from = preferred.length > 0 ? preferred : all;
  if (from.length <= most || most < 2) return from.slice(0, most);
  return Array.from({ length: most }, (_, pick) => {
    return from[Math.round((pick * (from.length - 1)) / (most - 1))] ?? 0;
  });
}

function labelOf(trace: Trace, view: LaneViewName, lane: number): Pick<CompactLane, "label"> {
  const label =
    view === "threads"
      ? trace.threads[lane]?.label
      : view === "tasks"
        ? trace.extraLabels.get(lane)
        : undefined;
  return label === undefined ? {} : { label };
}

function compactLane(
  view: LaneView,
  index: number,
  columns: Columns,
  times: LaneTimes,
): Pick<CompactLane, "cells" | "busyMs"> {
  const lane = view.open(index);
  const cells = new LaneCells(columns.count);
  times.clear(0, columns.count);
  lane.addTimes(times, columns, 0);
  cells.fill(times, columns, lane, 0, columns.count);
  let busyMs = 0;
  for (let column = 0; column < columns.drawn; column++) {
    const columnMs = (columns.edges[column + 1] ?? 0) - (columns.edges[column] ?? 0);
    busyMs += Math.min(columnMs, times.running[column] ?? 0);
  }
  return { cells: writeStretches(cells, lane.task !== null), busyMs: round(busyMs) };
}

/** @param isTask whether it is a task's own lane, so that there is no need to say who ran */
function writeStretches({ kind, task, count }: LaneCells, isTask: boolean): string {
  const parts: string[] = [];
  let from = 0;
  while (from < count) {
    let to = from + 1;
    while (to < count && kind[to] === kind[from] && task[to] === task[from]) to++;
    const letter = letters[kind[from] as keyof typeof letters];
    const who = task[from] ?? -1;
    if (letter !== "." || to < count)
      parts.push(`${letter}${to - from}${who >= 0 && !isTask ? `#${who}` : ""}`);
    from = to;
  }
  return parts.join(" ");
}

function endOf(trace: Trace, view: LaneViewName, lane: number): Pick<CompactLane, "endedMs" | "failed"> {
  if (view !== "tasks") return { endedMs: null, failed: false };
  const endedMs = trace.finishedAtMs[lane] ?? Number.NaN;
  return { endedMs: Number.isFinite(endedMs) ? round(endedMs) : null, failed: trace.failedTasks.has(lane) };
}

/** To a microsecond: more than a picture shows. */
function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
