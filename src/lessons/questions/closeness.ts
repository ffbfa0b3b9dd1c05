/** How near an estimate is to what was measured. */
import type { Grade } from "../model.ts";

export type Outcome = Grade["outcome"];

export interface Tolerance {
  /** Right within this share of the truth, */
  readonly share: number;
  /** or within this distance of it. */
  readonly distance: number;
  /** Close within this factor. */
  readonly factor: number;
}

/**
 * Grades an estimate that could be made between `min` and `max`. A truth beyond those ends counts as the
 * nearer end: nobody can come closer than the question lets them.
 */
export function gradeEstimate(
  estimate: number,
  measured: number,
  { share, distance, factor }: Tolerance,
  { min, max }: { readonly min: number; readonly max: number },
): Outcome {
  const truth = Math.min(max, Math.max(min, measured));
  if (Math.abs(estimate - truth) <= Math.max(share * Math.abs(truth), distance)) return "right";
  if (estimate <= 0 || truth <= 0) return "wrong";
  return Math.max(estimate / truth, truth / estimate) <= factor ? "close" : "wrong";
}

/**
 * Which of the options are right: the nearest one, and any that is as good as equally near.
 * `tie` tells whether a second option may count beside the nearest.
 */
export function findNearest(
  options: readonly number[],
  distanceTo: (option: number) => number,
  isTie: (nearest: number, other: number) => boolean,
): ReadonlySet<number> {
  const nearest = options.reduce((best, option) => (distanceTo(option) < distanceTo(best) ? option : best));
  return new Set(options.filter((option) => option === nearest || isTie(nearest, option)));
}
