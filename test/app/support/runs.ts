/** Labs that no machine has run: their figures follow from the order and a factor for each variant. */
import type { Action, LabOrder, LabOrderVariant } from "../../../src/app/actions.ts";
import { expectMs } from "../../../src/app/lab-order.ts";
import { recordVariant } from "../../../src/app/measured.ts";
import type { ShownVariant } from "../../../src/app/state.ts";
import { judge } from "../../../src/lab/experiment/verdict.ts";
import { median, spread } from "../../../src/lab/experiment/statistics.ts";
import type { RunFigures, Verdict } from "../../../src/lab/result.ts";
import { taskMsOf } from "../../../src/lab/spec.ts";
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
  const waits = spec.workload === "wait";
  const atOnce =
    spec.approach === "sequential"
      ? 1
      : spec.approach === "concurrent"
        ? spec.tasks
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
    drawing: { frames: 30, framesPerSecond: 30, cpuMs: 3 },
    ...conditions.changes,
  };
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
      .map((b) => judge({ id: a.variant.id, wallMs: a.walls }, { id: b.variant.id, wallMs: b.walls })),
  );
  const variants = results.map(({ variant, figures, medianWallMs, spreadMs, walls }): ShownVariant => ({
    id: variant.id,
    label: variant.label,
    approach: variant.spec.approach,
    medianWallMs,
    spreadMs,
    runs: walls.length,
    figures,
    drawing: figures.drawing ?? null,
    endMs: figures.wallMs,
  }));
  return { type: "lab-done", variants, verdicts, record: recordOf(order, results, verdicts) };
}

function recordOf(
  order: LabOrder,
  results: readonly {
    readonly variant: LabOrderVariant;
    readonly figures: RunFigures;
    readonly medianWallMs: number;
    readonly spreadMs: number;
  }[],
  verdicts: readonly Verdict[],
): LabRecord {
  const namesOf = (id: string) => [id, ...(order.variants.find((one) => one.id === id)?.aliases ?? [])];
  return {
    lab: order.lab,
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
