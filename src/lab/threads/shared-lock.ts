import { readClock } from "../clock.ts";

/** What stands in a lock's cell. */
const free = 0;
const held = 1;
/** Held, and somebody may be waiting: whoever lets go has to wake one. */
const awaited = 2;

/**
 * A wait that is shorter leaves no mark in the trace: a lock that is fought over is waited for hundreds of thousands of
 * times a second, and to record each would cost more than the waiting.
 */
const unrecordedMs = 0.1;

/**
 * A lock for threads that share memory. Whoever cannot have it sleeps until it is let go of, and needs no core for that.
 * The cell of shared memory is all that threads have in common; each makes a `SharedLock` of its own on it.
 * After U. Drepper, "Futexes Are Tricky", the second of its mutexes.
 */
// A class, not closures: the code of a lesson calls it millions of times, and methods are compiled once for all locks.
export class SharedLock {
  private readonly cells: Int32Array<SharedArrayBuffer>;
  private readonly at: number;
  private readonly block: (sleep: () => void) => void;

  /** `block` records that the task waits while `sleep` has not returned. */
  constructor(cells: Int32Array<SharedArrayBuffer>, at: number, block: (sleep: () => void) => void) {
    this.cells = cells;
    this.at = at;
    this.block = block;
  }

  /** Takes the lock; waits for it while another thread, or this one itself, holds it. */
  lock(): void {
    if (this.tryLock() || this.takeWithin(unrecordedMs)) return;
    this.block(() => this.takeWithin(Infinity));
  }

  /** Takes the lock if it is free, and does not wait; says whether it has it. */
  tryLock(): boolean {
    return Atomics.compareExchange(this.cells, this.at, free, held) === free;
  }

  /** Lets the lock go, and wakes one of those that wait for it. */
  unlock(): void {
    if (Atomics.exchange(this.cells, this.at, free) === awaited) Atomics.notify(this.cells, this.at, 1);
  }

  private takeWithin(ms: number): boolean {
    const untilMs = ms === Infinity ? Infinity : readClock() + ms;
    // Whoever has waited leaves the mark that others may still do so: at worst one wakes nobody.
    while (Atomics.exchange(this.cells, this.at, awaited) !== free) {
      const leftMs = untilMs === Infinity ? Infinity : untilMs - readClock();
      if (leftMs <= 0) return false;
      Atomics.wait(this.cells, this.at, awaited, leftMs);
    }
    return true;
  }
}
