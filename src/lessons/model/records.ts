/** Measurements that text is filled with and questions are graded against. */
import type { VerdictWord } from "../../lab/result.ts";
import type { RunField, ScalingField } from "./figures.ts";

/** What is kept of a lab that was run: enough to fill figures in and grade questions, today or after a restart. */
export interface LabRecord {
  readonly lab: string;
  /** What was compared, where that is not the wall time. */
  readonly measure?: RunField;
  readonly variants: readonly VariantRecord[];
  /** Where the workers were varied. */
  readonly scaling?: Readonly<Record<ScalingField, number | null>>;
  readonly verdicts: readonly {
    readonly a: string;
    readonly b: string;
    readonly ratio: number;
    readonly verdict: VerdictWord;
  }[];
  /** ISO time. */
  readonly at: string;
}
export interface VariantRecord {
  readonly id: string;
  /** What it is called on the screen, where that is not its id: `2 workers`, `on 1 core`. */
  readonly label?: string;
  /** The figures of the median run. Numbers, or `null` where the system did not tell. */
  readonly figures: Readonly<Record<RunField, number | null>>;
  /** When each task finished, ms; kept for up to 100 tasks. */
  readonly finishedAtMs: readonly number[];
}
/** Everything that text and grades may refer to. */
export interface Measured {
  readonly labs: Readonly<Record<string, LabRecord>>;
  readonly machine: {
    readonly cores: number;
    readonly model: string;
    readonly memoryGb: number;
    readonly node: string;
    /** Version of the Python here, written as the field of a run is; `null` where there is none that can be used. */
    readonly python: number | null;
  };
  /** Predictions in words, by question id. */
  readonly predictions: Readonly<Record<string, string>>;
}
