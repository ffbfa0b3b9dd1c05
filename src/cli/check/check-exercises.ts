import type { Problem } from "../../lessons/parse/problem.ts";

/** The exercises of one lesson. */
export interface ExercisesOfLesson {
  /** The lesson's folder. */
  readonly folder: string;
  /** How it is called in problems: `lessons/03-concurrent`. */
  readonly name: string;
}

/**
 * What is wrong with the exercises of a lesson, in its subfolder `exercises/`. There are no exercises yet: this is where
 * their check goes.
 */
export function checkExercises(_of: ExercisesOfLesson): Promise<readonly Problem[]> {
  return Promise.resolve([]);
}
