/** What a learner has predicted, measured and answered over all lessons. */
import type { Answer, LabRecord, Lesson, Measured, Step } from "../lessons/model.ts";
import { gradeQuestion, isAnswer } from "../lessons/questions/index.ts";
import type { Graded } from "../lessons/questions/index.ts";
import { findLessonProgress, type Outcome } from "../progress/document.ts";
import { measuredIn } from "./measured.ts";
import type { AppState } from "./state.ts";

/** What a record is made from. */
export type Recorded = Pick<AppState, "lessons" | "machine" | "progress" | "python">;

export type QuestionStep = Extract<Step, { kind: "predict" | "quiz" }>;
type LabStep = Extract<Step, { kind: "lab" }>;

/** A question and what came of it. */
export interface AskedQuestion {
  readonly lesson: Lesson;
  readonly step: QuestionStep;
  /** What its text and its grade refer to. */
  readonly measured: Measured;
  /** The answer kept, or the prediction, as it is graded today; `null` where there is none. */
  readonly given: { readonly answer: Answer; readonly grade: Graded } | null;
  /** Outcome of the first try and of the last, questions before later lessons included; `null` where nothing was graded. */
  readonly first: Outcome | null;
  readonly last: Outcome | null;
}

/** A lab that was run, and what its runs allow one to say. */
export interface ComparedLab {
  readonly lesson: Lesson;
  readonly step: LabStep;
  readonly record: LabRecord;
}

/** Every question of every lesson, in order. */
export function recordQuestions(state: Recorded): AskedQuestion[] {
  return state.lessons.flatMap((lesson) => {
    const measured = measuredIn(state, lesson);
    const { answers, predictions } = findLessonProgress(state.progress, lesson.id);
    return lesson.steps.flatMap((step): AskedQuestion[] => {
      if (step.kind !== "predict" && step.kind !== "quiz") return [];
      const { question } = step;
      const answered = answers[question.id];
      const answer = (step.kind === "predict" ? predictions[question.id] : answered)?.answer;
      const given = isAnswer(question, answer)
        ? { answer, grade: gradeQuestion(question, answer, measured) }
        : null;
      if (step.kind === "quiz") {
        const { first = null, outcome: last = null } = answered ?? {};
        return [{ lesson, step, measured, given, first, last }];
      }
      const outcome = given === null ? "unmeasured" : given.grade.outcome;
      const first = outcome === "unmeasured" ? null : outcome;
      // A prediction that was asked again later has answers too.
      return [{ lesson, step, measured, given, first, last: answered?.outcome ?? first }];
    });
  });
}

/** The labs that were run and that compare something, in order. */
export function recordVerdicts(state: Recorded): ComparedLab[] {
  return state.lessons.flatMap((lesson) => {
    const { labs } = findLessonProgress(state.progress, lesson.id);
    return lesson.steps.flatMap((step): ComparedLab[] => {
      const record = step.kind === "lab" ? labs[step.lab.id] : undefined;
      if (step.kind !== "lab" || record === undefined || record.verdicts.length === 0) return [];
      return [{ lesson, step, record }];
    });
  });
}
