import type { EventKind } from "../src/lab/trace/event.ts";
import { Trace } from "../src/lab/trace/trace.ts";

interface ThreadEvents {
  readonly atMs: number[];
  readonly task: number[];
  readonly kind: EventKind[];
}

/** A run that can be played again and again, as it would have been recorded. */
export interface Recording {
  readonly cores: number;
  readonly durationMs: number;
  readonly source: Trace;
  /** Events by thread, in order. */
  readonly events: readonly ThreadEvents[];
}

/** @param source a trace that kept its events and is finished */
export function recordingOf(source: Trace, cores: number): Recording {
  const events = source.threads.map((): ThreadEvents => ({ atMs: [], task: [], kind: [] }));
  for (const { thread, atMs, task, kind } of source.events()) {
    const own = events[thread];
    own?.atMs.push(atMs);
    own?.task.push(task);
    own?.kind.push(kind);
  }
  return { cores, durationMs: source.endMs, source, events };
}

/** A trace that grows as it would in a run that goes on. */
export interface LiveRun {
  readonly trace: Trace;
  /** Lets everything happen up to a moment, in the recorder's order: ring by ring, and then the samples. */
  playUntil(untilMs: number): void;
}

export function startLiveRun({ source, events }: Recording): LiveRun {
  const trace = new Trace({
    tasks: source.tasks.length,
    threadLabels: source.threads.map(({ label }) => label),
  });
  const nextEvent = new Int32Array(source.threads.length);
  const nextSample = new Int32Array(source.threads.length);
  return {
    trace,
    playUntil(untilMs) {
      for (const [thread, { atMs, task, kind }] of events.entries()) {
        let next = nextEvent[thread] as number;
        for (; (atMs[next] ?? Infinity) <= untilMs; next++) {
          trace.record(thread, atMs[next] as number, task[next] as number, kind[next] as EventKind);
        }
        nextEvent[thread] = next;
      }
      for (const { index, samples } of source.threads) {
        let next = nextSample[index] as number;
        for (; samples.atMs(next) <= untilMs; next++) {
          const { atMs, core, cpuMs } = samples.get(next) as { atMs: number; core: number; cpuMs: number };
          trace.sample(index, atMs, core, cpuMs);
        }
        nextSample[index] = next;
      }
    },
  };
}
