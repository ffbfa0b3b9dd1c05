import { say } from "../../text/say.ts";
import type { CoreTrack } from "../trace/samples.ts";
import type { ThreadLane as TracedThread, Trace } from "../trace/trace.ts";
import type { Columns } from "./columns.ts";
import { Crowding } from "./crowding.ts";
import { formatMs, formatPercent } from "./format.ts";
import type { GlyphSet } from "./glyphs.ts";
import type { Runners } from "./lane-cells.ts";
import type { LaneTimes } from "./lane-times.ts";
import { TrackReader } from "./track-reader.ts";

/** What stands to the right of a lane. */
export interface Figure {
  readonly text: string;
  /** When what the lane shows ended by failing. */
  readonly failedAtMs: number | null;
}

/** One lane of a view, read from its trace again and again while that grows. */
export interface Lane extends Runners {
  /**
   * What a column shows that ends before this moment is the same as when this was asked last. (Not so one that ends
   * at this moment: whether a task goes on beyond its end is seen in a column.)
   */
  changedFromMs(): number;
  /** Adds what happened from the beginning of a column on. */
  addTimes(times: LaneTimes, columns: Columns, fromColumn: number): void;
  /** @param busyMs what of the time drawn the lane ran, columns never more than full */
  figure(columns: Columns, busyMs: number): Figure;
}

const noFigure: Figure = { text: "", failedAtMs: null };

/** Share of the time drawn in which the lane ran. */
function busyFigure({ fromMs, endMs }: Columns, busyMs: number): Figure {
  // The run begins at 0, whatever the window shows before it.
  const wholeMs = endMs - Math.max(0, fromMs);
  return wholeMs <= 0 ? noFigure : { text: formatPercent(busyMs / wholeMs), failedAtMs: null };
}

/** What the threads did while they were seen on one core. */
export class CoreLane implements Lane {
  readonly task = null;
  private readonly readers = new Map<number, TrackReader>();
  /** Those of threads of which something may still come that belongs here, with when they left. */
  private watched: { readonly reader: TrackReader; readonly leftAtMs: number }[] = [];
  private seenChanges = 0;

  constructor(
    private readonly trace: Trace,
    private readonly id: number,
  ) {}

  changedFromMs(): number {
    const core = this.trace.cores.get(this.id);
    if (core === undefined) return Infinity;
    let changedMs = Infinity;
    if (this.seenChanges !== core.changeCount) {
      changedMs = core.changedFromMs(this.seenChanges);
      this.seenChanges = core.changeCount;
      this.watchThreads(core);
    }
    let anySettled = false;
    for (const { reader, leftAtMs } of this.watched) {
      const trackChangedMs = reader.changedFromMs();
      // What a thread did after it had left is no matter here, and once its track has got that far, all that is yet
      // to come is later still.
      if (trackChangedMs <= leftAtMs) changedMs = Math.min(changedMs, trackChangedMs);
      if (reader.lastMs > leftAtMs) anySettled = true;
    }
    if (anySettled) this.watched = this.watched.filter(({ reader, leftAtMs }) => reader.lastMs <= leftAtMs);
    return changedMs;
  }

  addTimes(times: LaneTimes, columns: Columns, fromColumn: number): void {
    const fromMs = columns.edges[fromColumn] as number;
    this.trace.cores.get(this.id)?.visitStays(fromMs, columns.endMs, (thread, stayFromMs, stayToMs) => {
      const reader = this.readerOf(thread);
      if (reader !== undefined) times.addTrack(reader, columns, stayFromMs, stayToMs);
    });
    // A thread that waits needs no core, and one that is ready has none.
    times.clearPauses(fromColumn, columns.drawn);
  }

  isCrowded(): boolean {
    return false;
  }

  figure(columns: Columns, busyMs: number): Figure {
    return busyFigure(columns, busyMs);
  }

  private watchThreads(core: CoreTrack): void {
    this.watched = [];
    for (const thread of core.threads) {
      const reader = this.readerOf(thread);
      if (reader !== undefined) this.watched.push({ reader, leftAtMs: core.leftAtMs(thread) });
    }
  }

  private readerOf(thread: number): TrackReader | undefined {
    let reader = this.readers.get(thread);
    const track = this.trace.threads[thread]?.track;
    if (reader === undefined && track !== undefined)
      this.readers.set(thread, (reader = new TrackReader(track)));
    return reader;
  }
}

/** What one thread did. */
export class ThreadLane implements Lane {
  readonly task = null;
  private readonly reader: TrackReader;
  private readonly crowding: Crowding;

  constructor(thread: TracedThread) {
    this.reader = new TrackReader(thread.track);
    this.crowding = new Crowding(thread);
  }

  changedFromMs(): number {
    return Math.min(this.reader.changedFromMs(), this.crowding.changedFromMs());
  }

  addTimes(times: LaneTimes, columns: Columns, fromColumn: number): void {
    times.addTrack(this.reader, columns, columns.edges[fromColumn] as number, columns.endMs);
  }

  isCrowded(_task: number, fromMs: number, toMs: number): boolean {
    return this.crowding.within(fromMs, toMs);
  }

  figure(columns: Columns, busyMs: number): Figure {
    return busyFigure(columns, busyMs);
  }
}

/** What became of one task, on whatever thread. */
export class TaskLane implements Lane {
  private readonly reader: TrackReader | null;
  /** Of the threads that ran the task, by number. */
  private readonly crowdings = new Map<number, Crowding>();

  constructor(
    private readonly trace: Trace,
    readonly task: number,
    private readonly glyphs: GlyphSet,
  ) {
    const track = trace.tasks[task];
    this.reader = track === undefined ? null : new TrackReader(track);
  }

  changedFromMs(): number {
    let changedMs = this.reader?.changedFromMs() ?? Infinity;
    for (const crowding of this.crowdings.values()) changedMs = Math.min(changedMs, crowding.changedFromMs());
    return changedMs;
  }

  addTimes(times: LaneTimes, columns: Columns, fromColumn: number): void {
    if (this.reader === null) return;
    times.addTrack(this.reader, columns, columns.edges[fromColumn] as number, columns.endMs);
  }

  isCrowded(thread: number, fromMs: number, toMs: number): boolean {
    let crowding = this.crowdings.get(thread);
    if (crowding === undefined) {
      const lane = this.trace.threads[thread];
      if (lane === undefined) return false;
      crowding = new Crowding(lane);
      this.crowdings.set(thread, crowding);
    }
    return crowding.within(fromMs, toMs);
  }

  figure({ untilMs }: Columns): Figure {
    const endedMs = this.trace.finishedAtMs[this.task] ?? Number.NaN;
    // Not yet, as far as this picture goes. (NaN is not.)
    if (!(endedMs <= untilMs)) return noFigure;
    if (this.trace.failedTasks.has(this.task)) return { text: say.lanes.failed, failedAtMs: endedMs };
    return { text: formatMs(endedMs, this.glyphs), failedAtMs: null };
  }
}
