import { countBefore } from "./search.ts";

/** What a lane does at a moment. */
export const LaneState = {
  /** Nothing to do: before the first event, after the last. */
  idle: 0,
  running: 1,
  /** Waits for a timer or an answer; needs no core. */
  waiting: 2,
  /** Could run, but has no turn. */
  ready: 3,
} as const;
export type LaneState = (typeof LaneState)[keyof typeof LaneState];

/** Milliseconds spent in each state within a stretch of time. */
export interface TimeByState {
  running: number;
  waiting: number;
  ready: number;
}

const stride = 7;

/**
 * One lane over time: a step function from time to (state, tag), where the tag says who:
 * the task that a thread runs, or the thread that runs a task (-1 for none).
 *
 * Each entry also carries the time spent in every state before it, so that the share of any stretch of
 * time costs two binary searches, however many events lie in it. That is why a trace of a million events
 * draws about as fast as one of a thousand.
 */
export class Track {
  // at, state, tag, running before, waiting before, ready before, turns so far. A plain array of doubles: a trace may
  // have a hundred thousand tracks of four entries each, for which typed arrays would be the larger.
  private readonly entries: number[] = [];
  private lastRunningTag = -1;

  /** Number of changes of state. */
  get length(): number {
    return this.entries.length / stride;
  }

  atMs(index: number): number {
    return this.entries[index * stride] ?? Number.NaN;
  }
  state(index: number): LaneState {
    return (this.entries[index * stride + 1] ?? LaneState.idle) as LaneState;
  }
  tag(index: number): number {
    return this.entries[index * stride + 2] ?? -1;
  }
  /** Milliseconds of running before the entry. */
  runningBefore(index: number): number {
    return this.entries[index * stride + 3] ?? 0;
  }
  /**
   * How often, up to and with the entry, the lane began to run with another tag than it ran with before:
   * equal for two running entries when nobody else ran between them.
   */
  turns(index: number): number {
    return this.entries[index * stride + 6] ?? 0;
  }

  /**
   * From `atMs` on the lane is in `state`. Times do not go back: an event that arrives late
   * (another thread's ring was read first) is taken as of the last one.
   */
  push(atMs: number, state: LaneState, tag: number): void {
    const { entries } = this;
    const last = entries.length - stride;
    const newTurn = state === LaneState.running && tag !== this.lastRunningTag ? 1 : 0;
    if (newTurn === 1) this.lastRunningTag = tag;
    if (last < 0) {
      entries.push(atMs, state, tag, 0, 0, 0, newTurn);
      return;
    }
    const lastAt = entries[last] as number;
    const lastState = entries[last + 1];
    if (lastState === state && entries[last + 2] === tag) return;
    const at = Math.max(atMs, lastAt);
    const elapsed = at - lastAt;
    entries.push(
      at,
      state,
      tag,
      (entries[last + 3] as number) + (lastState === LaneState.running ? elapsed : 0),
      (entries[last + 4] as number) + (lastState === LaneState.waiting ? elapsed : 0),
      (entries[last + 5] as number) + (lastState === LaneState.ready ? elapsed : 0),
      (entries[last + 6] as number) + newTurn,
    );
  }

  /**
   * From when on the track is another than when it had `length` entries; `Infinity` where it is the same. What an
   * entry says holds until the next one, and none is ever put before another: the first new one tells.
   */
  changedFromMs(length: number): number {
    return length < this.length ? this.atMs(length) : Infinity;
  }

  /**
   * Index of the last entry earlier than `timeMs`; -1 where there is none.
   * @param hint where it probably is
   */
  indexBefore(timeMs: number, hint?: number): number {
    return countBefore(this.entries, stride, this.length, timeMs, hint) - 1;
  }

  /**
   * Index of the entry that holds at `timeMs`; -1 before the first one.
   * @param hint where it probably is
   */
  indexAt(timeMs: number, hint?: number): number {
    if (hint !== undefined) {
      let index = this.indexBefore(timeMs, hint);
      while (index + 1 < this.length && this.atMs(index + 1) <= timeMs) index++;
      return index;
    }
    const { entries } = this;
    let low = 0;
    let high = entries.length / stride;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle * stride] as number) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Writes the milliseconds in each state up to `timeMs`, at which entry `index` holds, into `time`. */
  readTotals(index: number, timeMs: number, time: TimeByState): void {
    if (index < 0) {
      time.running = time.waiting = time.ready = 0;
      return;
    }
    const { entries } = this;
    const base = index * stride;
    const state = entries[base + 1];
    const elapsed = timeMs - (entries[base] as number);
    time.running = (entries[base + 3] as number) + (state === LaneState.running ? elapsed : 0);
    time.waiting = (entries[base + 4] as number) + (state === LaneState.waiting ? elapsed : 0);
    time.ready = (entries[base + 5] as number) + (state === LaneState.ready ? elapsed : 0);
  }

  /** Milliseconds in each state within [fromMs, toMs). */
  timeIn(fromMs: number, toMs: number): TimeByState {
    const time: TimeByState = { running: 0, waiting: 0, ready: 0 };
    if (toMs <= fromMs) return time;
    const before: TimeByState = { running: 0, waiting: 0, ready: 0 };
    this.readTotals(this.indexAt(fromMs), fromMs, before);
    this.readTotals(this.indexAt(toMs), toMs, time);
    time.running -= before.running;
    time.waiting -= before.waiting;
    time.ready -= before.ready;
    return time;
  }
}
