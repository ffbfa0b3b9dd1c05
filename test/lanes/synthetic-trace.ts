import { EventKind } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";

/** For tests and benchmarks only: a trace that no machine has produced. The program itself never draws one. */
export interface SyntheticTraceOptions {
  /** About as many events as the trace shall have. */
  readonly events: number;
  readonly threads: number;
  readonly tasks: number;
  /** Cores on which the threads are, dealt out in turn; 0 for a system that does not tell. */
  readonly cores: number;
  readonly durationMs: number;
  /** Share of the pauses in which a task waits; in the others it is ready. */
  readonly waitingShare?: number;
  /** Chance that a thread is seen on another core by its next sample. */
  readonly migration?: number;
  readonly sampleEveryMs?: number;
  /** Share of a core that each running thread gets. */
  readonly cpuShare?: number;
  readonly seed?: number;
  /** To play it back: see `events()` of the trace. */
  readonly keepEvents?: boolean;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each thread gives its tasks turns, round robin, from start to end. The same options make the same trace. */
export function createSyntheticTrace(options: SyntheticTraceOptions): Trace {
  const { threads, tasks, cores, durationMs } = options;
  const { waitingShare = 0.3, migration = 0, sampleEveryMs = 50, cpuShare = 1, seed = 1 } = options;
  const random = createRandom(seed);
  const trace = new Trace({
    tasks,
    threadLabels: Array.from({ length: threads }, (_, thread) => `thread ${thread}`),
    keepEvents: options.keepEvents === true,
  });
  for (let task = 0; task < tasks; task++) trace.record(0, 0, task, EventKind.queued);

  // A turn is two events: it begins, and it ends in some way.
  const turnsPerThread = Math.max(1, Math.floor((options.events - tasks) / threads / 2));
  const turnMs = durationMs / (turnsPerThread + 1);
  for (let thread = 0; thread < threads; thread++) {
    const own = Array.from({ length: tasks }, (_, task) => task).filter((task) => task % threads === thread);
    let atMs = 0;
    for (let turn = 0; turn < turnsPerThread && own.length > 0; turn++) {
      const task = own[turn % own.length] ?? 0;
      trace.record(thread, atMs, task, turn < own.length ? EventKind.started : EventKind.resumed);
      const usedMs = turnMs * (0.3 + 0.65 * random());
      const last = turn + own.length >= turnsPerThread;
      const pause = random() < waitingShare ? EventKind.waiting : EventKind.yielded;
      trace.record(thread, atMs + usedMs, task, last ? EventKind.finished : pause);
      atMs += turnMs;
    }
  }
  if (cores > 0) {
    const at = Array.from({ length: threads }, (_, thread) => thread % cores);
    for (let atMs = 0; atMs <= durationMs; atMs += sampleEveryMs) {
      for (let thread = 0; thread < threads; thread++) {
        if (random() < migration) at[thread] = Math.floor(random() * cores);
        trace.sample(thread, atMs, at[thread] ?? 0, atMs * cpuShare);
      }
    }
  }
  trace.finish(durationMs);
  return trace;
}
