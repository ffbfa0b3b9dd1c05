import { watchCoreUse } from "./cores/core-use.ts";
import { PinError, pinThreads } from "./cores/pin.ts";
import { type Environment, EnvironmentFailure } from "./environments/environment.ts";
import { say } from "../text/say.ts";
import { prepareEnvironment } from "./environments/index.ts";
import { readClock } from "./clock.ts";
import { createRecorder, type Observed } from "./recorder.ts";
import { watchProcess } from "./process-usage.ts";
import type { ReadSupplies } from "./machine/supplies.ts";
import { type ResourceWatch, watchResources } from "./resources/watch.ts";
import type { DrawingCost, RunFigures, RunResult } from "./result.ts";
import { type RunSpec, taskMsOf, threadsOf, timerDueMs } from "./spec.ts";
import { type CalibratedWorkload, type Speeds, speedOf } from "./speeds.ts";
import { abortedAsRejection, assembleCrew, type Crew, CrewFailure, type Finished } from "./threads/crew.ts";
import { countPeak, countRunningAtOnce, countSwitches, describeStuck, listCores } from "./trace/summary.ts";
import { Trace } from "./trace/trace.ts";
import { LaneState } from "./trace/track.ts";
import type { WatchedRunOptions } from "./watched-run.ts";
import type { TaskInput } from "./workloads/workload.ts";

export interface RunOptions extends WatchedRunOptions {
  /** URL of the bundled thread entry. */
  readonly entry: URL;
  /** How fast the work is done here, from `calibrate`. */
  readonly speeds: Speeds;
  /** What there is for threads; asked of the system without it. */
  readonly readSupplies?: ReadSupplies | undefined;
}

/** Milliseconds of warm-up on each thread: enough for the compiler to be done with the kernel. */
const warmUpMs = 30;

/** Carries out one run. Never rejects because of the work: a failure is a result. */
export async function performRun(
  spec: RunSpec,
  options: RunOptions,
): Promise<{ readonly result: RunResult; readonly trace: Trace | null }> {
  let environment: Environment | null = null;
  let crew: Crew | null = null;
  let trace: Trace | null = null;
  // From before the threads are started: they are what memory goes into.
  const resources = watchResources();
  try {
    environment = await prepareEnvironment(spec, options);
    const { limit = spec.limit } = environment;
    const allowed = limit === undefined ? spec : { ...spec, limit };
    crew = await assembleCrew(allowed, {
      entry: options.entry,
      warmUpMs,
      environment: environment.data,
      signal: options.signal,
      readSupplies: options.readSupplies,
    });
    await confine(crew, spec, options);
    trace = new Trace({
      tasks: spec.tasks,
      threadLabels: crew.threads.map(({ label }) => label),
      keepEvents: options.keepEvents ?? false,
      dueMs: (task) => timerDueMs(spec, task),
      extraLabels: labelsOfOthers(spec),
    });
    const figures = await measure(spec, { crew, environment, trace, resources }, options);
    return { result: { state: "done", spec, figures }, trace };
  } catch (error) {
    if (options.signal?.aborted === true) return { result: { state: "aborted", spec }, trace };
    if (isFailure(error)) {
      return { result: { state: "failed", spec, reason: error.message }, trace };
    }
    throw error;
  } finally {
    resources.close();
    await crew?.dismiss();
    await environment?.release();
  }
}

/** Lanes of what is none of the tasks. */
function labelsOfOthers({ workload, serialMs = 0 }: RunSpec): string[] {
  if (workload === "server") return [say.lanes.lightRequests];
  return serialMs > 0 ? [say.lanes.serialPart] : [];
}

/** Whether a run can fail so; anything else is a fault of the program. */
function isFailure(error: unknown): error is Error {
  return error instanceof CrewFailure || error instanceof PinError || error instanceof EnvironmentFailure;
}

async function confine(crew: Crew, spec: RunSpec, options: RunOptions): Promise<void> {
  if (spec.onCores === undefined) return;
  const cores = (options.coreIds ?? []).slice(0, spec.onCores);
  if (cores.length === 0) throw new PinError(say.engine.noPinning);
  await pinThreads(
    crew.threads.map(({ systemId }) => systemId),
    cores,
  );
}

/** What a run is made with. */
interface Setting {
  readonly crew: Crew;
  readonly environment: Environment;
  readonly trace: Trace;
  readonly resources: ResourceWatch;
}

