import type { ThreadLane } from "../trace/trace.ts";
import { TrackReader } from "./track-reader.ts";

/** A running thread that gets less than this share of a core is not alone on it. */
const crowdedBelow = 0.7;
/** Samples this far to either side of a column count as around it. */
const aroundMs = 40;
/** CPU time may be known in ticks of 10 ms only: less running than this between two samples proves nothing. */
const leastRunningMs = 35;

/**
 * Tells whether a running thread shares its core with others: its CPU time, as sampled around a column, is
 * clearly less than the time for which it had work. To be asked for columns from left to right.
 */
export class Crowding {
  private first = -1;
  private last = -1;
  private crowded = false;
  private readonly reader: TrackReader;
  private seenSamples: number;

  constructor(private readonly lane: ThreadLane) {
    this.reader = new TrackReader(lane.track);
    this.seenSamples = lane.samples.length;
  }

  within(fromMs: number, toMs: number): boolean {
    const { samples } = this.lane;
    if (samples.length < 2) return false;
    const first = Math.max(0, samples.countBefore(fromMs - aroundMs, this.first) - 1);
    const last = Math.min(samples.length - 1, samples.countBefore(toMs + aroundMs, this.last));
    if (first !== this.first || last !== this.last) {
      this.first = first;
      this.last = last;
      this.crowded = this.isCrowdedBetween(first, last);
    }
    return this.crowded;
  }

  /** The answer for a stretch that ends before this moment is the same as when this was asked last. */
  changedFromMs(): number {
    const { samples } = this.lane;
    const trackChangedMs = this.reader.changedFromMs();
    let trusted = this.seenSamples - 1;
    this.seenSamples = samples.length;
    if (trusted === samples.length - 1 && !(trackChangedMs < samples.atMs(trusted))) return Infinity;
    this.first = this.last = -1;
    // The answer rests on the first sample from `aroundMs` behind the stretch on, and on what ran before that. It
    // stays where that sample was there already, and nothing has been added to the track before it.
    while (trusted >= 0 && samples.atMs(trusted) > trackChangedMs) trusted--;
    return trusted < 0 ? -Infinity : samples.atMs(trusted) - aroundMs;
  }

  private isCrowdedBetween(first: number, last: number): boolean {
    const { samples, track } = this.lane;
    const { running } = track.timeIn(samples.atMs(first), samples.atMs(last));
    if (running < leastRunningMs) return false;
    return (samples.cpuMs(last) - samples.cpuMs(first)) / running < crowdedBelow;
  }
}
