/**
 * A lesson as plain data: what a `lesson.md` below `lessons/` becomes before anything is drawn.
 * It is JSON: the build writes it into the package, the program reads it back.
 */
import type { Language } from "../text/say.ts";
import type { Lab } from "./model/labs.ts";
import type { Question } from "./model/questions.ts";
import type { Block } from "./model/text.ts";
import type { Program, ScheduleGoal } from "./schedule/program.ts";

export * from "./model/figures.ts";
export * from "./model/labs.ts";
export * from "./model/questions.ts";
export * from "./model/records.ts";
export * from "./model/text.ts";

export interface Lesson {
  /** Name of its folder, such as `01-difference`; what `lesson ID` takes. The same in every language. */
  readonly id: string;
  /** The language of its text. */
  readonly language: Language;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** About how long it takes. */
  readonly minutes: number;
  readonly steps: readonly Step[];
  /** Code files of its folder that labs show and run, by name: exactly their bytes. */
  readonly code: Readonly<Record<string, string>>;
}

interface StepBase {
  /** Unique in the lesson: the block's id, or the heading in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly body: readonly Block[];
}
export type Step =
  | (StepBase & { readonly kind: "read" })
  | (StepBase & { readonly kind: "predict"; readonly question: Question })
  | (StepBase & { readonly kind: "quiz"; readonly question: Question })
  | (StepBase & { readonly kind: "lab"; readonly lab: Lab })
  | (StepBase & { readonly kind: "schedule"; readonly schedule: Schedule });

/** A small program whose threads the learner lets go, step by step, to break it. It may be one that cannot be broken. */
export interface Schedule {
  readonly id: string;
  readonly goal: ScheduleGoal;
  readonly program: Program;
}
