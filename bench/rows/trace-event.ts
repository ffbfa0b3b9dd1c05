import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { frameMs } from "../../src/cli/live-lanes.ts";
import { createEventReader, createRingBuffer } from "../../src/lab/trace/event-ring.ts";
import { median } from "../../src/lab/experiment/statistics.ts";
import { isQuiet } from "../measure.ts";
import { watchOthers } from "../others.ts";
import type { Row } from "../row.ts";

export interface TraceEventData {
  readonly ring: SharedArrayBuffer;
  readonly bursts: number;
  readonly eventsPerBurst: number;
  readonly pauseMs: number;
}

/** Nanoseconds of one event, and of one reading of the clock. */
export interface Burst {
  readonly eventNs: number;
  readonly clockNs: number;
}

const eventsPerBurst = 1000;
/** The first bursts run before the compiler is done. */
const warmUpBursts = 50;

/** What an event costs the thread that is measured, while another one drains the ring at frame rate. */
export const traceEvent: Row = {
  name: "trace-event",
  what: "a trace event on the measured thread",
  bound: { atMost: 150 },
  unit: "ns",
  async measure({ quick }) {
    const ring = createRingBuffer(2 ** 17);
    const reader = createEventReader(ring);
    const data: TraceEventData = {
      ring,
      bursts: warmUpBursts + (quick ? 500 : 2000),
      eventsPerBurst,
      pauseMs: 1,
    };
    // tsx cannot load a thread's entry on Node 20.
    const { outputFiles } = await build({
      entryPoints: [path.join(path.dirname(fileURLToPath(import.meta.url)), "trace-event-thread.ts")],
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
      write: false,
    });
    const worker = new Worker(outputFiles[0]?.text ?? "", { eval: true, workerData: data });
    const stopWatching = watchOthers();
    let drained = 0;
    const drain = () => reader.drain(() => drained++);
    const timer = setInterval(drain, frameMs);
    try {
      const bursts = await new Promise<readonly Burst[]>((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.once("exit", () => reject(new Error("the thread ended before it was done")));
      });
      drain();
      const counted = bursts.slice(warmUpBursts);
      return {
        values: counted.map(({ eventNs }) => eventNs),
        made: counted.length,
        quiet: isQuiet([{ value: 0, others: stopWatching() }]),
        conditions: [{ text: `${reader.dropped} events dropped, must be 0`, met: reader.dropped === 0 }],
        details: [
          `of which reading the clock takes ${median(counted.map(({ clockNs }) => clockNs)).toFixed(0)} ns`,
          `${drained} events, drained every ${frameMs} ms`,
        ],
      };
    } finally {
      clearInterval(timer);
      await worker.terminate();
    }
  },
};
