import type { Trace } from "./trace.ts";
import { LaneState } from "./track.ts";

/** Most tasks of a trace that were in a state at the same moment, over all threads. */
export function countPeak(trace: Trace, state: LaneState): number {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const track of trace.tasks) {
    for (let i = 0; i < track.length; i++) {
      if (track.state(i) !== state) continue;
      starts.push(track.atMs(i));
      ends.push(i + 1 < track.length ? track.atMs(i + 1) : Infinity);
    }
  }
  const from = Float64Array.from(starts).sort();
  const to = Float64Array.from(ends).sort();
  let peak = 0;
  let ended = 0;
  for (let started = 0; started < from.length; started++) {
    while ((to[ended] as number) <= (from[started] as number)) ended++;
    peak = Math.max(peak, started + 1 - ended);
  }
  return peak;
}

/** Times that a thread turned from one task to another. */
export function countSwitches(trace: Trace): number {
  let switches = 0;
  for (const { track } of trace.threads) {
    let last = -1;
    for (let i = 0; i < track.length; i++) {
      if (track.state(i) !== LaneState.running) continue;
      const task = track.tag(i);
      if (last >= 0 && task !== last) switches++;
      last = task;
    }
  }
  return switches;
}

/** Less CPU time than this between two samples is book-keeping, not work. */
const computingMs = 0.5;

/** Cores on which a thread of the run was seen computing, ascending; `null` where nothing was sampled. */
export function listCores(trace: Trace): number[] | null {
  const cores = new Set<number>();
  let sampled = false;
  for (const { samples } of trace.threads) {
    for (let i = 0; i < samples.length; i++) {
      const sample = samples.get(i);
      if (sample === undefined) continue;
      sampled = true;
      const before = i === 0 ? 0 : (samples.get(i - 1)?.cpuMs ?? 0);
      if (sample.cpuMs - before >= computingMs) cores.add(sample.core);
    }
  }
  return sampled ? [...cores].sort((a, b) => a - b) : null;
}
