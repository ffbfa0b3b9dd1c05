import type { SampleTrack } from "../trace/samples.ts";
import type { Trace } from "../trace/trace.ts";
import { LaneState, type Track } from "../trace/track.ts";
import { formatCount, formatMs } from "./format.ts";
import type { GlyphSet } from "./glyphs.ts";
import { type LaneViewName, listCoreIds } from "./views.ts";

/** The lanes that the learner sees: the cursor stops where something happens in them. */
export interface VisibleLanes {
  readonly view: LaneViewName;
  readonly firstRow: number;
  readonly visibleRows: number;
  readonly coreIds: readonly number[];
  /** Milliseconds of one column: the least that a step moves. */
  readonly columnMs: number;
}

function listTracks(trace: Trace, { view, firstRow, visibleRows, coreIds }: VisibleLanes): Track[] {
  const end = firstRow + visibleRows;
  if (view === "tasks") return trace.tasks.slice(firstRow, end);
  if (view === "threads" || trace.cores.size === 0) {
    return trace.threads.slice(firstRow, end).map(({ track }) => track);
  }
  const seen = new Set<number>();
  for (const id of listCoreIds(trace, coreIds).slice(firstRow, end)) {
    for (const thread of trace.cores.get(id)?.threads ?? []) seen.add(thread);
  }
  return trace.threads.filter(({ index }) => seen.has(index)).map(({ track }) => track);
}

/**
 * The next (`direction` 1) or previous (-1) moment at which something happens in a visible lane, at least a column
 * away so that every step is seen. The ends of the run are such moments too.
 */
export function stepCursor(trace: Trace, lanes: VisibleLanes, cursorMs: number, direction: 1 | -1): number {
  const endMs = trace.finishedMs ?? trace.endMs;
  let nearest = direction === 1 ? endMs : 0;
  for (const track of listTracks(trace, lanes)) {
    if (direction === 1) {
      const index = track.indexBefore(cursorMs + lanes.columnMs) + 1;
      if (index < track.length) nearest = Math.min(nearest, track.atMs(index));
    } else {
      const index = track.indexAt(cursorMs - lanes.columnMs);
      if (index >= 0) nearest = Math.max(nearest, track.atMs(index));
    }
  }
  return Math.max(0, Math.min(endMs, nearest));
}

/** Tasks that are named one by one. */
const named = 3;

/** One plain line: `at 312 ms: task 2 runs on thread 0 (core 1), 3 wait, 1 ready`. */
export function describeMoment(
  trace: Trace,
  atMs: number,
  noun: string,
  glyphs: GlyphSet = "unicode",
): string {
  const running: string[] = [];
  let runningCount = 0;
  let waiting = 0;
  let ready = 0;
  let done = 0;
  const over = trace.finishedMs !== null && atMs >= trace.finishedMs;
  for (const [task, track] of trace.tasks.entries()) {
    const ended = trace.finishedAtMs[task] ?? Number.NaN;
    if (ended <= atMs) {
      done++;
      continue;
    }
    const index = over ? -1 : track.indexAt(atMs);
    const state = index < 0 ? LaneState.idle : track.state(index);
    if (state === LaneState.waiting) waiting++;
    else if (state === LaneState.ready) ready++;
    else if (state === LaneState.running) {
      runningCount++;
      if (running.length < named) running.push(describeRunner(trace, noun, task, track.tag(index), atMs));
    }
  }
  const at = `at ${formatMs(Math.max(0, atMs), glyphs)}`;
  if (done > 0 && done === trace.tasks.length) return `${at}: all done`;
  const parts = [...running];
  if (runningCount > named) parts.push(`${formatCount(runningCount - named)} more run`);
  if (runningCount === 0) parts.push("nothing runs");
  if (waiting > 0) parts.push(`${formatCount(waiting)} ${waiting === 1 ? "waits" : "wait"}`);
  if (ready > 0) parts.push(`${formatCount(ready)} ready`);
  if (done > 0) parts.push(`${formatCount(done)} done`);
  return `${at}: ${parts.join(", ")}`;
}

function describeRunner(trace: Trace, noun: string, task: number, thread: number, atMs: number): string {
  const lane = trace.threads[thread];
  if (lane === undefined) return `${noun} ${task + 1} runs`;
  const core = coreAt(lane.samples, atMs);
  return `${noun} ${task + 1} runs on ${lane.label}${core === null ? "" : ` (core ${core})`}`;
}

/** Where a thread was seen last before a moment. The first sample speaks for the time before it too. */
function coreAt(samples: SampleTrack, atMs: number): number | null {
  const index = Math.max(0, samples.countBefore(atMs) - 1);
  return samples.get(index)?.core ?? null;
}
