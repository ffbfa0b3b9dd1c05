import { say } from "../../text/say.ts";
import type { ExperimentResult, RunFigures, RunResult, VariantResult } from "../result.ts";
import type { RunSpec } from "../spec.ts";
import type { Trace } from "../trace/trace.ts";
import { median, spread } from "./statistics.ts";
import { judge } from "./verdict.ts";

/** One of the runs to be compared. */
export interface Variant {
  readonly id: string;
  readonly spec: RunSpec;
}

/** What is going on in an experiment. */
export interface ExperimentProgress {
  readonly variant: Variant;
  /** From 0. */
  readonly round: number;
  readonly rounds: number;
}

export type ExperimentOutcome =
  /** `traces`: by variant id, those of its runs in the same order; `null` where a run has none. */
  | {
      readonly state: "done";
      readonly result: ExperimentResult;
      readonly traces: ReadonlyMap<string, readonly (Trace | null)[]>;
    }
  | { readonly state: "failed"; readonly variant: string; readonly reason: string }
  | { readonly state: "aborted" };

type Perform = (spec: RunSpec) => Promise<{ readonly result: RunResult; readonly trace: Trace | null }>;

/**
 * Makes the runs of all variants in turn (A B C, A B C, ...), so that a slow stretch of the machine hits
 * all of them alike.
 */
export async function performExperiment(
  variants: readonly Variant[],
  options: {
    readonly repeat: number;
    readonly perform: Perform;
    /** What is compared, of a run: its wall time where nothing else is said. `null` where it is not known. */
    readonly measure?: ((run: RunFigures) => number | null) | undefined;
    readonly onProgress?: ((progress: ExperimentProgress) => void) | undefined;
  },
): Promise<ExperimentOutcome> {
  const runs = new Map<string, RunFigures[]>(variants.map(({ id }) => [id, []]));
  const traces = new Map<string, (Trace | null)[]>(variants.map(({ id }) => [id, []]));
  for (let round = 0; round < options.repeat; round++) {
    for (const variant of variants) {
      options.onProgress?.({ variant, round, rounds: options.repeat });
      const { result, trace } = await options.perform(variant.spec);
      if (result.state === "aborted") return { state: "aborted" };
      if (result.state === "failed") return { state: "failed", variant: variant.id, reason: result.reason };
      runs.get(variant.id)?.push(result.figures);
      traces.get(variant.id)?.push(trace);
    }
  }
  const mismatch = findMismatch(variants, runs);
  if (mismatch !== null) return { state: "failed", ...mismatch };
  const measure = options.measure ?? (({ wallMs }) => wallMs);
  return { state: "done", result: compareVariants(variants, runs, measure), traces };
}

/** The same work must come to the same result, whatever the approach; if not, the times mean nothing. */
function findMismatch(
  variants: readonly Variant[],
  runs: ReadonlyMap<string, readonly RunFigures[]>,
): { variant: string; reason: string } | null {
  const expected = new Map<string, { checksum: number; by: string }>();
  for (const { id, spec } of variants) {
    const work = describeWork(spec);
    if (work === null) continue;
    for (const { checksum } of runs.get(id) ?? []) {
      const known = expected.get(work);
      if (known === undefined) expected.set(work, { checksum, by: id });
      else if (known.checksum !== checksum) {
        const reason = say.engine.otherResult(checksum, known.by, known.checksum);
        return { variant: id, reason };
      }
    }
  }
  return null;
}

/** Two runs of the same description come to the same result; `null` where none is to be expected. */
function describeWork(spec: RunSpec): string | null {
  const { workload, tasks, taskMs, computeMs = 0, size = 0, failing = [], deadlineMs } = spec;
  if (workload === "counter" || workload === "server" || failing.length > 0) return null;
  // The same numbers in either language; a program that is ended has failed.
  if (workload === "python" || workload === "node") return JSON.stringify(["squares", size]);
  if (deadlineMs !== undefined) return null;
  return JSON.stringify([workload, tasks, taskMs, computeMs, size]);
}

/** Medians, spreads and verdicts. Runs that lost events are shown but not judged. */
function compareVariants(
  variants: readonly Variant[],
  runs: ReadonlyMap<string, readonly RunFigures[]>,
  measure: (run: RunFigures) => number | null,
): ExperimentResult {
  const results: VariantResult[] = variants.map(({ id, spec }) => {
    const own = runs.get(id) ?? [];
    const wallMs = own.map((run) => run.wallMs);
    return {
      id,
      approach: spec.approach,
      spec,
      runs: own,
      medianWallMs: median(wallMs),
      spreadMs: spread(wallMs),
    };
  });
  const contenders = results.map(({ id, runs: own }) => ({
    id,
    values: own.flatMap((run) => (run.droppedEvents === 0 ? (measure(run) ?? []) : [])),
  }));
  const verdicts = contenders.flatMap((a, index) => contenders.slice(0, index).map((b) => judge(a, b)));
  return { variants: results, verdicts };
}
