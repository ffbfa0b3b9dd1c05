/** What the screen of the exercises knows. */
import type { Exercise, Files, Judgement, SeenRun } from "../../exercises/model.ts";
import type { ExerciseRecord } from "../../progress/exercise-record.ts";
import type { Key } from "../actions.ts";
import type { Display, Size } from "../state.ts";

export type CheckState =
  | { readonly kind: "none" }
  | { readonly kind: "checking"; readonly last: Judgement | null }
  | { readonly kind: "done"; readonly judgement: Judgement };

/** What is on the screen beside the exercise itself. */
export type Panel = "check" | "hints" | "list" | "solution" | "runs" | "output" | "lines";

export interface ExercisesState {
  readonly exercises: readonly Exercise[];
  /** The learner's folder, as it is to be shown. */
  readonly folder: string;
  readonly cores: readonly number[];
  readonly display: Display;
  readonly size: Size;
  /** Index of the exercise. */
  readonly current: number;
  readonly record: ExerciseRecord;
  readonly check: CheckState;
  readonly panel: Panel;
  /** In the list. */
  readonly selected: number;
  readonly scroll: number;
  /** A line that is told once. */
  readonly note: string | null;
  /** `x` was pressed, and puts back what was changed when it is pressed once more. */
  readonly resetAsked: boolean;
  /** The learner's files, for comparing and for moving lines. */
  readonly files: Files;
  /** A run of the solution, for comparing; `null` while there is none. */
  readonly reference: SeenRun | null;
  /** Of a problem in which lines are moved: the one under the cursor, and whether it is held. */
  readonly line: { readonly at: number; readonly held: boolean };
  /** What the class allows. */
  readonly allows: { readonly skipping: boolean; readonly solutions: boolean };
}

export type ExercisesAction =
  | { readonly type: "key"; readonly key: Key; readonly at: string }
  | { readonly type: "resized"; readonly size: Size }
  | { readonly type: "files"; readonly files: Files }
  | { readonly type: "checking" }
  | { readonly type: "judged"; readonly judgement: Judgement; readonly at: string }
  | { readonly type: "reference"; readonly seen: SeenRun | null }
  | { readonly type: "noted"; readonly note: string };

export type ExercisesEffect =
  | { readonly kind: "check"; readonly exercise: string }
  | { readonly kind: "try-solution"; readonly exercise: string }
  | { readonly kind: "edit"; readonly exercise: string }
  | { readonly kind: "reset"; readonly exercise: string }
  | { readonly kind: "write"; readonly exercise: string; readonly file: string; readonly text: string }
  | { readonly kind: "passed"; readonly exercise: string; readonly at: string }
  | { readonly kind: "hinted"; readonly exercise: string; readonly hints: number }
  | { readonly kind: "tried"; readonly exercise: string; readonly said: string }
  /** Another exercise is looked at: its files are watched from now on, and checked. */
  | { readonly kind: "watch"; readonly exercise: string }
  | { readonly kind: "quit" };

export interface ExercisesUpdate {
  readonly state: ExercisesState;
  readonly effects: readonly ExercisesEffect[];
}

export function currentOf({ exercises, current }: ExercisesState): Exercise {
  const exercise = exercises[current];
  if (exercise === undefined) throw new Error(`no exercise ${current}`);
  return exercise;
}

export function hasPassed({ record }: ExercisesState, { id }: Exercise): boolean {
  return record.passed[id] !== undefined;
}

export function hintsShown({ record }: ExercisesState, { id }: Exercise): number {
  return record.hints[id] ?? 0;
}

/** The solution is there for who has passed, or has seen all hints; not where the class has none. */
export function maySeeSolution(state: ExercisesState): boolean {
  const exercise = currentOf(state);
  return (
    state.allows.solutions &&
    (hasPassed(state, exercise) || hintsShown(state, exercise) >= exercise.hints.length)
  );
}

/** The last judgement there is, also while the next one is being made. */
export function judgementOf({ check }: ExercisesState): Judgement | null {
  return check.kind === "done" ? check.judgement : check.kind === "checking" ? check.last : null;
}
