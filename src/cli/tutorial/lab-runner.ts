import type { Action, LabOrder } from "../../app/actions.ts";
import { recordVariant } from "../../app/measured.ts";
import type { ShownVariant } from "../../app/state.ts";
import type { Laboratory } from "../../lab/lab.ts";
import type { VariantResult } from "../../lab/result.ts";
import { readClock } from "../../lab/clock.ts";
import type { Trace } from "../../lab/trace/trace.ts";
import type { LabRecord } from "../../lessons/model.ts";
import type { TraceSource } from "../../ui/lanes-painter.ts";

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
    const variants = order.variants.map(({ id, spec, code }) => ({
      id,
      spec: code === null ? spec : { ...spec, code: options.codeUrl(lesson, code) },
    }));
    let number = 0;
    const outcome = await options.laboratory.experiment(variants, order.repeat, {
      signal,
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
      return { type: "lab-failed", reason: which + outcome.reason };
    }
    const shown = outcome.result.variants.map((variant) => ({ variant, run: indexOfMedian(variant) }));
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
      record: recordLab(order, outcome.result.variants, outcome.result.verdicts),
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

/** The run whose time is nearest the median, so that figures and lanes belong together. */
function indexOfMedian(variant: VariantResult): number {
  const distances = variant.runs.map(({ wallMs }) => Math.abs(wallMs - variant.medianWallMs));
  return distances.indexOf(Math.min(...distances));
}

function medianRun(variant: VariantResult): VariantResult["runs"][number] {
  const run = variant.runs[indexOfMedian(variant)];
  if (run === undefined) throw new RangeError(`variant ${variant.id} has no runs`);
  return run;
}

function showVariant(
  order: LabOrder,
  variant: VariantResult,
  traces: ReadonlyMap<string, Trace>,
): ShownVariant {
  const figures = medianRun(variant);
  return {
    id: variant.id,
    label: order.variants.find(({ id }) => id === variant.id)?.label ?? variant.id,
    approach: variant.approach,
    medianWallMs: variant.medianWallMs,
    spreadMs: variant.spreadMs,
    runs: variant.runs.length,
    figures,
    drawing: figures.drawing ?? null,
    endMs: traces.get(variant.id)?.endMs ?? figures.wallMs,
  };
}

/** What is kept. A run that answers to several names on this machine is kept under each. */
function recordLab(
  order: LabOrder,
  variants: readonly VariantResult[],
  verdicts: LabRecord["verdicts"],
): LabRecord {
  const namesOf = (id: string) => [
    id,
    ...(order.variants.find((variant) => variant.id === id)?.aliases ?? []),
  ];
  const named = variants.flatMap((variant) => {
    const label = order.variants.find(({ id }) => id === variant.id)?.label ?? variant.id;
    return namesOf(variant.id).map((name) => recordVariant(name, label, medianRun(variant), variant));
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
  return { lab: order.lab, variants: named, verdicts: [...between, ...within], at: new Date().toISOString() };
}
