/** What the looks at a process say of a stretch of time. Pure. */
import type { SeenThread } from "../model.ts";
import type { ThreadRecord } from "./sampler.ts";

export interface Usage {
  /** CPU time of all threads, in milliseconds. */
  readonly computed: number;
  /** Threads that did a fair part of it. */
  readonly busyThreads: number;
  /** Share of the main thread, in per cent. */
  readonly mainShare: number;
  /**
   * Of the busiest `workers` threads beside the main one: how long the least busy one had something to do / the
   * busiest, in per cent. Whether it was given a core for that does not count: that is the machine's doing.
   */
  readonly balance: number;
  /**
   * Share of the time in which two threads or more had something to do, of that in which any had, in per cent. It
   * says nothing of how many cores there were for them.
   */
  readonly overlap: number | null;
  /** Threads that came after the beginning. */
  readonly newThreads: number;
}

/** Where in a look the CPU time stands, and the time with something to do. */
const cpuTime = 2;
const busyTime = 3;

/** The time by a moment, as if it had grown evenly between two looks. */
function timeAt(
  samples: ThreadRecord["samples"],
  atMs: number,
  which: typeof cpuTime | typeof busyTime = cpuTime,
): number {
  let before: ThreadRecord["samples"][number] | undefined;
  for (const sample of samples) {
    if (sample[0] <= atMs) before = sample;
    else {
      if (before === undefined) return sample[which];
      return before[which] + ((sample[which] - before[which]) * (atMs - before[0])) / (sample[0] - before[0]);
    }
  }
  return before?.[which] ?? 0;
}

/** The time within a stretch; of a thread that was born in it all that it has had. */
function timeWithin(
  samples: ThreadRecord["samples"],
  fromMs: number,
  toMs: number,
  which: typeof cpuTime | typeof busyTime = cpuTime,
): number {
  const first = samples[0];
  const start = first === undefined ? 0 : first[0] > fromMs ? 0 : timeAt(samples, fromMs, which);
  return Math.max(0, timeAt(samples, toMs, which) - start);
}

export function sumUpUsage(
  threads: Iterable<ThreadRecord>,
  main: number,
  workers: number,
  fromMs: number,
  toMs: number,
): Usage {
  const all = [...threads];
  const cpu = all.map(({ id, isHelper, samples }) => ({
    id,
    isHelper,
    ms: timeWithin(samples, fromMs, toMs),
  }));
  const computed = cpu.reduce((sum, { ms }) => sum + ms, 0);
  // Starting a thread computes a little, too.
  const fair = Math.max(4, computed / (3 * Math.max(2, workers)));
  const ofMain = cpu.find(({ id }) => id === main)?.ms ?? 0;
  // Those that did next to nothing are no workers, nor are the engine's own threads.
  const computing = new Set(
    cpu.flatMap(({ id, isHelper, ms }) => (id !== main && !isHelper && ms >= 4 ? [id] : [])),
  );
  const busiest = all
    .flatMap(({ id, samples }) => (computing.has(id) ? [timeWithin(samples, fromMs, toMs, busyTime)] : []))
    .sort((a, b) => b - a)
    .slice(0, workers);
  return {
    computed,
    busyThreads: cpu.filter(({ isHelper, ms }) => !isHelper && ms >= fair).length,
    mainShare: computed === 0 ? 0 : (100 * ofMain) / computed,
    balance:
      busiest.length < workers || !(busiest[0] as number)
        ? 0
        : (100 * (busiest.at(-1) as number)) / (busiest[0] as number),
    overlap: findOverlap(
      all.filter(({ isHelper }) => !isHelper),
      fromMs,
      toMs,
    ),
    newThreads: all.filter(({ samples: [first] }) => first !== undefined && first[0] > fromMs).length,
  };
}

/** Long beside a turn on a core: the time that a thread has waited for one is told at the end of the wait. */
const stepMs = 40;
/** Of a step that a thread had something to do for it to count as computing; two in turn have half of it each. */
const busyShare = 0.6;

function findOverlap(threads: readonly ThreadRecord[], fromMs: number, toMs: number): number | null {
  let any = 0;
  let several = 0;
  for (let at = fromMs; at + stepMs <= toMs; at += stepMs) {
    const busy = threads.filter(
      ({ samples }) =>
        timeAt(samples, at + stepMs, busyTime) - timeAt(samples, at, busyTime) >= busyShare * stepMs,
    ).length;
    if (busy >= 1) any++;
    if (busy >= 2) several++;
  }
  return any === 0 ? null : (100 * several) / any;
}

/** The threads that are worth a lane: the main one, and those that computed. */
export function listSeenThreads(
  threads: Iterable<ThreadRecord>,
  main: number,
  fromMs: number,
  toMs: number,
  labels: { readonly main: string; readonly worker: (number: number) => string },
): SeenThread[] {
  const busy = [...threads]
    .filter(
      ({ id, isHelper, samples }) => id === main || (!isHelper && timeWithin(samples, fromMs, toMs) >= 4),
    )
    .sort((a, b) => Number(b.id === main) - Number(a.id === main) || a.id - b.id)
    .slice(0, 17);
  return busy.map(({ samples }, at) => ({
    label: at === 0 ? labels.main : labels.worker(at),
    samples: samples
      .filter(([atMs]) => atMs >= fromMs - 20 && atMs <= toMs + 20)
      .map(([atMs, core, cpuMs]) => [Math.max(0, atMs - fromMs), core, cpuMs] as const),
  }));
}
