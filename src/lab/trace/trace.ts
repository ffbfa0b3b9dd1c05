import { EventKind } from "./event.ts";
import { CoreTrack, SampleTrack } from "./samples.ts";
import { LaneState, Track } from "./track.ts";

/** One thread of a run. Thread 0 carries out the approach; in a parallel run the others do the tasks. */
export interface ThreadLane {
  readonly index: number;
  /** `thread 1`, or what it is for. */
  readonly label: string;
  /** Running (tag: task), waiting (some of its tasks wait and none runs), ready, idle. */
  readonly track: Track;
  /** Core and CPU time, as sampled from outside. Empty where the system does not tell. */
  readonly samples: SampleTrack;
}

/** One event as it was recorded, for exports. `atMs` counts from the start of the run. */
export interface RecordedEvent {
  readonly atMs: number;
  readonly thread: number;
  readonly task: number;
  readonly kind: EventKind;
}

const stateAfter: Record<EventKind, LaneState> = {
  [EventKind.queued]: LaneState.ready,
  [EventKind.started]: LaneState.running,
  [EventKind.waiting]: LaneState.waiting,
  [EventKind.yielded]: LaneState.ready,
  [EventKind.resumed]: LaneState.running,
  [EventKind.finished]: LaneState.idle,
  [EventKind.failed]: LaneState.idle,
  [EventKind.handed]: LaneState.ready,
};

/**
 * The events and core samples of one run, append-only, indexed as they arrive by task, thread and core.
 * All times are milliseconds from the start of the run.
 */
export class Trace {
  readonly threads: readonly ThreadLane[];
  readonly tasks: readonly Track[];
  /** What the lanes are called that are no task's, by index. */
  readonly extraLabels: ReadonlyMap<number, string>;
  /** By core number; only cores on which a thread of the run was seen. */
  readonly cores = new Map<number, CoreTrack>();
  /** Tasks that ended by throwing. */
  readonly failedTasks = new Set<number>();
  /** Time of the last event or sample. */
  endMs = 0;
  eventCount = 0;
  /** Set once the run is over: nothing happens after it. */
  finishedMs: number | null = null;

  private readonly dueMs: (task: number) => number | null;
  private readonly waitingOn: Int32Array;
  private readonly readyOn: Int32Array;
  private readonly runningOn: Int32Array;
  private readonly columns: { at: number[]; entry: number[]; thread: number[] } | null;
  /** Most tasks that waited at the same moment, as the events arrived. */
  private readonly finishedAt: Float64Array;

  /**
   * @param options.keepEvents keep every event for an export; the lanes do not need them
   * @param options.dueMs when what a task waits for is over, where that is known: from then on it is ready
   * @param options.extraLabels names of lanes of their own after those of the tasks: work that is none of them
   */
  constructor(options: {
    tasks: number;
    threadLabels: readonly string[];
    keepEvents?: boolean;
    extraLabels?: readonly string[];
    dueMs?: (task: number) => number | null;
  }) {
    const { extraLabels = [], dueMs = () => null } = options;
    this.dueMs = dueMs;
    this.tasks = Array.from({ length: options.tasks + extraLabels.length }, () => new Track());
    this.extraLabels = new Map(extraLabels.map((label, index) => [options.tasks + index, label]));
    this.threads = options.threadLabels.map((label, index) => ({
      index,
      label,
      track: new Track(),
      samples: new SampleTrack(),
    }));
    this.waitingOn = new Int32Array(this.threads.length);
    this.readyOn = new Int32Array(this.threads.length);
    this.runningOn = new Int32Array(this.threads.length).fill(-1);
    this.columns = options.keepEvents === true ? { at: [], entry: [], thread: [] } : null;
    this.finishedAt = new Float64Array(this.tasks.length).fill(Number.NaN);
  }

  /** When each task finished or failed; `NaN` for those that have not. */
  get finishedAtMs(): Float64Array {
    return this.finishedAt;
  }

