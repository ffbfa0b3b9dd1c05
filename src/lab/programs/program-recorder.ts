import { existsSync } from "node:fs";
import { readClock } from "../clock.ts";
import { type ThreadWatch, watchThread } from "../cores/thread-watch.ts";
import { EventKind } from "../trace/event.ts";
import type { Trace } from "../trace/trace.ts";
import type { Stretch } from "./phases.ts";
import type { ProgramReport, SystemThread, Whereabouts } from "./reports.ts";

type ChunkReport = Extract<ProgramReport, { kind: "start" | "end" | "fail" }>;
type BeginReport = Extract<ProgramReport, { kind: "begin" }>;

/** One of the program's threads, and the lane that is its. */
interface Followed {
  readonly lane: number;
  readonly thread: SystemThread;
  readonly watch: ThreadWatch | null;
  /** CPU time that it had had when the program began. */
  readonly cpuBeforeMs: number;
  /** Of the chunk that it works on. */
  task: number | null;
  startedMs: number;
  sampledMs: number;
  cpuMs: number;
  /** Looks in turn that found it gone in the middle of a chunk. */
  missed: number;
}

/** What the reports of a run came to; times in milliseconds on the shared clock. */
export interface ProgramObserved {
  readonly chunks: readonly Stretch[];
  /** When the thread that began the first chunk was there. */
  readonly hereMs: number;
  /** CPU time of chunks in processes other than the first. */
  readonly workersCpuMs: number;
  /** Chunks of threads that there was no lane for. */
  readonly dropped: number;
}

export interface ProgramRecorder {
  take(report: ProgramReport): void;
  /** Samples cores; to be called at intervals. Returns the thread that is gone in the middle of a chunk, if any. */
  look(): SystemThread | null;
  /** The program has ended, at that time. */
  finish(endedMs: number): ProgramObserved;
  /** Looks no more. */
  close(): void;
}

/** A look finds a thread gone a moment before its last report is read; the second one is sure. */
const looksToBeSure = 2;

/**
 * Turns a program's reports into a trace, and samples the cores of its threads from outside.
 * @param taskOf tasks by their chunk's first number
 */
export function createProgramRecorder(trace: Trace, taskOf: ReadonlyMap<number, number>): ProgramRecorder {
  const followed = new Map<string, Followed>();
  const hereMs = new Map<string, number>();
  const chunks: Stretch[] = [];
  let early: ProgramReport[] = [];
  let begun: BeginReport | null = null;
  let firstStart: { readonly atMs: number; readonly key: string } | null = null;
  let workersCpuMs = 0;
  let dropped = 0;

  const begin = (report: BeginReport) => {
    begun = report;
    hereMs.set(keyOf(report.thread), report.atMs);
    follow(report, 0, report.cpuMs ?? 0);
    for (const task of trace.tasks.keys()) trace.record(0, 0, task, EventKind.queued);
    const waiting = early;
    early = [];
    waiting.forEach(take);
  };
  const follow = ({ thread }: Whereabouts, lane: number, cpuBeforeMs: number): Followed => {
    const watch = watchThread(thread.id, thread.process);
    const one = { lane, thread, watch, cpuBeforeMs, task: null };
    const entry = { ...one, startedMs: 0, sampledMs: -Infinity, cpuMs: 0, missed: 0 };
    followed.set(keyOf(thread), entry);
    return entry;
  };
  const sample = (one: Followed, atMs: number, core: number, cpuMs: number) => {
    // What is read from outside lags behind what the thread knows of itself, by a tick of the system.
    if (atMs < one.sampledMs) return;
    one.sampledMs = atMs;
    one.cpuMs = Math.max(one.cpuMs, cpuMs - one.cpuBeforeMs);
    trace.sample(one.lane, Math.max(0, atMs - originMs()), core, one.cpuMs);
  };
  const originMs = () => begun?.atMs ?? 0;

  const takeChunk = (report: ChunkReport) => {
    const { kind, first, atMs, thread, core, cpuMs } = report;
    const key = keyOf(thread);
    const task = taskOf.get(first);
    const known = followed.get(key);
    if (task === undefined || (known === undefined && followed.size >= trace.threads.length)) {
      dropped++;
      return;
    }
    const one = known ?? follow(report, followed.size, 0);
    if (core !== null && cpuMs !== null) sample(one, atMs, core, cpuMs);
    if (kind === "start") {
      trace.record(one.lane, atMs - originMs(), task, EventKind.started);
      one.task = task;
      one.startedMs = atMs;
      if (firstStart === null || atMs < firstStart.atMs) firstStart = { atMs, key };
      return;
    }
    trace.record(one.lane, atMs - originMs(), task, kind === "end" ? EventKind.finished : EventKind.failed);
    one.task = null;
    chunks.push({ fromMs: one.startedMs, toMs: atMs });
  };

  const take = (report: ProgramReport) => {
    if (report.kind === "begin") return begin(report);
    // Those of short chunks come before it is known when they began.
    if (begun === null) {
      early.push(report);
      return;
    }
    if (report.kind === "here") hereMs.set(keyOf(report.thread), report.atMs);
    else if (report.kind === "start" || report.kind === "end" || report.kind === "fail") takeChunk(report);
  };

  return {
    take,
    look() {
      for (const one of followed.values()) {
        const seen = one.watch?.look() ?? null;
        if (seen !== null) {
          one.missed = 0;
          sample(one, readClock(), seen.core, seen.cpuMs);
        } else if (one.task !== null && isGone(one.thread)) {
          one.missed++;
          if (one.missed >= looksToBeSure) return one.thread;
        }
      }
      return null;
    },
    finish(endedMs) {
      if (begun !== null) trace.finish(endedMs - begun.atMs);
      for (const { thread, cpuMs } of followed.values()) {
        if (thread.process !== begun?.thread.process) workersCpuMs += cpuMs;
      }
      const first = firstStart;
      return {
        chunks,
        hereMs: first === null ? Infinity : (hereMs.get(first.key) ?? first.atMs),
        workersCpuMs,
        dropped,
      };
    },
    close() {
      for (const { watch } of followed.values()) watch?.close();
      followed.clear();
    },
  };
}

function keyOf({ process, id }: SystemThread): string {
  return `${process}:${id}`;
}

function isGone({ process: id, id: thread }: SystemThread): boolean {
  return process.platform === "linux" && !existsSync(`/proc/${id}/task/${thread}`);
}
