// A lock for each place of a shared array. It needs no change.

/** Waits until the lock is free, and takes it. */
export function lock(locks: Int32Array, at: number): void {
  while (Atomics.compareExchange(locks, at, 0, 1) !== 0) Atomics.wait(locks, at, 1);
}

/** Frees a lock, and wakes somebody who waits for it. */
export function unlock(locks: Int32Array, at: number): void {
  Atomics.store(locks, at, 0);
  Atomics.notify(locks, at, 1);
}
