/** Entry of the thread that writes events, as a measured thread does, and takes the time of it. */
import { parentPort, workerData } from "node:worker_threads";
import { readClock } from "../../src/lab/clock.ts";
import { EventKind } from "../../src/lab/trace/event.ts";
import { createEventWriter } from "../../src/lab/trace/event-ring.ts";
import type { Burst, TraceEventData } from "./trace-event.ts";

const { ring, bursts, eventsPerBurst, pauseMs } = workerData as TraceEventData;
const record = createEventWriter(ring);
const pause = new Int32Array(new SharedArrayBuffer(4));

function measureBurst(): Burst {
  let startedAtMs = readClock();
  for (let event = 0; event < eventsPerBurst; event++) {
    record(event, event % 2 === 0 ? EventKind.started : EventKind.finished);
  }
  const eventNs = ((readClock() - startedAtMs) * 1e6) / eventsPerBurst;
  let sink = 0;
  startedAtMs = readClock();
  for (let reading = 0; reading < eventsPerBurst; reading++) sink += readClock();
  const clockNs = ((readClock() - startedAtMs) * 1e6) / eventsPerBurst;
  return { eventNs, clockNs: sink > 0 ? clockNs : Number.NaN };
}

const measured: Burst[] = [];
for (let burst = 0; burst < bursts; burst++) {
  measured.push(measureBurst());
  // So that the reader has time to empty the ring, as it has in a run.
  Atomics.wait(pause, 0, 0, pauseMs);
}
parentPort?.postMessage(measured);
