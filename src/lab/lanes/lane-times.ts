import { LaneState, type TimeByState, type Track } from "../trace/track.ts";
import type { Columns } from "./columns.ts";
import type { TrackReader } from "./track-reader.ts";

/** A column with up to this many changes is looked at change by change; with more of them, sums tell. */
const changesLookedAt = 8;

/** What one lane did in each column. One object serves all lanes of a picture in turn. */
export class LaneTimes {
  /** Milliseconds in each state. Running may exceed the column where two threads were on one core. */
  readonly running: Float64Array;
  readonly waiting: Float64Array;
  readonly ready: Float64Array;
  /** The tag that ran longest: a task, or the thread that ran it. -1 for none. */
  readonly tag: Int32Array;
  /** 1 where others ran too, so that no one can be named. */
  readonly several: Uint8Array;
  private readonly totals: Totals = { track: null, atMs: 0, running: 0, waiting: 0, ready: 0 };
  /** Entries of the last column that was summed up. */
  private stride = 0;

  constructor(count: number) {
    this.running = new Float64Array(count);
    this.waiting = new Float64Array(count);
    this.ready = new Float64Array(count);
    this.tag = new Int32Array(count);
    this.several = new Uint8Array(count);
  }

  /** Makes room for another lane, or for the same one in another frame. */
  clear(fromColumn: number, toColumn: number): void {
    // The track may have grown since.
    this.totals.track = null;
    for (let column = fromColumn; column < toColumn; column++) {
      this.running[column] = 0;
      this.tag[column] = -1;
      this.several[column] = 0;
    }
    this.clearPauses(fromColumn, toColumn);
  }

  clearPauses(fromColumn: number, toColumn: number): void {
    for (let column = fromColumn; column < toColumn; column++) {
      this.waiting[column] = 0;
      this.ready[column] = 0;
    }
  }

  /** Adds what a track did within [fromMs, toMs). */
  addTrack(reader: TrackReader, columns: Columns, fromMs: number, toMs: number): void {
    const { track } = reader;
    const { edges, drawn } = columns;
    const { length } = track;
    let start = Math.max(fromMs, columns.fromMs);
    const stop = Math.min(toMs, columns.endMs);
    if (start >= stop || length === 0) return;
    let column = columns.indexOf(start);
    let index = reader.begin(start);
    let nextAt = index + 1 < length ? track.atMs(index + 1) : Infinity;
    while (column < drawn && start < stop) {
      let end = Math.min(edges[column + 1] as number, stop);
      if (nextAt >= end) {
        // One state, often for many columns on end.
        const state = index < 0 ? LaneState.idle : track.state(index);
        const tag = index < 0 ? -1 : track.tag(index);
        do {
          this.add(column, state, end - start, tag);
          column++;
          start = end;
          if (column >= drawn || start >= stop) {
            reader.end(index, stop);
            return;
          }
          end = Math.min(edges[column + 1] as number, stop);
        } while (nextAt >= end);
      } else {
        const few = index + changesLookedAt;
        const many = few < length && track.atMs(few) < end;
        index = many
          ? this.addSums(track, index, column, start, end)
          : this.addChanges(track, index, column, start, end);
        nextAt = index + 1 < length ? track.atMs(index + 1) : Infinity;
        column++;
        start = end;
      }
      while (nextAt <= start) {
        index++;
        nextAt = index + 1 < length ? track.atMs(index + 1) : Infinity;
      }
    }
    reader.end(index, stop);
  }

  private add(column: number, state: LaneState, ms: number, tag: number): void {
    if (state === LaneState.running) this.addRunning(column, ms, tag, false);
    else if (state === LaneState.waiting) this.waiting[column] = (this.waiting[column] as number) + ms;
    else if (state === LaneState.ready) this.ready[column] = (this.ready[column] as number) + ms;
  }

  private addRunning(column: number, ms: number, tag: number, several: boolean): void {
    if (ms <= 0) return;
    const before = this.running[column] as number;
    // On a core, stays add up: a second task in the column is another thread's, or its own thread's next one.
    if (several || (before > 0 && this.tag[column] !== tag)) this.several[column] = 1;
    this.running[column] = before + ms;
    this.tag[column] = tag;
  }

  /**
   * Adds [start, end) of one column, in which the track changes a few times.
   * @param index entry that holds at `start`
   * @returns the last entry before `end`
   */
  private addChanges(track: Track, index: number, column: number, start: number, end: number): number {
    const { length } = track;
    let stretches = 0;
    let running = 0;
    let firstTag = -1;
    let firstMs = 0;
    let lastTag = -1;
    let lastMs = 0;
    let same = true;
    let comesIn = false;
    let goesOn = false;
    let i = index;
    let from = start;
    for (; ; i++) {
      const nextAt = i + 1 < length ? track.atMs(i + 1) : Infinity;
      const ms = Math.min(end, nextAt) - from;
      if (i >= 0 && ms > 0) {
        const state = track.state(i);
        if (state === LaneState.running) {
          lastTag = track.tag(i);
          lastMs = ms;
          running += ms;
          if (stretches++ === 0) {
            firstTag = lastTag;
            firstMs = ms;
            comesIn = i === index && track.atMs(i) < start;
          } else if (lastTag !== firstTag) same = false;
          goesOn = nextAt > end;
        } else this.add(column, state, ms, -1);
      }
      if (nextAt >= end) break;
      from = nextAt;
    }
    // Where one hands over to another, the column shows who had more of it: the other is seen in the column
    // beside it. One who came and went within the column would be lost, though: then it shows several.
    const lastHadMore = lastMs > firstMs;
    const handOver = stretches === 2 && (lastHadMore ? comesIn : goesOn);
    this.addRunning(column, running, lastHadMore ? lastTag : firstTag, !same && !handOver);
    return i;
  }

  /** The same where the track changes often: by sums, and a search or two. */
  private addSums(track: Track, index: number, column: number, start: number, end: number): number {
    const { totals } = this;
    // Where the last column ended, this one mostly starts, and it has about as many entries.
    if (totals.track !== track || totals.atMs !== start) track.readTotals(index, start, totals);
    const { running, waiting, ready } = totals;
    const last = track.indexBefore(end, index + Math.max(changesLookedAt, this.stride));
    this.stride = last - index;
    track.readTotals(last, end, totals);
    totals.track = track;
    totals.atMs = end;
    // Rounding may leave less than nothing of what did not happen.
    this.waiting[column] = (this.waiting[column] as number) + Math.max(0, totals.waiting - waiting);
    this.ready[column] = (this.ready[column] as number) + Math.max(0, totals.ready - ready);
    if (totals.running > running) {
      const first = firstRunning(track, index, last);
      const several = track.turns(last) !== track.turns(first);
      this.addRunning(column, totals.running - running, track.tag(first), several);
    }
    return last;
  }
}

/** What a track did up to a moment. */
interface Totals extends TimeByState {
  track: Track | null;
  atMs: number;
}

/** Index of the first entry from `index` to `last` that runs, given that one does. */
function firstRunning(track: Track, index: number, last: number): number {
  if (index >= 0 && track.state(index) === LaneState.running) return index;
  const before = track.runningBefore(index + 1);
  let low = index + 1;
  let high = last;
  // Mostly it is the very next one.
  while (low < high) {
    const probe = low === index + 1 ? low : (low + high) >>> 1;
    if (track.runningBefore(probe + 1) > before) high = probe;
    else low = probe + 1;
  }
  return low;
}