async function measure(spec: RunSpec, setting: Setting, options: RunOptions): Promise<RunFigures> {
  const { crew, environment, trace } = setting;
  const inputs = planTasks(spec, options.speeds);
  const serialUnits = Math.round((spec.serialMs ?? 0) * options.speeds.kernel);
  const usage = await watchProcess();
  const coreUse = watchCoreUse();
  const recorder = createRecorder(trace, crew.threads, options.tickMs);
  const aborted = abortedAsRejection(options.signal);
  const deadline = waitUntil(spec.deadlineMs);
  try {
    options.onTrace?.(trace);
    recorder.start();
    const startedAtMs = readClock();
    const framesBefore = options.countFrames?.() ?? 0;
    const finished = await Promise.race([crew.go(inputs, serialUnits), aborted.promise, deadline.promise]);
    const ended = finished ?? endAt(startedAtMs, readClock());
    const observed = recorder.stop(ended.finishedAtMs);
    const coreUsePercent = coreUse.stop();
    const { cpuPercent, memoryMb } = await usage.stop();
    const extra = { ...(await environment.finish?.()), ...ended.extra };
    const frames = options.countFrames === undefined ? null : options.countFrames() - framesBefore;
    const drawing = frames === null ? null : costOfDrawing(frames, observed);
    return {
      wallMs: ended.finishedAtMs - ended.startedAtMs,
      cpuMs: observed.cpuMs,
      startupMs: crew.startupMs,
      warmupMs: crew.warmupMs,
      threads: threadsOf({ ...spec, workers: crew.threads.length - 1 }),
      peakRunning: countRunningAtOnce(trace, Math.min(options.cores, spec.onCores ?? Infinity)),
      peakWaiting: countPeak(trace, LaneState.waiting),
      cores: listCores(trace),
      coreUsePercent,
      droppedEvents: observed.droppedEvents,
      finishedAtMs: Array.from(trace.finishedAtMs.subarray(0, spec.tasks)),
      checksum: ended.checksum,
      limit: environment.limit ?? spec.limit ?? null,
      phases: null,
      latency: null,
      counted: null,
      connections: null,
      pictures: null,
      buffersMb: null,
      answers: ended.answers,
      endedBy: finished === null ? "deadline" : "itself",
      stuck: finished === null ? describeStuck(trace) : null,
      runtime: null,
      resources: setting.resources.stop(ended.startedAtMs),
      switches: countSwitches(trace),
      processCpuPercent: cpuPercent,
      processMemoryMb: memoryMb,
      ...extra,
      delays: (extra.delays ?? []).map(({ atMs, lateMs }) => ({ atMs: atMs - ended.startedAtMs, lateMs })),
      notes: [...(environment.notes ?? []), ...crew.notes, ...(extra.notes ?? [])],
      ...(drawing === null ? {} : { drawing }),
    };
  } catch (error) {
    recorder.stop(null);
    await usage.stop();
    throw error;
  } finally {
    aborted.release();
    deadline.release();
  }
}

function costOfDrawing(frames: number, { watchedMs, ownCpuMs }: Observed): DrawingCost {
  return { frames, framesPerSecond: frames / (watchedMs / 1000), cpuMs: ownCpuMs };
}

/** Settles with `null` when the time is over; never without a time. */
function waitUntil(deadlineMs: number | undefined): { promise: Promise<null>; release: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<null>((resolve) => {
    if (deadlineMs !== undefined) timer = setTimeout(() => resolve(null), deadlineMs);
  });
  return { promise, release: () => clearTimeout(timer) };
}

/** A run that was ended: there is no result, and nobody to tell of it. */
function endAt(startedAtMs: number, finishedAtMs: number): Omit<Finished, "kind"> {
  return { startedAtMs, finishedAtMs, checksum: 0, answers: null, extra: {} };
}

function planTasks(spec: RunSpec, speeds: Speeds): TaskInput[] {
  const speed = speedOf(spec, speeds);
  const unitsPerSlice = Math.max(1, Math.round(spec.sliceMs * speed.unitsPerMs));
  return Array.from({ length: spec.tasks }, (_, index) => {
    const ms = taskMsOf(spec, index);
    const units = Math.round(speed.computedMs(index) * speed.unitsPerMs);
    return { index, ms, units, unitsPerSlice };
  });
}

/**
 * Measures how fast one kind of work is done here, warm, on a thread of its own.
 * @returns units a millisecond
 * @throws CrewFailure when no thread can be started
 */
export async function calibrate(
  workload: CalibratedWorkload,
  entry: URL,
  signal?: AbortSignal,
): Promise<number> {
  const spec: RunSpec = { workload, approach: "sequential", tasks: 1, workers: 1, taskMs: 0, sliceMs: 1 };
  const crew = await assembleCrew(spec, { entry, warmUpMs: 80, environment: null, signal });
  await crew.dismiss();
  if (crew.unitsPerMs === null) throw new CrewFailure(say.engine.notCalibrated(workload));
  return crew.unitsPerMs;
}
