import type { ApproachName, RunSpec } from "./spec.ts";

/** What one finished run measured. All times in milliseconds. */
export interface RunFigures {
  /** From the start of the approach to its end, taken on the thread where it ran. */
  readonly wallMs: number;
  /** CPU time of the run's threads during `wallMs`. `null` where the system does not tell. */
  readonly cpuMs: number | null;
  /** Until the threads of the run were there and ready; not part of `wallMs`. 0 when they were there already. */
  readonly startupMs: number;
  /** Warm-up of the work on those threads; not part of `wallMs`. */
  readonly warmupMs: number;
  /** Threads that carried out tasks. */
  readonly threads: number;
  /** Most tasks that were running at the same moment: as many as had a core, and CPU time, of their own. */
  readonly peakRunning: number;
  /** Most tasks that were waiting (for a timer, not for a core) at the same moment. */
  readonly peakWaiting: number;
  /** Cores on which the run's threads were seen computing, ascending. `null` where the system does not tell. */
  readonly cores: readonly number[] | null;
  /** Use of every core of the machine meanwhile, by all programs together, in per cent. */
  readonly coreUsePercent: readonly number[];
  /** Events lost because a ring was full. A run with any is not used for a verdict. */
  readonly droppedEvents: number;
  /** When each task ended, in milliseconds from the start of the run, by task; `NaN` where its event was dropped. */
  readonly finishedAtMs: readonly number[];
  /** Combined result of all tasks. The same work gives the same checksum whatever the approach. */
  readonly checksum: number;
  /** Times that a task gave its thread to another one. */
  readonly switches: number;
  /** Highest CPU % (100 is one core) and memory of this process while the run went on, as pidusage saw them. */
  readonly processCpuPercent: number | null;
  readonly processMemoryMb: number | null;
  /** What drawing cost meanwhile. Absent when nothing was drawn. */
  readonly drawing?: DrawingCost;
}

export interface DrawingCost {
  readonly frames: number;
  readonly framesPerSecond: number;
  /** CPU time of the drawing thread. */
  readonly cpuMs: number;
}

/** A run ends in one of three ways. */
export type RunResult =
  | { readonly state: "done"; readonly spec: RunSpec; readonly figures: RunFigures }
  | { readonly state: "failed"; readonly spec: RunSpec; readonly reason: string }
  | { readonly state: "aborted"; readonly spec: RunSpec };

/** What an experiment allows one to say of `a` against `b`. */
export type VerdictWord = "faster" | "slower" | "too-close";

/** A verdict: `a` is faster than `b`, slower, or the difference lies within the spread. */
export interface Verdict {
  readonly a: string;
  readonly b: string;
  /** Median wall time of `b` divided by that of `a`: 2 says that `a` takes half the time. */
  readonly ratio: number;
  readonly verdict: VerdictWord;
}

/** One of the runs that an experiment compares, repeated. */
export interface VariantResult {
  /** What tells it from the others: an approach (`parallel`) or a value (`1000`). */
  readonly id: string;
  readonly approach: ApproachName;
  readonly spec: RunSpec;
  readonly runs: readonly RunFigures[];
  readonly medianWallMs: number;
  /** Distance between the quartiles of the wall times. */
  readonly spreadMs: number;
}

/** An experiment: its variants in the order in which they were asked for. */
export interface ExperimentResult {
  readonly variants: readonly VariantResult[];
  /** Every variant against every earlier one. */
  readonly verdicts: readonly Verdict[];
}
