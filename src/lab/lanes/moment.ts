import { say } from "../../text/say.ts";
import type { SampleTrack } from "../trace/samples.ts";
import type { Trace } from "../trace/trace.ts";
import { LaneState, type Track } from "../trace/track.ts";
import { formatMs } from "./format.ts";
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

/** What follows within this time belongs to the same step: a turn of the event loop takes less. */
const handOverMs = 0.5;

/**
 * The next (`direction` 1) or previous (-1) moment at which something happens in a visible lane, at least a column
 * away so that every step is seen. The ends of the run are such moments too. Where one thing leads to another (a task
 * stops, the next one begins), it is the moment after all of them: between them nothing would seem to run.
 */
export function stepCursor(trace: Trace, lanes: VisibleLanes, cursorMs: number, direction: 1 | -1): number {
  const endMs = trace.finishedMs ?? trace.endMs;
  const tracks = listTracks(trace, lanes);
  let nearest = direction === 1 ? endMs : 0;
  for (const track of tracks) {
    if (direction === 1) {
      const index = track.indexBefore(cursorMs + lanes.columnMs) + 1;
      if (index < track.length) nearest = Math.min(nearest, track.atMs(index));
    } else {
      const index = track.indexAt(cursorMs - lanes.columnMs);
      if (index >= 0) nearest = Math.max(nearest, track.atMs(index));
    }
  }
  const farthest = direction === 1 ? Infinity : cursorMs - lanes.columnMs;
  const withinMs = Math.min(nearest + Math.min(handOverMs, lanes.columnMs / 2), farthest);
  let settled = nearest;
  for (const track of tracks) {
    const index = track.indexAt(withinMs);
    if (index >= 0) settled = Math.max(settled, track.atMs(index));
  }
  return Math.max(0, Math.min(endMs, settled));
}

/** What one task is called, and several. */
export interface Nouns {
  readonly noun: string;
  readonly nouns: string;
}

/** Tasks that are named one by one. */
const named = 3;

/** One plain line: `at 312 ms: task 2 runs on thread 0 (core 1), 3 wait, 1 ready`. */
export function describeMoment(
  trace: Trace,
  atMs: number,
  tasks: Nouns,
  glyphs: GlyphSet = "unicode",
): string {
  const running: Runner[] = [];
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
      if (running.length < named) running.push(findRunner(trace, task, track.tag(index), atMs));
    }
  }
  const { moment } = say.lanes;
  const at = formatMs(Math.max(0, atMs), glyphs);
  if (done > 0 && done === trace.tasks.length) return moment.at(at, moment.allDone);
  const parts = describeRunners(running, tasks);
  if (runningCount > named) parts.push(moment.moreRun(runningCount - named));
  if (runningCount === 0) parts.push(moment.nothingRuns);
  if (waiting > 0) parts.push(moment.wait(waiting));
  if (ready > 0) parts.push(moment.ready(ready));
  if (done > 0) parts.push(moment.done(done));
  return moment.at(at, parts.join(", "));
}

interface Runner {
  readonly task: number;
  /** Label of its thread; `null` where that is not known. */
  readonly thread: string | null;
  /** `null` where the system does not tell. */
  readonly core: number | null;
}

function findRunner(trace: Trace, task: number, thread: number, atMs: number): Runner {
  const lane = trace.threads[thread];
  return { task, thread: lane?.label ?? null, core: lane === undefined ? null : coreAt(lane.samples, atMs) };
}

/** Two threads that were seen on one core have it in turn: neither is said to run on it as if it were alone. */
function describeRunners(runners: readonly Runner[], { noun, nouns }: Nouns): string[] {
  const told = new Set<Runner>();
  return runners.flatMap((runner): string[] => {
    if (told.has(runner)) return [];
    const { task, thread, core } = runner;
    const sharing = core === null ? [runner] : runners.filter((other) => other.core === core);
    for (const one of sharing) told.add(one);
    if (sharing.length > 1) {
      const numbers = sharing.map((one) => String(one.task + 1));
      return [say.lanes.moment.share(`${nouns} ${say.words.and(numbers)}`, core ?? -1)];
    }
    return [say.lanes.moment.runs(`${noun} ${task + 1}`, thread, core)];
  });
}

/** Where a thread was seen last before a moment. The first sample speaks for the time before it too. */
function coreAt(samples: SampleTrack, atMs: number): number | null {
  const index = Math.max(0, samples.countBefore(atMs) - 1);
  return samples.get(index)?.core ?? null;
}
