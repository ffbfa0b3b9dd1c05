import { say } from "../../text/say.ts";
import type { ThreadLane as TracedThread, Trace } from "../trace/trace.ts";
import type { GlyphSet } from "./glyphs.ts";
import { CoreLane, type Lane, TaskLane, ThreadLane } from "./lane.ts";

export type LaneViewName = "cores" | "threads" | "tasks";

/** One way to cut a trace into lanes. */
export interface LaneView {
  readonly count: number;
  /** The same object for as long as the lanes are the same ones. */
  readonly identity: object;
  /** Over the figures, in the row of the axis. */
  readonly figureTitle: string;
  readonly figureWidth: number;
  /** What the learner has to know about this view, in one line. */
  readonly note: string | null;
  label(lane: number): string;
  open(lane: number): Lane;
}

export interface ViewOptions {
  readonly view: LaneViewName;
  readonly coreIds: readonly number[];
  readonly noun: string;
  readonly glyphs: GlyphSet;
}

export function createView(trace: Trace, options: ViewOptions): LaneView {
  if (options.view === "tasks") return new TasksView(trace, options.noun, options.glyphs);
  if (options.view === "threads") return new ThreadsView(trace, null);
  // Before the first event no thread has been anywhere, and all cores are idle as far as the run goes.
  if (trace.cores.size === 0 && trace.eventCount > 0) return new ThreadsView(trace, say.lanes.noCores);
  return new CoresView(trace, listCoreIds(trace, options.coreIds));
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
  if (known?.seen === trace.cores.size && isSameList(known.coreIds, coreIds)) return known.list;
  const list = [...new Set([...coreIds, ...trace.cores.keys()])].sort((a, b) => a - b);
  coreLists.set(trace, { coreIds: [...coreIds], seen: trace.cores.size, list });
  return list;
}

function isSameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

class CoresView implements LaneView {
  readonly figureTitle = say.lanes.busy;
  readonly figureWidth = 5;
  readonly note = null;

  constructor(
    private readonly trace: Trace,
    readonly identity: readonly number[],
  ) {}

  get count(): number {
    return this.identity.length;
  }
  label(lane: number): string {
    return say.lanes.core(this.identity[lane] ?? -1);
  }
  open(lane: number): Lane {
    return new CoreLane(this.trace, this.identity[lane] ?? -1);
  }
}

class ThreadsView implements LaneView {
  readonly figureTitle = say.lanes.busy;
  readonly figureWidth = 5;
  readonly identity: readonly TracedThread[];

  constructor(
    trace: Trace,
    readonly note: string | null,
  ) {
    this.identity = trace.threads;
  }

  get count(): number {
    return this.identity.length;
  }
  label(lane: number): string {
    return this.identity[lane]?.label ?? "";
  }
  open(lane: number): Lane {
    return new ThreadLane(this.identity[lane] as TracedThread);
  }
}

class TasksView implements LaneView {
  readonly figureTitle = say.lanes.doneAt;
  readonly figureWidth = 8;
  readonly note = null;
  readonly identity: object;

  constructor(
    private readonly trace: Trace,
    private readonly noun: string,
    private readonly glyphs: GlyphSet,
  ) {
    this.identity = trace.tasks;
  }

  get count(): number {
    return this.trace.tasks.length;
  }
  label(task: number): string {
    return this.trace.extraLabels.get(task) ?? `${this.noun} ${task + 1}`;
  }
  open(task: number): Lane {
    return new TaskLane(this.trace, task, this.glyphs);
  }
}