  /** Records an event. Those of one thread arrive in order; those of different threads may not. */
  record(thread: number, atMs: number, task: number, kind: EventKind): void {
    const taskTrack = this.tasks[task];
    const lane = this.threads[thread];
    if (taskTrack === undefined || lane === undefined) return;
    this.eventCount++;
    if (atMs > this.endMs) this.endMs = atMs;
    if (this.columns !== null) {
      this.columns.at.push(atMs);
      this.columns.entry.push(task * 8 + kind);
      this.columns.thread.push(thread);
    }
    // A task that goes from thread to thread: what the first one wrote last may arrive after what the second one wrote
    // first. It is too late for the task, whose state it no longer is, but not for the thread.
    const isLate = taskTrack.length > 0 && atMs < taskTrack.atMs(taskTrack.length - 1);
    const entry = isLate ? taskTrack.indexAt(atMs) : taskTrack.length - 1;
    const before = entry < 0 ? LaneState.idle : taskTrack.state(entry);
    const after = stateAfter[kind];
    // A task is queued by the thread that hands it out, and only then does another thread start it; but the
    // rings are read one after the other, so that the start may arrive first. It must not be undone.
    if (kind === EventKind.queued && taskTrack.length > 0) return;
    if (!isLate) {
      const dueMs = before === LaneState.waiting ? this.dueMs(task) : null;
      // Due, and could not run: its thread had no time for it.
      if (dueMs !== null && dueMs > taskTrack.atMs(entry) && dueMs < atMs) {
        taskTrack.push(dueMs, LaneState.ready, -1);
      }
      taskTrack.push(atMs, after, after === LaneState.running || after === LaneState.idle ? thread : -1);
    }
    if (kind === EventKind.finished || kind === EventKind.failed) this.finishedAt[task] = atMs;
    if (kind === EventKind.failed) this.failedTasks.add(task);
    if (kind === EventKind.queued) return;

    const waitingOn = this.waitingOn;
    const readyOn = this.readyOn;
    if (before === LaneState.waiting) waitingOn[thread] = (waitingOn[thread] ?? 0) - 1;
    // `ready` after `queued` or `handed` is nobody's yet; only a task that yielded is ready on its thread.
    if (before === LaneState.ready && kind === EventKind.resumed)
      readyOn[thread] = (readyOn[thread] ?? 0) - 1;
    if (after === LaneState.waiting) waitingOn[thread] = (waitingOn[thread] ?? 0) + 1;
    if (kind === EventKind.yielded) readyOn[thread] = (readyOn[thread] ?? 0) + 1;
    if (after === LaneState.running) this.runningOn[thread] = task;
    else if (this.runningOn[thread] === task) this.runningOn[thread] = -1;

    const running = this.runningOn[thread] ?? -1;
    if (running >= 0) lane.track.push(atMs, LaneState.running, running);
    else if ((readyOn[thread] ?? 0) > 0) lane.track.push(atMs, LaneState.ready, -1);
    else if ((waitingOn[thread] ?? 0) > 0) lane.track.push(atMs, LaneState.waiting, -1);
    else lane.track.push(atMs, LaneState.idle, -1);
  }

  /**
   * Records where a thread was seen.
   * @param cpuMs CPU time of the thread so far
   */
  sample(thread: number, atMs: number, core: number, cpuMs: number): void {
    const lane = this.threads[thread];
    if (lane === undefined) return;
    if (atMs > this.endMs) this.endMs = atMs;
    const previous = lane.samples.lastCore;
    lane.samples.push(atMs, core, cpuMs);
    if (previous === core) return;
    if (previous !== null) this.cores.get(previous)?.leave(thread, atMs);
    let track = this.cores.get(core);
    if (track === undefined) {
      track = new CoreTrack();
      this.cores.set(core, track);
    }
    // The first sample speaks for the time before it too: a thread has to be somewhere.
    track.enter(thread, previous === null ? Math.min(0, atMs) : atMs);
  }

  /** The run is over: `atMs` is its last moment. */
  finish(atMs: number): void {
    this.finishedMs = atMs;
    this.endMs = atMs;
  }

  /** Every event in order of arrival, when the trace was told to keep them. */
  *events(): Generator<RecordedEvent> {
    if (this.columns === null) return;
    const { at, entry, thread } = this.columns;
    for (let i = 0; i < at.length; i++) {
      const packed = entry[i] ?? 0;
      yield {
        atMs: at[i] ?? 0,
        thread: thread[i] ?? 0,
        task: Math.floor(packed / 8),
        kind: (packed % 8) as EventKind,
      };
    }
  }
}
