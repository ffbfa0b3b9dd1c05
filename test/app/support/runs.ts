/** Labs that no machine has run: their figures follow from the order and a factor for each variant. */
import type { Action, LabOrder, LabOrderVariant } from "../../../src/app/actions.ts";
import { recordScaling, scalingOf } from "../../../src/app/scaling.ts";
import { expectMs } from "../../../src/app/lab-order.ts";
import { recordVariant } from "../../../src/app/measured.ts";
import type { ShownVariant } from "../../../src/app/state.ts";
import { judge } from "../../../src/lab/experiment/verdict.ts";
import { median, spread } from "../../../src/lab/experiment/statistics.ts";
import { isProgram, type LanguageName } from "../../../src/lab/programs/languages.ts";
import type { InFlight } from "../../../src/lab/trace/in-flight.ts";
import { blur } from "../../../src/lab/pictures/blur.ts";
import { renderScene } from "../../../src/lab/pictures/scene.ts";
import type { Delay, PicturePair, ResourceSample, RunFigures, Verdict } from "../../../src/lab/result.ts";
import { taskMsOf } from "../../../src/lab/spec.ts";
import { untold } from "../../lab/support/untold.ts";
import type { LabRecord } from "../../../src/lessons/model.ts";

export interface RunConditions {
  readonly cores: number;
  /** How many times slower than by itself each run of a variant was: by variant, by run. */
  readonly slowness?: (variant: number, run: number) => number;
  readonly tellsCores?: boolean;
  readonly tellsCpu?: boolean;
  readonly changes?: Partial<RunFigures>;
}

export function makeFigures(
  spec: LabOrderVariant["spec"],
  slowness: number,
  conditions: RunConditions,
): RunFigures {
  const { cores, tellsCores = true, tellsCpu = true } = conditions;
  const wallMs = expectMs(spec, cores) * slowness + 0.4;
  const isParallel = spec.approach === "parallel";
  const threads = isParallel ? spec.workers : 1;
  const used = Math.min(threads, spec.onCores ?? cores);
  const cpuTotal = Array.from({ length: spec.tasks }, (_, task) => taskMsOf(spec, task)).reduce(
    (a, b) => a + b,
    0,
  );
  const waits = spec.workload === "wait" || spec.workload === "http";
  const atOnce =
    spec.approach === "sequential"
      ? 1
      : spec.approach === "concurrent"
        ? Math.min(spec.limit ?? Infinity, spec.tasks)
        : Math.min(threads, spec.tasks);
  return {
    wallMs,
    cpuMs: tellsCpu ? (waits ? 0.05 + spec.tasks * 0.01 : cpuTotal) : null,
    startupMs: 18 + 9 * threads,
    warmupMs: 3,
    threads,
    peakRunning: waits || !isParallel ? 1 : Math.min(used, spec.tasks),
    peakWaiting: waits ? atOnce : 0,
    cores: tellsCores ? Array.from({ length: used }, (_, core) => core) : null,
    droppedEvents: 0,
    finishedAtMs: Array.from({ length: spec.tasks }, (_, task) => (wallMs * (task + 1)) / spec.tasks),
    checksum: 1,
    switches: spec.approach === "concurrent" ? Math.round(cpuTotal / spec.sliceMs) : 0,
    processCpuPercent: 100 * used,
    processMemoryMb: 90,
    coreUsePercent: Array.from({ length: cores }, () => 50),
    ...untold,
    limit: spec.limit ?? null,
    answers: spec.workload === "http" ? spec.tasks - (spec.failing ?? []).length : null,
    ...(isProgram(spec.workload) ? programFigures(spec.workload, isParallel, wallMs) : {}),
    resources: makeResources(threads, 18 + 9 * threads, wallMs),
    ...makeCounts(spec, slowness),
    ...makeDelays(spec, slowness),
    ...makeQueue(spec, slowness),
    ...makeVisits(spec, slowness),
    pictures: spec.workload === "image" || spec.workload === "server" ? makePair() : null,
    drawing: { frames: 30, framesPerSecond: 30, cpuMs: 3 },
    ...conditions.changes,
  };
}

/** What the run of a program tells besides. */
function programFigures(
  language: LanguageName,
  isParallel: boolean,
  wallMs: number,
): Pick<RunFigures, "phases" | "runtime"> {
  const startMs = isParallel ? 0.4 * wallMs : 0;
  return {
    phases: { startMs, handOverMs: 0.1 * wallMs, computeMs: 0.9 * wallMs - startMs },
    runtime: { language, version: language === "python" ? "3.11.7" : "20.20.2" },
  };
}

/**
 * Tasks that share a counter: on one thread all is counted, on several the less the slower they are, and sometimes
 * nothing is lost. Runs that have a deadline are ended by it unless they were slow.
 */
function makeCounts(
  spec: LabOrderVariant["spec"],
  slowness: number,
): Partial<Pick<RunFigures, "counted" | "endedBy" | "stuck">> {
  const { workload, approach, workers, size: expected = 1, deadlineMs } = spec;
  if (workload !== "counter") return {};
  const lost = approach === "parallel" && workers > 1 && slowness !== 1 ? expected * (1 - 1 / slowness) : 0;
  const counted = { expected, found: expected - Math.max(0, Math.floor(lost)) };
  if (deadlineMs === undefined || slowness > 2) return { counted };
  return { counted, endedBy: "deadline", stuck: slowness < 1.2 ? "waiting" : "spinning" };
}

/** Timers: the more late the slower the run. */
function makeDelays({ workload, tasks }: LabOrderVariant["spec"], slowness: number): Partial<RunFigures> {
  if (workload !== "timers") return {};
  const lateMs = 100 * (slowness - 0.97);
  const latency = { p50Ms: lateMs / 2, p99Ms: lateMs, maxMs: lateMs, perSecond: 50, count: tasks - 1 };
  return { latency, delays: spreadDelays(tasks - 1, 20, lateMs) };
}

