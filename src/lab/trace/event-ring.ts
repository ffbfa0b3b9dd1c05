import { readClock } from "../clock.ts";
import type { EventKind } from "./event.ts";

/**
 * A ring of events in shared memory, written by one thread and drained by one other.
 *
 * Layout: a header of 16 Int32 (`head`, `tail`, `dropped`), then `capacity` Float64 (time),
 * then `capacity` Int32 (task and kind). `head` and `tail` count events ever written and ever
 * read, modulo 2^32; the writer alone moves `head`, the reader alone moves `tail`.
 * With one writer and one reader no compare-and-swap is needed: the atomic store of `head`
 * publishes the event written before it. That keeps an event at about 60 ns, most of it the clock.
 */
const headerBytes = 64;
const head = 0;
const tail = 1;
const dropped = 2;
const kindBits = 3;

/** Largest task number that fits an event. */
export const maxTask = 2 ** (31 - kindBits) - 1;

/**
 * Makes the shared memory of a ring.
 * @param capacity number of events, a power of two
 */
export function createRingBuffer(capacity: number): SharedArrayBuffer {
  if (capacity < 2 || (capacity & (capacity - 1)) !== 0) {
    throw new RangeError(`ring capacity: found ${capacity}, allowed: a power of two from 2`);
  }
  return new SharedArrayBuffer(headerBytes + capacity * 12);
}

function openRing(buffer: SharedArrayBuffer) {
  const capacity = (buffer.byteLength - headerBytes) / 12;
  return {
    mask: capacity - 1,
    capacity,
    header: new Int32Array(buffer, 0, headerBytes / 4),
    times: new Float64Array(buffer, headerBytes, capacity),
    entries: new Int32Array(buffer, headerBytes + capacity * 8, capacity),
  };
}

export type WriteEvent = (task: number, kind: EventKind) => void;

/** The writing end, for the measured thread. A full ring counts the event as dropped and does not wait. */
export function createEventWriter(buffer: SharedArrayBuffer): WriteEvent {
  const { mask, capacity, header, times, entries } = openRing(buffer);
  let written = Atomics.load(header, head);
  return (task, kind) => {
    if (((written - Atomics.load(header, tail)) | 0) >= capacity) {
      Atomics.add(header, dropped, 1);
      return;
    }
    const slot = written & mask;
    times[slot] = readClock();
    entries[slot] = (task << kindBits) | kind;
    written = (written + 1) | 0;
    Atomics.store(header, head, written);
  };
}

export interface EventReader {
  /** Hands over every event written since the last call, oldest first; returns how many. */
  drain(receive: (atMs: number, task: number, kind: EventKind) => void): number;
  /** Events that found the ring full. */
  readonly dropped: number;
}

/** The reading end, for the thread that records. */
export function createEventReader(buffer: SharedArrayBuffer): EventReader {
  const { mask, header, times, entries } = openRing(buffer);
  let read = Atomics.load(header, tail);
  return {
    drain(receive) {
      const written = Atomics.load(header, head);
      const count = (written - read) | 0;
      for (let i = 0; i < count; i++) {
        const slot = (read + i) & mask;
        const entry = entries[slot] ?? 0;
        receive(times[slot] ?? 0, entry >>> kindBits, (entry & (2 ** kindBits - 1)) as EventKind);
      }
      read = (read + count) | 0;
      Atomics.store(header, tail, read);
      return count;
    },
    get dropped() {
      return Atomics.load(header, dropped);
    },
  };
}
