import { SampleTrack } from "./samples.ts";
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

/**
 * Most tasks that ran at the same moment. More threads than cores take turns, and another program may have had the
 * cores meanwhile: so it is no more than there were cores for, and CPU time for in the busiest stretch between samples.
 * @param cores that the threads may use at once
 */
export function countRunningAtOnce(trace: Trace, cores: number): number {
  const given = mostCoresGiven(trace);
  const had = given === null ? Infinity : Math.max(1, Math.round(given));
  return Math.min(countPeak(trace, LaneState.running), cores, had);
}

/** Shorter stretches say little: CPU time may be known in ticks of 10 ms only. */
const leastStretchMs = 20;

/** CPU time of all threads over time, in the stretch between samples in which it was most; `null` without any. */
function mostCoresGiven(trace: Trace): number | null {
  const tracks = trace.threads.map(({ samples }) => samples);
  const longest = tracks.reduce((a, b) => (b.length > a.length ? b : a), new SampleTrack());
  let most: number | null = null;
  let from = 0;
  for (let to = 1; to < longest.length; to++) {
    const fromMs = longest.atMs(from);
    const toMs = longest.atMs(to);
    if (toMs - fromMs < leastStretchMs) continue;
    const cpuMs = tracks.reduce((sum, samples) => sum + samples.cpuMsAt(toMs) - samples.cpuMsAt(fromMs), 0);
    most = Math.max(most ?? 0, cpuMs / (toMs - fromMs));
    from = to;
  }
  return most;
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

/** Threads that sleep take nothing; those that spin take all they can get, which on a busy machine may be little. */
const spinningShare = 0.05;

/**
 * What the threads of a run were doing when it had to be ended: sleeping, or busy with something that had no end. Told
 * from the CPU time that they took in the second half of the run; where the system does not tell, from whether any
 * task was running when it ended.
 */
export function describeStuck(trace: Trace): "waiting" | "spinning" {
  const shares = trace.threads.flatMap(({ samples }) => samples.cpuShare(trace.endMs / 2, trace.endMs) ?? []);
  const isBusy =
    shares.length > 0
      ? shares.reduce((sum, share) => sum + share, 0) > spinningShare
      : trace.tasks.some((track) => track.length > 0 && track.state(track.length - 1) === LaneState.running);
  return isBusy ? "spinning" : "waiting";
}
