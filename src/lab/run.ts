import { watchCoreUse } from "./cores/core-use.ts";
import { PinError, pinThreads } from "./cores/pin.ts";
import { createRecorder } from "./recorder.ts";
import { watchProcess } from "./process-usage.ts";
import type { DrawingCost, RunFigures, RunResult } from "./result.ts";
import { type RunSpec, taskMsOf } from "./spec.ts";
import { abortedAsRejection, assembleCrew, type Crew, CrewFailure } from "./threads/crew.ts";
import { countPeak, countRunningAtOnce, countSwitches, listCores } from "./trace/summary.ts";
import { Trace } from "./trace/trace.ts";
import { LaneState } from "./trace/track.ts";
import type { TaskInput } from "./workloads/workload.ts";

export interface RunOptions {
  /** URL of the bundled thread entry. */
  readonly entry: URL;
  /** Speed of the CPU kernel on this machine, from `calibrate`. */
  readonly unitsPerMs: number;
  /** Cores that may be used at once, and their numbers where the system tells. */
  readonly cores: number;
  readonly coreIds: readonly number[] | null;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between two drains and samples. */
  readonly tickMs: number;
  /** Keep every event for an export. */
  readonly keepEvents?: boolean | undefined;
  /** The trace, as soon as the work begins; it grows while the run goes on. */
  readonly onTrace?: ((trace: Trace) => void) | undefined;
  /** Frames drawn so far, where the run is drawn live. */
  readonly countFrames?: (() => number) | undefined;
}

/** Milliseconds of warm-up on each thread: enough for the compiler to be done with the kernel. */
const warmUpMs = 30;

/** Carries out one run. Never rejects because of the work: a failure is a result. */
export async function performRun(
  spec: RunSpec,
  options: RunOptions,
): Promise<{ readonly result: RunResult; readonly trace: Trace | null }> {
  let crew: Crew | null = null;
  let trace: Trace | null = null;
  try {
    crew = await assembleCrew(spec, {
      entry: options.entry,
      warmUpMs,
      signal: options.signal,
    });
    await confine(crew, spec, options);
    trace = new Trace({
      tasks: spec.tasks,
      threadLabels: crew.threads.map(({ label }) => label),
      keepEvents: options.keepEvents ?? false,
    });
    const figures = await measure(spec, crew, trace, options);
    return { result: { state: "done", spec, figures }, trace };
  } catch (error) {
    if (options.signal?.aborted === true) return { result: { state: "aborted", spec }, trace };
    if (error instanceof CrewFailure || error instanceof PinError) {
      return { result: { state: "failed", spec, reason: error.message }, trace };
    }
    throw error;
  } finally {
    await crew?.dismiss();
  }
}

async function confine(crew: Crew, spec: RunSpec, options: RunOptions): Promise<void> {
  if (spec.onCores === undefined) return;
  const cores = (options.coreIds ?? []).slice(0, spec.onCores);
  if (cores.length === 0)
    throw new PinError("this system does not let a program choose the cores of its threads");
  await pinThreads(
    crew.threads.map(({ systemId }) => systemId),
    cores,
  );
}

async function measure(spec: RunSpec, crew: Crew, trace: Trace, options: RunOptions): Promise<RunFigures> {
  const inputs = planTasks(spec, options.unitsPerMs);
  const usage = await watchProcess();
  const coreUse = watchCoreUse();
  const recorder = createRecorder(trace, crew.threads, options.tickMs);
  const aborted = abortedAsRejection(options.signal);
  try {
    options.onTrace?.(trace);
    recorder.start();
    const framesBefore = options.countFrames?.() ?? 0;
    const finished = await Promise.race([crew.go(inputs), aborted.promise]);
    const observed = recorder.stop(finished.finishedAtMs);
    const coreUsePercent = coreUse.stop();
    const { cpuPercent, memoryMb } = await usage.stop();
    const wallMs = finished.finishedAtMs - finished.startedAtMs;
    const frames = options.countFrames === undefined ? null : options.countFrames() - framesBefore;
    const drawing: DrawingCost | null =
      frames === null
        ? null
        : { frames, framesPerSecond: frames / (observed.watchedMs / 1000), cpuMs: observed.ownCpuMs };
    return {
      wallMs,
      cpuMs: observed.cpuMs,
      startupMs: crew.startupMs,
      warmupMs: crew.warmupMs,
      threads: spec.approach === "parallel" ? spec.workers : 1,
      peakRunning: countRunningAtOnce(trace, Math.min(options.cores, spec.onCores ?? Infinity)),
      peakWaiting: countPeak(trace, LaneState.waiting),
      cores: listCores(trace),
      coreUsePercent,
      droppedEvents: observed.droppedEvents,
      finishedAtMs: Array.from(trace.finishedAtMs),
      checksum: finished.checksum,
      switches: countSwitches(trace),
      processCpuPercent: cpuPercent,
      processMemoryMb: memoryMb,
      ...(drawing === null ? {} : { drawing }),
    };
  } catch (error) {
    recorder.stop(null);
    await usage.stop();
    throw error;
  } finally {
    aborted.release();
  }
}

function planTasks(spec: RunSpec, unitsPerMs: number): TaskInput[] {
  const unitsPerSlice = Math.max(1, Math.round(spec.sliceMs * unitsPerMs));
  return Array.from({ length: spec.tasks }, (_, index) => {
    const ms = taskMsOf(spec, index);
    return { index, ms, units: Math.round(ms * unitsPerMs), unitsPerSlice };
  });
}

/**
 * Measures how fast the CPU kernel is here, warm, on a thread of its own.
 * @returns units a millisecond
 * @throws CrewFailure when no thread can be started
 */
export async function calibrate(entry: URL, signal?: AbortSignal): Promise<number> {
  const spec: RunSpec = {
    workload: "cpu",
    approach: "sequential",
    tasks: 1,
    workers: 1,
    taskMs: 0,
    sliceMs: 1,
  };
  const crew = await assembleCrew(spec, { entry, warmUpMs: 80, signal });
  await crew.dismiss();
  if (crew.unitsPerMs === null) throw new CrewFailure("the CPU kernel could not be calibrated");
  return crew.unitsPerMs;
}
