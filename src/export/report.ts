import type { Machine } from "../lab/machine/machine.ts";
import type { ExperimentResult, RunFigures, VariantResult, Verdict } from "../lab/result.ts";
import type { RunSpec } from "../lab/spec.ts";

/** Up to this many tasks a report lists when each was done. */
const listedTasks = 1000;

/** A run as the JSON has it: all figures, but no pictures, and of delays what they come to; times in milliseconds. */
export type ReportedRun = Omit<RunFigures, "finishedAtMs" | "pictures" | "delays"> & {
  /** Absent with more than 1000 tasks. `null` for a task whose event was lost. */
  readonly finishedAtMs?: readonly (number | null)[];
};

export interface RunReport {
  readonly machine: Machine;
  readonly spec: RunSpec;
  readonly runs: readonly ReportedRun[];
  readonly medianWallMs: number;
  readonly spreadMs: number;
}

export interface CompareReport {
  readonly machine: Machine;
  /** One for each approach. */
  readonly results: readonly (Omit<RunReport, "machine"> & { readonly approach: RunSpec["approach"] })[];
  readonly verdicts: readonly Verdict[];
}

export function reportRun(machine: Machine, variant: VariantResult): RunReport {
  return { machine, ...reportVariant(variant) };
}

export function reportComparison(machine: Machine, { variants, verdicts }: ExperimentResult): CompareReport {
  return {
    machine,
    results: variants.map((variant) => ({ approach: variant.approach, ...reportVariant(variant) })),
    verdicts,
  };
}

function reportVariant({ spec, runs, medianWallMs, spreadMs }: VariantResult): Omit<RunReport, "machine"> {
  return { spec, runs: runs.map(reportFigures), medianWallMs, spreadMs };
}

function reportFigures({ finishedAtMs, pictures: _, delays: __, ...figures }: RunFigures): ReportedRun {
  if (finishedAtMs.length > listedTasks) return figures;
  return { ...figures, finishedAtMs: finishedAtMs.map((ms) => (Number.isFinite(ms) ? ms : null)) };
}
