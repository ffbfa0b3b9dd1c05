import { readClock } from "./clock.ts";
import { readSystemThreadId } from "./cores/thread-id.ts";
import { watchThread } from "./cores/thread-watch.ts";
import type { CrewThread } from "./threads/crew.ts";
import type { EventKind } from "./trace/event.ts";
import type { Trace } from "./trace/trace.ts";

/** What the recorder saw besides the trace. Times in milliseconds. */
export interface Observed {
  /** CPU time of the threads; `null` where the system does not tell. */
  readonly cpuMs: number | null;
  /** CPU time of the thread that recorded and drew. */
  readonly ownCpuMs: number;
  readonly watchedMs: number;
  readonly droppedEvents: number;
}

export interface Recorder {
  start(): void;
  /** Takes in what is left. `finishedAtMs` (shared clock) is the last moment of the run, if it had one. */
  stop(finishedAtMs: number | null): Observed;
}

/**
 * Cores are sampled at every tick but no oftener than this: a look at a thread costs as much as a lane of a frame
 * (10 to 20 µs), and a thread seldom moves.
 */
const leastSampleMs = 45;

/** Nor may all looks together take more than about a hundredth of a core, however many threads there are. */
const leastSampleMsOfThread = 1.5;

/** Soon after the start a first sample, so that even a short run has one from its inside. */
const firstTickMs = 4;

/** Moves events from the rings into the trace and samples cores, at intervals, from outside the measured threads. */
export function createRecorder(trace: Trace, threads: readonly CrewThread[], tickMs: number): Recorder {
  const watches = threads.map(({ systemId }) => watchThread(systemId));
  const own = watchOwnCpu();
  const betweenSamplesMs = Math.max(leastSampleMs, threads.length * leastSampleMsOfThread);
  let cpuAtStart: (number | null)[] = [];
  let originMs: number | null = null;
  let startedMs = 0;
  let ownCpuAtStart = 0;
  let timer: NodeJS.Timeout | undefined;

  const receivers = threads.map((_, thread) => (atMs: number, task: number, kind: EventKind) => {
    // The first event of all is the coordinator's, at the moment when the approach began.
    originMs ??= atMs;
    trace.record(thread, atMs - originMs, task, kind);
  });
  const drain = () => {
    for (const [thread, { events }] of threads.entries()) {
      const receive = receivers[thread];
      if (receive !== undefined) events.drain(receive);
      // A worker may have begun while the coordinator's ring was read: its events wait for their origin.
      if (originMs === null) return;
    }
  };
  const sample = () => {
    if (originMs === null) return;
    for (const [thread, watch] of watches.entries()) {
      const seen = watch?.look();
      if (seen === null || seen === undefined) continue;
      const cpuMs = seen.cpuMs - (cpuAtStart[thread] ?? 0);
      trace.sample(thread, Math.max(0, readClock() - originMs), seen.core, cpuMs);
    }
  };
  let sampledAtMs = 0;
  const tick = () => {
    drain();
    const now = readClock();
    if (originMs === null || now - sampledAtMs < betweenSamplesMs) return;
    sampledAtMs = now;
    sample();
  };

  return {
    start() {
      startedMs = readClock();
      ownCpuAtStart = own.read();
      cpuAtStart = watches.map((watch) => watch?.look()?.cpuMs ?? null);
      timer = setTimeout(() => {
        tick();
        timer = setInterval(tick, tickMs);
      }, firstTickMs);
    },
    stop(finishedAtMs) {
      clearInterval(timer);
      drain();
      sample();
      const cpu = watches.map((watch, thread) => {
        const before = cpuAtStart[thread] ?? null;
        const now = watch?.look()?.cpuMs ?? null;
        watch?.close();
        return before === null || now === null ? null : now - before;
      });
      if (finishedAtMs !== null && originMs !== null) trace.finish(finishedAtMs - originMs);
      const ownCpuMs = own.read() - ownCpuAtStart;
      own.close();
      return {
        cpuMs: cpu.includes(null) ? null : cpu.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
        ownCpuMs,
        watchedMs: readClock() - startedMs,
        droppedEvents: threads.reduce((sum, { events }) => sum + events.dropped, 0),
      };
    },
  };
}

/** CPU time of the calling thread in milliseconds; of the whole process where nothing finer is to be had. */
export function watchOwnCpu(): { read(): number; close(): void } {
  const watch = watchThread(readSystemThreadId());
  if (watch !== null) return { read: () => watch.look()?.cpuMs ?? 0, close: () => watch.close() };
  return {
    read: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    close: () => {},
  };
}
