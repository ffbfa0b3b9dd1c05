import type { Trace } from "../trace/trace.ts";
import type { Columns } from "./columns.ts";
import { Crowding } from "./crowding.ts";
import { formatMs, formatPercent } from "./format.ts";
import { Cell, type GlyphSet } from "./glyphs.ts";
import { LaneCells } from "./lane-cells.ts";
import { LaneTimes } from "./lane-times.ts";

export type LaneViewName = "cores" | "threads" | "tasks";

/** One way to cut a trace into lanes. */
export interface LaneView {
  readonly count: number;
  /** Over the figures, in the row of the axis. */
  readonly figureTitle: string;
  readonly figureWidth: number;
  /** What the learner has to know about this view, in one line. */
  readonly note: string | null;
  label(lane: number): string;
  /** Computes the cells of a lane; returns the figure at its right. */
  fill(lane: number, canvas: Canvas): { readonly text: string; readonly failed: boolean };
}

/** What lanes are computed on, one after the other. */
export class Canvas {
  readonly times: LaneTimes;
  readonly cells: LaneCells;

  constructor(readonly columns: Columns) {
    this.times = new LaneTimes(columns.count);
    this.cells = new LaneCells(columns.count);
  }
}

const busyTitle = { figureTitle: "busy", figureWidth: 5 };

export const noCoresNote = "this system does not tell which core a thread runs on: showing threads";

export interface ViewOptions {
  readonly view: LaneViewName;
  readonly coreIds: readonly number[];
  readonly noun: string;
  readonly glyphs: GlyphSet;
}

export function createView(trace: Trace, options: ViewOptions): LaneView {
  if (options.view === "tasks") return viewTasks(trace, options.noun, options.glyphs);
  if (options.view === "threads") return viewThreads(trace, null);
  // Before the first event no thread has been anywhere, and all cores are idle as far as the run goes.
  if (trace.cores.size === 0 && trace.eventCount > 0) return viewThreads(trace, noCoresNote);
  return viewCores(trace, listCoreIds(trace, options.coreIds));
}

/** The last list by trace: sorting a hundred cores anew would be a tenth of a frame. */
const coreLists = new WeakMap<
  Trace,
  { readonly coreIds: readonly number[]; readonly seen: number; readonly list: readonly number[] }
>();

/** Cores that the program may use and cores on which it was seen all the same, ascending. */
export function listCoreIds(trace: Trace, coreIds: readonly number[]): readonly number[] {
  const known = coreLists.get(trace);
  // Cores are only ever added to a trace, so that their number says whether any were.
  if (known?.coreIds === coreIds && known.seen === trace.cores.size) return known.list;
  const list = [...new Set([...coreIds, ...trace.cores.keys()])].sort((a, b) => a - b);
  coreLists.set(trace, { coreIds, seen: trace.cores.size, list });
  return list;
}

function viewCores(trace: Trace, ids: readonly number[]): LaneView {
  return {
    ...busyTitle,
    count: ids.length,
    note: null,
    label: (lane) => `core ${ids[lane]}`,
    fill(lane, { columns, times, cells }) {
      times.clear();
      trace.cores.get(ids[lane] ?? -1)?.visitStays(columns.fromMs, columns.endMs, (thread, fromMs, toMs) => {
        const track = trace.threads[thread]?.track;
        if (track !== undefined) times.addTrack(track, columns, fromMs, toMs);
      });
      // A thread that waits needs no core, and one that is ready has none.
      times.waiting.fill(0);
      times.ready.fill(0);
      cells.fill(times, columns, null, null);
      cells.writeNumbers(columns.drawn);
      return busyFigure(times, columns);
    },
  };
}

function viewThreads(trace: Trace, note: string | null): LaneView {
  return {
    ...busyTitle,
    count: trace.threads.length,
    note,
    label: (lane) => trace.threads[lane]?.label ?? "",
    fill(lane, { columns, times, cells }) {
      const thread = trace.threads[lane];
      times.clear();
      if (thread !== undefined) times.addTrack(thread.track, columns);
      const crowding = thread && new Crowding(thread);
      cells.fill(times, columns, null, () => crowding);
      cells.writeNumbers(columns.drawn);
      return busyFigure(times, columns);
    },
  };
}

function viewTasks(trace: Trace, noun: string, glyphs: GlyphSet): LaneView {
  return {
    count: trace.tasks.length,
    figureTitle: "done at",
    figureWidth: 8,
    note: null,
    label: (task) => `${noun} ${task + 1}`,
    fill(task, { columns, times, cells }) {
      const track = trace.tasks[task];
      times.clear();
      if (track !== undefined) times.addTrack(track, columns);
      const crowdings = new Map<number, Crowding | undefined>();
      cells.fill(times, columns, task, (thread) => {
        if (!crowdings.has(thread)) {
          const lane = trace.threads[thread];
          crowdings.set(thread, lane && new Crowding(lane));
        }
        return crowdings.get(thread);
      });
      const endedMs = trace.finishedAtMs[task] ?? Number.NaN;
      // Not yet, as far as this picture goes. (NaN is not.)
      if (!(endedMs <= columns.untilMs)) return { text: "", failed: false };
      const failed = trace.failedTasks.has(task);
      if (failed) {
        const column = endedMs === columns.endMs ? columns.drawn - 1 : columns.indexOf(endedMs);
        if (column >= 0 && column < columns.drawn) cells.set(column, Cell.failed);
      }
      return { text: failed ? "failed" : formatMs(endedMs, glyphs), failed };
    },
  };
}

/** Share of the time drawn in which the lane ran. */
function busyFigure(times: LaneTimes, { edges, drawn, fromMs, endMs }: Columns) {
  // The run begins at 0, whatever the window shows before it.
  const wholeMs = endMs - Math.max(0, fromMs);
  if (wholeMs <= 0) return { text: "", failed: false };
  let busyMs = 0;
  for (let column = 0; column < drawn; column++) {
    const columnMs = (edges[column + 1] as number) - (edges[column] as number);
    // Two threads on one core have it in turn, not twice: a column is never more than full.
    busyMs += Math.min(columnMs, times.running[column] as number);
  }
  return { text: formatPercent(busyMs / wholeMs), failed: false };
}
