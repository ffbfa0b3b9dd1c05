import "../support/patience.ts";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { createEventReader } from "../../../src/lab/trace/event-ring.ts";
import { bundle } from "../support/bundle.ts";
import { createUsedRing, nearlyFull } from "./rings.ts";

const writer = await bundle("test/lab/trace/ring-writer.ts");
const million = 1_000_000;

/** Has another thread write `million` events, and reads them here meanwhile. */
async function readWhileWriting(ring: SharedArrayBuffer) {
  const reader = createEventReader(ring);
  let received = 0;
  let inOrder = true;
  let lastTask = -1;
  let lastAtMs = readClock();
  let drains = 0;
  const drain = () => {
    const count = reader.drain((atMs, task, kind) => {
      received++;
      if (task <= lastTask || kind !== task % 7 || atMs < lastAtMs) inOrder = false;
      lastTask = task;
      lastAtMs = atMs;
    });
    if (count > 0) drains++;
  };
  const worker = new Worker(writer, { workerData: { ring, count: million } });
  const writing = { over: false };
  const ended = once(worker, "exit").then(() => (writing.over = true));
  while (!writing.over) {
    drain();
    await new Promise(setImmediate);
  }
  await ended;
  drain();
  return {
    received,
    inOrder,
    lastTask,
    drains,
    dropped: reader.dropped,
    endedInTime: lastAtMs <= readClock(),
  };
}

describe("event ring between two threads", () => {
  it.each([0, ...nearlyFull])(
    "loses none of a million events where they fit (counters at %d)",
    async (counted) => {
      const seen = await readWhileWriting(createUsedRing(2 ** 20, counted));
      expect(seen).toMatchObject({
        received: million,
        inOrder: true,
        lastTask: million - 1,
        dropped: 0,
        endedInTime: true,
      });
    },
  );

  it.each([2, 256, 2 ** 14])(
    "reads whole events in order from a ring of %d, and counts those lost",
    async (capacity) => {
      const seen = await readWhileWriting(createUsedRing(capacity, 2 ** 31 - million / 2));
      expect(seen.inOrder).toBe(true);
      expect(seen.received + seen.dropped).toBe(million);
      expect(seen.received).toBeGreaterThanOrEqual(capacity);
    },
  );
});
