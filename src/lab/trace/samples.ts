import { countBefore } from "./search.ts";

/** Core and CPU time of one thread, as sampled from outside it. */
export class SampleTrack {
  private readonly at: number[] = [];
  private readonly core: number[] = [];
  private readonly cpu: number[] = [];

  get length(): number {
    return this.at.length;
  }
  get lastCore(): number | null {
    return this.core[this.core.length - 1] ?? null;
  }

  push(atMs: number, core: number, cpuMs: number): void {
    this.at.push(atMs);
    this.core.push(core);
    this.cpu.push(cpuMs);
  }

  get(index: number): { readonly atMs: number; readonly core: number; readonly cpuMs: number } | undefined {
    const atMs = this.at[index];
    if (atMs === undefined) return undefined;
    return { atMs, core: this.core[index] ?? -1, cpuMs: this.cpu[index] ?? 0 };
  }
  atMs(index: number): number {
    return this.at[index] ?? Number.NaN;
  }
  cpuMs(index: number): number {
    return this.cpu[index] ?? Number.NaN;
  }

  /** CPU time by `timeMs`, as if it had grown evenly from sample to sample; 0 where there are none. */
  cpuMsAt(timeMs: number): number {
    const after = this.indexAfter(timeMs);
    const before = after - 1;
    if (before < 0) return this.cpu[0] ?? 0;
    const from = this.at[before] ?? 0;
    const to = this.at[after];
    const cpu = this.cpu[before] ?? 0;
    if (to === undefined) return cpu;
    return cpu + (((this.cpu[after] ?? cpu) - cpu) * (timeMs - from)) / (to - from);
  }

  /**
   * Number of samples earlier than `timeMs`.
   * @param hint where to look first
   */
  countBefore(timeMs: number, hint?: number): number {
    return countBefore(this.at, 1, this.at.length, timeMs, hint);
  }

  /**
   * Share of a core that the thread had around a stretch of time: CPU time over wall time between the
   * last sample before it and the first one after it. `null` where there are not two samples.
   */
  cpuShare(fromMs: number, toMs: number): number | null {
    const first = Math.max(0, this.indexAfter(fromMs) - 1);
    const last = Math.min(this.at.length - 1, this.indexAfter(toMs));
    const wallMs = (this.at[last] ?? 0) - (this.at[first] ?? 0);
    if (last <= first || wallMs <= 0) return null;
    return ((this.cpu[last] ?? 0) - (this.cpu[first] ?? 0)) / wallMs;
  }

  /** Index of the first sample later than `timeMs`. */
  private indexAfter(timeMs: number): number {
    let low = 0;
    let high = this.at.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.at[middle] ?? 0) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Stay {
  readonly fromMs: number;
  /** Infinity while the thread is still there. */
  toMs: number;
}

/** Index of the first stay that is not over by `timeMs`. */
function firstEndingAfter(stays: readonly Stay[], timeMs: number): number {
  let low = 0;
  let high = stays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stays[middle] as Stay).toMs <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The threads seen on one core, each with its stays. A core usually sees few, whatever the machine's size. */
export class CoreTrack {
  private readonly staysByThread = new Map<number, Stay[]>();
  /** From when on each change made the track another than it was. */
  private readonly changes: number[] = [];

  get changeCount(): number {
    return this.changes.length;
  }

  /** From when on the track is another than after its first `count` changes; `Infinity` where it is the same. */
  changedFromMs(count: number): number {
    let fromMs = Infinity;
    for (let i = count; i < this.changes.length; i++) fromMs = Math.min(fromMs, this.changes[i] as number);
    return fromMs;
  }

  enter(thread: number, atMs: number): void {
    this.changes.push(atMs);
    const stays = this.staysByThread.get(thread);
    if (stays === undefined) this.staysByThread.set(thread, [{ fromMs: atMs, toMs: Infinity }]);
    else stays.push({ fromMs: atMs, toMs: Infinity });
  }

  leave(thread: number, atMs: number): void {
    const last = this.staysByThread.get(thread)?.at(-1);
    if (last === undefined) return;
    this.changes.push(Math.min(atMs, last.toMs));
    last.toMs = atMs;
  }

  /** Visits the parts of [fromMs, toMs) in which threads were on this core, thread by thread, each in order. */
  visitStays(
    fromMs: number,
    toMs: number,
    visit: (thread: number, fromMs: number, toMs: number) => void,
  ): void {
    for (const [thread, stays] of this.staysByThread) {
      for (let i = firstEndingAfter(stays, fromMs); i < stays.length; i++) {
        const stay = stays[i] as Stay;
        if (stay.fromMs >= toMs) break;
        visit(thread, Math.max(fromMs, stay.fromMs), Math.min(toMs, stay.toMs));
      }
    }
  }

  /** When `thread` left for the last time; `Infinity` while it is there. */
  leftAtMs(thread: number): number {
    return this.staysByThread.get(thread)?.at(-1)?.toMs ?? -Infinity;
  }

  /** In order of their first stay: later ones come behind. */
  get threads(): IterableIterator<number> {
    return this.staysByThread.keys();
  }

  /** The parts of [fromMs, toMs) in which `thread` was on this core. */
  *staysWithin(thread: number, fromMs: number, toMs: number): Generator<{ fromMs: number; toMs: number }> {
    const stays = this.staysByThread.get(thread) ?? [];
    for (let i = firstEndingAfter(stays, fromMs); i < stays.length; i++) {
      const stay = stays[i];
      if (stay === undefined || stay.fromMs >= toMs) return;
      yield { fromMs: Math.max(fromMs, stay.fromMs), toMs: Math.min(toMs, stay.toMs) };
    }
  }
}
