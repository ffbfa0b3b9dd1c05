import { type AmdahlFit, fitAmdahl, type Interval } from "./amdahl.ts";
import { median, quantile } from "./statistics.ts";

/** Runs with one number of workers; wall times in milliseconds. */
export interface ScalingRuns {
  readonly workers: number;
  readonly wallMs: readonly number[];
}

/** What so many workers made of the work. */
export interface ScalingPoint {
  readonly workers: number;
  /** Median wall time of one worker divided by theirs. */
  readonly speedUp: number;
  /** The same for the quartiles of their times: the middle half of the runs lies between. */
  readonly middleHalf: Interval;
  /** Speed-up / workers: 1 when each does as much as one alone. */
  readonly efficiency: number;
}

/** An experiment with different numbers of workers, as its curve shows it. */
export interface Scaling {
  /** Ascending by workers. */
  readonly points: readonly ScalingPoint[];
  /** `null` when it cannot be fitted, as on one core. */
  readonly fit: AmdahlFit | null;
  /** Cores that could be used: more workers than that share them. */
  readonly cores: number;
}

/**
 * Speed-ups against one worker, and Amdahl's model fitted to all the runs.
 * @returns `null` without runs of one worker: there is nothing to compare with
 */
export function measureScaling(runs: readonly ScalingRuns[], cores: number): Scaling | null {
  const sorted = runs.filter(({ wallMs }) => wallMs.length > 0).sort((a, b) => a.workers - b.workers);
  const single = sorted.find(({ workers }) => workers === 1);
  if (single === undefined) return null;
  const oneWorkerMs = median(single.wallMs);
  const points = sorted.map(({ workers, wallMs }): ScalingPoint => {
    const speedUp = oneWorkerMs / median(wallMs);
    const middleHalf = {
      from: oneWorkerMs / quantile(wallMs, 0.75),
      to: oneWorkerMs / quantile(wallMs, 0.25),
    };
    return { workers, speedUp, middleHalf, efficiency: speedUp / workers };
  });
  const each = sorted.flatMap(({ workers, wallMs }) => wallMs.map((ms) => ({ workers, wallMs: ms })));
  return { points, fit: fitAmdahl(each, cores), cores };
}
