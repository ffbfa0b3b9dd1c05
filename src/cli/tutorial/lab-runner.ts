import type { Action, LabOrder } from "../../app/actions.ts";
import { recordScaling, scalingOf } from "../../app/scaling.ts";
import { fieldsOf, recordVariant } from "../../app/measured.ts";
import type { ShownVariant } from "../../app/state.ts";
import type { Laboratory } from "../../lab/lab.ts";
import type { VariantResult } from "../../lab/result.ts";
import { readClock } from "../../lab/clock.ts";
import { countInFlight } from "../../lab/trace/in-flight.ts";
import type { Trace } from "../../lab/trace/trace.ts";
import { median, spread } from "../../lab/experiment/statistics.ts";
import type { LabRecord, RunField } from "../../lessons/model.ts";
import type { TraceSource } from "../../ui/lanes-painter.ts";

/** As many as a wide chart has columns. */
const flightStretches = 120;

/** A frame of the lanes, in milliseconds: 30 a second. */
const frameMs = 33;

export interface LabRunner extends TraceSource {
  start(lesson: string, order: LabOrder): void;
  abort(): void;
  forget(): void;
}

/** Carries out what a lab orders, keeps its traces, and reports to the reducer. */
export function createLabRunner(options: {
  readonly laboratory: Laboratory;
  readonly dispatch: (action: Action) => void;
  readonly countFrames: () => number;
  /** URL of a lesson's code file. */
  readonly codeUrl: (lesson: string, file: string) => string;
}): LabRunner {
  let current: AbortController | null = null;
  let live: { readonly trace: Trace; readonly startedAtMs: number } | null = null;
  /** By lab, by variant: of the lesson that is open. */
  const finished = new Map<string, ReadonlyMap<string, Trace>>();

  const carryOut = async (lesson: string, order: LabOrder, signal: AbortSignal): Promise<Action> => {
    const urlOf = (file: string) => options.codeUrl(lesson, file);
    const variants = order.variants.map(({ id, spec, code, taskCode }) => ({
      id,
      spec: {
        ...spec,
        ...(code === null ? {} : { code: urlOf(code) }),
        ...(taskCode === null ? {} : { taskCode: urlOf(taskCode) }),
      },
    }));
    let number = 0;
    const outcome = await options.laboratory.experiment(variants, order.repeat, {
      signal,
      measure: (run) => fieldsOf(run)[order.measure],
      tickMs: frameMs,
      countFrames: options.countFrames,
      onTrace: (trace) => {
        if (signal.aborted) return;
        live = { trace, startedAtMs: readClock() };
        options.dispatch({ type: "lab-working" });
      },
      onProgress: ({ variant, rounds }) => {
        if (signal.aborted) return;
        number++;
        const label = order.variants.find(({ id }) => id === variant.id)?.label ?? variant.id;
        options.dispatch({ type: "lab-run-started", variant: label, number, of: variants.length * rounds });
      },
    });
    // What was done just as it was to be stopped is not wanted any more either.
    if (outcome.state === "aborted" || signal.aborted) return { type: "lab-aborted" };
    if (outcome.state === "failed") {
      const which = variants.length > 1 ? `${outcome.variant}: ` : "";
      const failed = variants.find(({ id }) => id === outcome.variant);
      return failed?.spec.workload === "python"
        ? { type: "lab-failed", reason: outcome.reason, ofPython: true }
        : { type: "lab-failed", reason: which + outcome.reason };
    }
    const shown = outcome.result.variants.map((variant) => ({
      variant,
      run: indexOfMedian(variant, order.measure),
    }));
    // The lanes show the very run whose figures stand below them.
    const traces = new Map(
      shown.flatMap(({ variant: { id }, run }) => {
        const trace = outcome.traces.get(id)?.[run] ?? null;
        return trace === null ? [] : [[id, trace]];
      }),
    );
    finished.set(order.lab, traces);
    return {
      type: "lab-done",
      record: recordLab(
        order,
        outcome.result.variants,
        outcome.result.verdicts,
        options.laboratory.machine.cores,
      ),
      variants: shown.map(({ variant }) => showVariant(order, variant, traces)),
      verdicts: outcome.result.verdicts,
    };
  };

  return {
    start(lesson, order) {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      live = null;
      carryOut(lesson, order, controller.signal)
        .catch((error: unknown): Action => ({
          type: "lab-failed",
          reason: error instanceof Error ? error.message : String(error),
        }))
        .then((action) => {
          // The learner has left, or started another run: this one is nobody's any more.
          if (current !== controller) return;
          current = null;
          live = null;
          options.dispatch(action);
        }, reportFatal);
    },
    abort() {
      current?.abort();
    },
    forget() {
      current?.abort();
      current = null;
      live = null;
      finished.clear();
    },
    find(source) {
      if (source.kind === "live") {
        return live === null ? null : { trace: live.trace, elapsedMs: readClock() - live.startedAtMs };
      }
      const trace = finished.get(source.lab)?.get(source.variant);
      return trace === undefined ? null : { trace, elapsedMs: trace.endMs };
    },
  };
}

