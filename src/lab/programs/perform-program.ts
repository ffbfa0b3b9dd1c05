import { formatCount } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { readClock } from "../clock.ts";
import { watchCoreUse } from "../cores/core-use.ts";
import type { PythonState } from "../machine/python.ts";
import { watchOwnCpu } from "../recorder.ts";
import type { RunFigures, RunResult } from "../result.ts";
import type { RunSpec } from "../spec.ts";
import { abortedAsRejection } from "../threads/crew.ts";
import { countPeak, countRunningAtOnce, countSwitches, listCores } from "../trace/summary.ts";
import { Trace } from "../trace/trace.ts";
import { LaneState } from "../trace/track.ts";
import { listFirstNumbers } from "./chunks.ts";
import { labelThreads, type ProgramSpec } from "./languages.ts";
import type { WatchedRunOptions } from "../watched-run.ts";
import { splitPhases } from "./phases.ts";
import { type Plan, planProgram } from "./plan.ts";
import { ProgramFailure } from "./program-process.ts";
import { createProgramRecorder, type ProgramRecorder } from "./program-recorder.ts";
import { watchProgram } from "./program-usage.ts";
import { openSession, type Session } from "./session.ts";

export interface ProgramRunOptions extends WatchedRunOptions {
  /** Folder of the built harnesses and the example programs. */
  readonly folder: URL;
  /** Tells what is known of Python here; asked only where Python is needed. */
  readonly findPython: () => Promise<PythonState>;
  /** How long it may take until the program is loaded. */
  readonly loadMs?: number | undefined;
}

/** An interpreter is there in a twentieth of a second; one that is not after this long will not be. */
const defaultLoadMs = 10_000;
/** A program that takes longer hangs, unless its run gives it another time. */
const defaultDeadlineMs = 120_000;

/** A look costs 20 µs a thread, and a thread seldom moves. */
const leastLookMs = 45;
/** Soon after the beginning a first look, so that even a short run has one from its inside. */
const firstLookMs = 4;

/** Carries out one run of a program. Never rejects because of the program: a failure is a result. */
export async function performProgramRun(
  spec: ProgramSpec,
  options: ProgramRunOptions,
): Promise<{ readonly result: RunResult; readonly trace: Trace | null }> {
  const aborted = abortedAsRejection(options.signal);
  let trace: Trace | null = null;
  let session: Session | null = null;
  try {
    const plan = await Promise.race([planProgram(spec, options), aborted.promise]);
    session = openSession(plan);
    const ready = await inTime(
      Promise.race([session.ready, aborted.promise]),
      options.loadMs ?? defaultLoadMs,
      (seconds) => say.programs.notReady(plan.name, seconds),
    );
    trace = new Trace({
      tasks: spec.tasks,
      threadLabels: labelThreads(plan.approach, spec.workers),
      keepEvents: options.keepEvents ?? false,
    });
    const measured = await measure({ spec, plan, session, trace, options, aborted: aborted.promise });
    const startupMs = ready.atMs - session.startedAtMs;
    const runtime = { language: spec.workload, version: ready.version };
    return { result: { state: "done", spec, figures: { ...measured, startupMs, runtime } }, trace };
  } catch (error) {
    if (options.signal?.aborted === true) return { result: { state: "aborted", spec }, trace };
    if (error instanceof ProgramFailure) {
      return { result: { state: "failed", spec, reason: error.message }, trace };
    }
    throw error;
  } finally {
    await session?.end();
    aborted.release();
  }
}

interface Measurement {
  readonly spec: RunSpec;
  readonly plan: Plan;
  readonly session: Session;
  readonly trace: Trace;
  readonly options: ProgramRunOptions;
  readonly aborted: Promise<never>;
}