/** One after the other due, `everyMs` apart; late by more and more. */
function spreadDelays(count: number, everyMs: number, latestMs: number): Delay[] {
  return Array.from({ length: count }, (_, index) => ({
    atMs: everyMs * (index + 1),
    lateMs: (latestMs * (index + 1)) / count,
  }));
}

/** Clients of a server: held up by what it computes on the thread that answers them. */
function makeVisits(spec: LabOrderVariant["spec"], slowness: number): Partial<RunFigures> {
  const { workload, approach, taskMs, connections = 1 } = spec;
  if (workload !== "server") return {};
  const longestMs = typeof taskMs === "number" ? taskMs : Math.max(...taskMs);
  const p99Ms = (2 + (approach === "concurrent" ? longestMs : 2)) * slowness;
  const latency = { p50Ms: slowness, p99Ms, maxMs: 1.2 * p99Ms, perSecond: 400 / slowness, count: 480 };
  return { connections, latency, delays: spreadDelays(480, 2.5, 1.2 * p99Ms) };
}

/** Tasks that hold something while they wait: as many as may be under way, and what is not collected yet. */
function makeQueue({ workload, tasks, limit = tasks }: LabOrderVariant["spec"], slowness: number) {
  if (workload !== "queue") return {};
  return { peakWaiting: Math.min(tasks, limit), buffersMb: Math.min(tasks, limit) * Math.max(1, slowness) };
}

/** All at first, then one after the other fewer. */
function makeInFlight(tasks: number, endMs: number): InFlight[] {
  return Array.from({ length: 11 }, (_, tenth) => ({
    atMs: (endMs * tenth) / 10,
    count: Math.ceil((tasks * (10 - tenth)) / 10),
  }));
}

/** From before the threads are started to the end. */
function makeResources(threads: number, startupMs: number, wallMs: number): ResourceSample[] {
  return [
    { atMs: -startupMs, memoryMb: 80, threads: 12, cpuPercent: null },
    { atMs: 0, memoryMb: 80 + 9 * threads, threads: 12 + threads, cpuPercent: 150 },
    { atMs: wallMs, memoryMb: 82 + 9 * threads, threads: 12 + threads, cpuPercent: 40 },
  ];
}

export type LabDone = Extract<Action, { type: "lab-done" }>;

/** What the program reports when a lab has been run as ordered. */
export function finishLab(order: LabOrder, conditions: RunConditions): LabDone {
  const { slowness = () => 1 } = conditions;
  const results = order.variants.map((variant, index) => {
    const runs = Array.from({ length: order.repeat }, (_, run) =>
      makeFigures(variant.spec, slowness(index, run), conditions),
    );
    const walls = runs.map(({ wallMs }) => wallMs);
    const middle = median(walls);
    const figures = runs.reduce((best, run) =>
      Math.abs(run.wallMs - middle) < Math.abs(best.wallMs - middle) ? run : best,
    );
    return { variant, walls, figures, medianWallMs: middle, spreadMs: spread(walls) };
  });
  const verdicts: Verdict[] = results.flatMap((a, index) =>
    results
      .slice(0, index)
      .map((b) => judge({ id: a.variant.id, values: a.walls }, { id: b.variant.id, values: b.walls })),
  );
  const variants = results.map(({ variant, figures, medianWallMs, spreadMs, walls }): ShownVariant => ({
    id: variant.id,
    label: variant.label,
    approach: variant.spec.approach,
    medianWallMs,
    spreadMs,
    measured: { median: medianWallMs, spread: spreadMs },
    runs: walls.length,
    wallMs: walls,
    inFlight: makeInFlight(variant.spec.tasks, figures.wallMs),
    figures,
    drawing: figures.drawing ?? null,
    endMs: figures.wallMs,
  }));
  return {
    type: "lab-done",
    variants,
    verdicts,
    record: recordOf(order, results, verdicts, conditions.cores),
  };
}

function recordOf(
  order: LabOrder,
  results: readonly {
    readonly variant: LabOrderVariant;
    readonly walls: readonly number[];
    readonly figures: RunFigures;
    readonly medianWallMs: number;
    readonly spreadMs: number;
  }[],
  verdicts: readonly Verdict[],
  cores: number,
): LabRecord {
  const namesOf = (id: string) => [id, ...(order.variants.find((one) => one.id === id)?.aliases ?? [])];
  const ran = results.map(({ figures, walls }) => ({ figures, wallMs: walls }));
  const scaling = order.variesWorkers ? scalingOf(ran, cores) : null;
  return {
    lab: order.lab,
    ...(scaling === null ? {} : { scaling: recordScaling(scaling) }),
    variants: results.flatMap((result) =>
      namesOf(result.variant.id).map((name) =>
        recordVariant(name, result.variant.label, result.figures, result),
      ),
    ),
    verdicts: [
      ...verdicts.flatMap((verdict) =>
        namesOf(verdict.a).flatMap((a) => namesOf(verdict.b).map((b) => ({ ...verdict, a, b }))),
      ),
      ...results.flatMap(({ variant: { id } }) =>
        namesOf(id).flatMap((a, index, names) =>
          names.slice(0, index).map((b) => ({ a, b, ratio: 1, verdict: "too-close" as const })),
        ),
      ),
    ],
    at: "2025-01-01T00:00:00.000Z",
  };
}

/** Two pictures that differ, in the proportion that real ones have. */
function makePair(): PicturePair {
  return { before: renderScene(1, 80, 60), after: blur(renderScene(1, 80, 60)) };
}