/** A throw inside the reducer or a view: nothing can be drawn any more, so let the program end as for any other. */
function reportFatal(error: unknown): void {
  process.nextTick(() => {
    throw error;
  });
}

/** The run that is nearest the median of what is compared, so that figures and lanes belong together. */
function indexOfMedian(variant: VariantResult, measure: RunField): number {
  const values = variant.runs.map((run) => fieldsOf(run)[measure]);
  const middle = measureVariant(variant, measure)?.median ?? Number.NaN;
  const distances = values.map((value) => (value === null ? Infinity : Math.abs(value - middle)));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** Median and spread of what is compared, over all runs of a variant; `null` where the system did not tell. */
function measureVariant(variant: VariantResult, measure: RunField): ShownVariant["measured"] {
  const values = variant.runs.flatMap((run) => fieldsOf(run)[measure] ?? []);
  return values.length === 0 ? null : { median: median(values), spread: spread(values) };
}

function medianRun(variant: VariantResult, measure: RunField): VariantResult["runs"][number] {
  const run = variant.runs[indexOfMedian(variant, measure)];
  if (run === undefined) throw new RangeError(`variant ${variant.id} has no runs`);
  return run;
}

function showVariant(
  order: LabOrder,
  variant: VariantResult,
  traces: ReadonlyMap<string, Trace>,
): ShownVariant {
  const figures = medianRun(variant, order.measure);
  const trace = traces.get(variant.id);
  return {
    id: variant.id,
    label: order.variants.find(({ id }) => id === variant.id)?.label ?? variant.id,
    approach: variant.approach,
    medianWallMs: variant.medianWallMs,
    spreadMs: variant.spreadMs,
    measured: measureVariant(variant, order.measure),
    runs: variant.runs.length,
    wallMs: variant.runs.map(({ wallMs }) => wallMs),
    inFlight: trace === undefined ? [] : countInFlight(trace, flightStretches),
    figures,
    drawing: figures.drawing ?? null,
    endMs: trace?.endMs ?? figures.wallMs,
  };
}

/** As the curve wants it. */
function ranOf({ runs }: VariantResult) {
  return { figures: { threads: runs[0]?.threads ?? 0 }, wallMs: runs.map(({ wallMs }) => wallMs) };
}

/** What is kept. A run that answers to several names on this machine is kept under each. */
function recordLab(
  order: LabOrder,
  variants: readonly VariantResult[],
  verdicts: LabRecord["verdicts"],
  cores: number,
): LabRecord {
  const { lab, measure } = order;
  const scaling = order.variesWorkers ? scalingOf(variants.map(ranOf), cores) : null;
  const ordered = (id: string) => order.variants.find((variant) => variant.id === id);
  const namesOf = (id: string) => [id, ...(ordered(id)?.aliases ?? [])];
  const named = variants.flatMap((variant) => {
    const label = ordered(variant.id)?.label ?? variant.id;
    const of = { ...variant, measure, measured: measureVariant(variant, measure)?.median ?? null };
    return namesOf(variant.id).map((name) => recordVariant(name, label, medianRun(variant, measure), of));
  });
  const between = verdicts.flatMap((verdict) =>
    namesOf(verdict.a).flatMap((a) => namesOf(verdict.b).map((b) => ({ ...verdict, a, b }))),
  );
  // Two names of the same run: the same time, of course.
  const within = variants.flatMap(({ id }) =>
    namesOf(id).flatMap((a, index, names) =>
      names.slice(0, index).map((b) => ({ a, b, ratio: 1, verdict: "too-close" as const })),
    ),
  );
  return {
    lab,
    ...(measure === "wall" ? {} : { measure }),
    variants: named,
    ...(scaling === null ? {} : { scaling: recordScaling(scaling) }),
    verdicts: [...between, ...within],
    at: new Date().toISOString(),
  };
}
