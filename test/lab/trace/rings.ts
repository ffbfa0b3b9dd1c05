import { createRingBuffer } from "../../../src/lab/trace/event-ring.ts";

/**
 * An empty ring whose two counters have already counted this many events, modulo 2^32: what a ring is like
 * after hours of work.
 */
export function createUsedRing(capacity: number, counted: number): SharedArrayBuffer {
  const buffer = createRingBuffer(capacity);
  new Int32Array(buffer, 0, 2).fill(counted | 0);
  return buffer;
}

/** Counts from which the counters pass from positive to negative, and from -1 to 0. */
export const nearlyFull: readonly number[] = [2 ** 31 - 3, 2 ** 32 - 3];
