import type { Track } from "../trace/track.ts";

/** A track as one lane reads it, again and again while it grows. */
export class TrackReader {
  /** Where reading began and ended: the entries, and the end's time. */
  private firstIndex = 0;
  private lastIndex = 0;
  private endedAtMs = -Infinity;
  private seen: number;

  constructor(readonly track: Track) {
    this.seen = track.length;
  }

  /** Entry that holds at `fromMs`, where reading begins. */
  begin(fromMs: number): number {
    // Mostly it goes on from where it ended, or begins where it began in the last frame.
    const hint = fromMs < this.endedAtMs ? this.firstIndex : this.lastIndex;
    const index = this.track.indexAt(fromMs, hint);
    this.firstIndex = Math.max(0, index);
    return index;
  }
  end(index: number, toMs: number): void {
    this.lastIndex = Math.max(0, index);
    this.endedAtMs = toMs;
  }

  /** Time of the track's last entry; all that are still to come are no earlier. */
  get lastMs(): number {
    return this.track.length === 0 ? -Infinity : this.track.atMs(this.track.length - 1);
  }

  /** From when on the track is another than when this was asked last. */
  changedFromMs(): number {
    const { seen } = this;
    this.seen = this.track.length;
    return this.track.changedFromMs(seen);
  }
}
