/** Measurements made up for tests. */
import { type LabRecord, type Measured, type RunField, runFields } from "../../src/lessons/model.ts";
import type { VerdictWord } from "../../src/lab/result.ts";

export type Figures = Partial<Record<RunField, number | null>>;
export type Verdicts = readonly (readonly [a: string, word: VerdictWord, b: string, ratio: number])[];

export function makeRecord(
  lab: string,
  variants: Record<string, Figures>,
  verdicts: Verdicts = [],
): LabRecord {
  const nothing = Object.fromEntries(runFields.map((field) => [field, null])) as Record<RunField, null>;
  return {
    lab,
    variants: Object.entries(variants).map(([id, figures]) => ({
      id,
      figures: { ...nothing, ...figures },
      finishedAtMs: [100, 200.4, Number.NaN],
    })),
    verdicts: verdicts.map(([a, verdict, b, ratio]) => ({ a, b, ratio, verdict })),
    at: "2025-01-01T00:00:00.000Z",
  };
}

export function makeMeasured(records: readonly LabRecord[], cores = 2): Measured {
  return {
    labs: Object.fromEntries(records.map((record) => [record.lab, record])),
    machine: { cores, model: "Test CPU", memoryGb: 16, python: 3.011007, node: "v20.20.2" },
    predictions: { guess: "500 ms" },
  };
}

/** Two idle cores: parallel takes half the time. */
export const twoCores = makeMeasured([
  makeRecord(
    "computing",
    {
      sequential: { wall: 801, busy: 99, threads: 1 },
      concurrent: { wall: 803, busy: 99, threads: 1, waiting: 0 },
      parallel: { wall: 402, busy: 196, threads: 2 },
    },
    [
      ["concurrent", "too-close", "sequential", 0.9975],
      ["parallel", "faster", "sequential", 1.9925],
      ["parallel", "faster", "concurrent", 1.9975],
    ],
  ),
]);

/** One core: everything takes the same time. */
export const oneCore = makeMeasured(
  [
    makeRecord(
      "computing",
      {
        sequential: { wall: 801, busy: 99, threads: 1 },
        concurrent: { wall: 805, busy: 99, threads: 1 },
        parallel: { wall: 812, busy: 99, threads: 1 },
      },
      [
        ["concurrent", "too-close", "sequential", 0.995],
        ["parallel", "too-close", "sequential", 0.986],
        ["parallel", "too-close", "concurrent", 0.991],
      ],
    ),
  ],
  1,
);
