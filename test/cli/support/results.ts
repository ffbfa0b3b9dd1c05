/** Results of experiments that nobody has made. */
import type { LabOptions } from "../../../src/cli/arguments/parsed.ts";
import type { ExperimentResult, RunFigures, VariantResult } from "../../../src/lab/result.ts";
import type { ApproachName } from "../../../src/lab/spec.ts";
import { makeFigures } from "../../app/support/runs.ts";

export const options: LabOptions = {
  workload: "cpu",
  tasks: 3,
  workers: 2,
  taskMs: 200,
  sliceMs: 20,
  limit: null,
  computeMs: 0,
  size: null,
  repeat: 3,
  live: false,
  json: false,
  out: null,
  trace: null,
};

export function makeVariant(
  approach: ApproachName,
  changes: Partial<RunFigures> = {},
  runs = 3,
): VariantResult {
  const spec = { workload: "cpu", approach, tasks: 3, workers: 2, taskMs: 200, sliceMs: 20 } as const;
  const { drawing: _, ...figures } = { ...makeFigures(spec, 1, { cores: 2 }), ...changes };
  return {
    id: approach,
    approach,
    spec,
    runs: Array.from({ length: runs }, () => ({
      ...figures,
      ...(changes.drawing ? { drawing: changes.drawing } : {}),
    })),
    medianWallMs: figures.wallMs,
    spreadMs: 4,
  };
}

export function makeResult(
  variants: readonly VariantResult[],
  verdicts: ExperimentResult["verdicts"] = [],
): ExperimentResult {
  return { variants, verdicts };
}