async function measure(made: Measurement): Promise<Omit<RunFigures, "startupMs" | "runtime">> {
  const { spec, plan, session, trace, options } = made;
  const firstNumbers = listFirstNumbers(plan.size, plan.tasks);
  const recorder = createProgramRecorder(trace, new Map(firstNumbers.map((first, task) => [first, task])));
  const usage = await watchProgram(session.process, readClock);
  const coreUse = watchCoreUse();
  const own = watchOwnCpu();
  const looks = lookAtIntervals(recorder, plan.name, options.tickMs);
  try {
    options.onTrace?.(trace);
    const ownCpuBefore = own.read();
    const framesBefore = options.countFrames?.() ?? 0;
    const beganMs = readClock();
    session.begin((report) => {
      recorder.take(report);
      if (report.kind === "here" || report.kind === "start") usage.add(report.thread.process);
    });
    const done = await inTime(
      Promise.race([session.done, looks.lost, made.aborted]),
      spec.deadlineMs ?? defaultDeadlineMs,
      (seconds) => say.programs.notDone(plan.name, seconds),
    );
    looks.stop();
    const observed = recorder.finish(done.endedMs);
    const coreUsePercent = coreUse.stop();
    const ownCpuMs = own.read() - ownCpuBefore;
    const watchedMs = readClock() - beganMs;
    const resources = await usage.finish(done.beganMs);
    const frames = options.countFrames === undefined ? null : options.countFrames() - framesBefore;
    const wallMs = done.endedMs - done.beganMs;
    const chunks = observed.chunks.map(({ fromMs, toMs }) => ({
      fromMs: fromMs - done.beganMs,
      toMs: toMs - done.beganMs,
    }));
    return {
      wallMs,
      // Processes of a pool that does not fork are nobody's children whose time could be asked for.
      cpuMs: done.cpuMs + Math.max(done.childrenCpuMs, observed.workersCpuMs),
      warmupMs: 0,
      threads: plan.approach.worker === null ? 1 : spec.workers,
      peakRunning: countRunningAtOnce(trace, Math.min(options.cores, spec.onCores ?? Infinity)),
      peakWaiting: countPeak(trace, LaneState.waiting),
      cores: listCores(trace),
      coreUsePercent,
      droppedEvents: observed.dropped,
      finishedAtMs: Array.from(trace.finishedAtMs),
      checksum: hashText(done.result),
      limit: null,
      notes: [],
      phases: splitPhases(wallMs, observed.hereMs - done.beganMs, chunks),
      latency: null,
      counted: null,
      connections: null,
      buffersMb: null,
      delays: [],
      pictures: null,
      answers: readAnswer(done.result),
      endedBy: "itself",
      stuck: null,
      resources,
      switches: countSwitches(trace),
      processCpuPercent: highest(resources.slice(1).map(({ cpuPercent }) => cpuPercent)),
      processMemoryMb: highest(resources.map(({ memoryMb }) => memoryMb)),
      ...(frames === null
        ? {}
        : { drawing: { frames, framesPerSecond: frames / (watchedMs / 1000), cpuMs: ownCpuMs } }),
    };
  } finally {
    looks.stop();
    usage.close();
    recorder.close();
    own.close();
  }
}

/** Samples cores until it is stopped. `lost` rejects when a thread is gone in the middle of a chunk. */
function lookAtIntervals(
  recorder: ProgramRecorder,
  name: string,
  tickMs: number,
): { readonly lost: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    const look = () => {
      if (recorder.look() === null) return;
      reject(new ProgramFailure(say.programs.workerKilled(name)));
    };
    timer = setTimeout(() => {
      look();
      timer = setInterval(look, Math.max(tickMs, leastLookMs));
    }, firstLookMs);
  });
  lost.catch(() => {}); // nobody may be waiting any more
  return { lost, stop: () => clearTimeout(timer) };
}

/** @throws ProgramFailure when the promise is not kept within `ms` */
function inTime<Value>(
  promise: Promise<Value>,
  ms: number,
  describe: (seconds: string) => string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProgramFailure(describe(formatCount(ms / 1000)))), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** One number for what a program came to. FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The result as a number, where a number can hold it. */
function readAnswer(result: string): number | null {
  const value = Number(result);
  return /^-?\d+$/.test(result) && Number.isSafeInteger(value) ? value : null;
}
