import os from "node:os";
import { readClock } from "../clock.ts";
import type { ResourceSample } from "../result.ts";
import { openOwnReader, type OwnReader } from "./own-reading.ts";
import type { ProcessPoll } from "./process-poll.ts";

/** So that half a second makes a chart, and a reading now and then is all that is taken from the work. */
const firstIntervalMs = 20;
/** Twice as many columns as a wide chart has. */
const mostSamples = 300;

/** Nothing uses more than all cores; a reading that says so came a little late. */
const mostPercent = 100 * os.availableParallelism();

export interface ResourceWatch {
  /**
   * Ends the watch.
   * @param startedAtMs when the work began, on the shared clock: the times of the samples count from there
   */
  stop(startedAtMs: number): ResourceSample[];
  /** Ends it where nobody wants to know. */
  close(): void;
}

export interface ResourceWatchOptions {
  /** Other processes of the run, whose use is added to this one's. The watch ends them with itself. */
  readonly others?: ProcessPoll | undefined;
  readonly reader?: OwnReader;
}

interface Seen {
  readonly atMs: number;
  readonly memoryMb: number | null;
  readonly threads: number | null;
  /** Since the reading before. */
  readonly cpuMs: number;
}

/**
 * Watches memory, threads and CPU of the program, from now until it is stopped. However long that takes, there are at
 * most 300 samples: they become fewer by half when they are too many.
 */
export function watchResources(options: ResourceWatchOptions = {}): ResourceWatch {
  const { reader = openOwnReader(), others } = options;
  let samples: (Seen & { readonly othersPercent: number })[] = [];
  let intervalMs = firstIntervalMs;
  let lastCpuMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    const { memoryMb, threads, cpuMs } = reader.read();
    const use = others?.latest;
    samples.push({
      atMs: readClock(),
      memoryMb: add(memoryMb, use?.memoryMb),
      threads: add(threads, use?.threads),
      cpuMs: lastCpuMs === null ? 0 : cpuMs - lastCpuMs,
      othersPercent: use?.cpuPercent ?? 0,
    });
    lastCpuMs = cpuMs;
    if (samples.length < mostSamples) return;
    samples = thinOut(samples);
    intervalMs *= 2;
    schedule();
  };
  const schedule = () => {
    clearInterval(timer);
    timer = setInterval(look, intervalMs);
    timer.unref();
  };
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    clearInterval(timer);
    others?.stop();
    reader.close();
  };
  look();
  schedule();

  return {
    close,
    stop(startedAtMs) {
      look();
      close();
      return samples.map((sample, index): ResourceSample => {
        const elapsedMs = sample.atMs - (samples[index - 1]?.atMs ?? Number.NaN);
        const own = (100 * sample.cpuMs) / elapsedMs;
        return {
          atMs: round(sample.atMs - startedAtMs, 2),
          memoryMb: sample.memoryMb === null ? null : round(sample.memoryMb, 1),
          threads: sample.threads,
          // The first one has nothing before it to be compared with.
          cpuPercent: elapsedMs > 0 ? round(Math.min(mostPercent, own + sample.othersPercent), 1) : null,
        };
      });
    },
  };
}

/** Every two neighbours become one, at the moment of the later: with the CPU time of both, and the higher memory. */
function thinOut<Item extends Seen>(samples: readonly Item[]): Item[] {
  const [first, ...rest] = samples;
  if (first === undefined) return [];
  const thinned = [first];
  for (let i = 0; i < rest.length; i += 2) {
    const earlier = rest[i];
    const later = rest[i + 1];
    if (earlier === undefined) continue;
    if (later === undefined) {
      thinned.push(earlier);
      continue;
    }
    thinned.push({
      ...later,
      memoryMb: higher(earlier.memoryMb, later.memoryMb),
      threads: higher(earlier.threads, later.threads),
      cpuMs: earlier.cpuMs + later.cpuMs,
    });
  }
  return thinned;
}

function add(own: number | null, others = 0): number | null {
  return own === null ? null : own + others;
}

function higher(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
