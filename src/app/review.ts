import { gradeQuestion, isAnswer } from "../lessons/questions/index.ts";
import type { Lesson, Question, Step } from "../lessons/model.ts";
import { labsOfQuestion } from "../lessons/references.ts";
import { findLessonProgress, type LessonProgress } from "../progress/document.ts";
import { chooseReview, type SeenQuestion } from "../progress/review.ts";
import { measuredIn } from "./measured.ts";
import type { AppState, ReviewedQuestion, ReviewScreen } from "./state.ts";

/** A question of an earlier lesson, with the places of both. */
interface Candidate extends SeenQuestion, ReviewedQuestion {}

/** What a learner who comes back is asked before this lesson begins: at most two questions, from the lessons before it. */
export function questionsBefore(state: AppState, lessonIndex: number, now: string): ReviewedQuestion[] {
  const candidates = state.lessons
    .slice(0, lessonIndex)
    .flatMap((lesson, index) => candidatesOf(state, lesson, index));
  return chooseReview(candidates, now).map(({ lesson, step }) => ({ lesson, step }));
}

function candidatesOf(state: AppState, lesson: Lesson, lessonIndex: number): Candidate[] {
  return lesson.steps.flatMap((step, stepIndex): Candidate[] => {
    if (step.kind !== "predict" && step.kind !== "quiz") return [];
    if (state.passed.includes(keyOf(lesson, step.question))) return [];
    const seen = seenQuestion(state, lesson, step);
    return seen === null ? [] : [{ ...seen, lesson: lessonIndex, step: stepIndex }];
  });
}

/**
 * What became of a question, if it can be asked again without a run: an answer that the question of today can still
 * be given, and a record of every lab that it speaks of.
 */
function seenQuestion(
  state: AppState,
  lesson: Lesson,
  { kind, question }: Extract<Step, { kind: "predict" | "quiz" }>,
): SeenQuestion | null {
  const progress = findLessonProgress(state.progress, lesson.id);
  if (!labsOfQuestion(question).every((lab) => progress.labs[lab] !== undefined)) return null;
  const stored = kind === "predict" ? progress.predictions[question.id] : progress.answers[question.id];
  if (stored === undefined || !isAnswer(question, stored.answer)) return null;
  const { outcome } = gradeQuestion(question, stored.answer, measuredIn(state, lesson));
  if (outcome === "unmeasured") return null;
  // A prediction is graded by what was measured afterwards; where it was asked again, there are answers too.
  const predicted = kind === "predict" ? { outcome, at: stored.at } : null;
  return seenAsAnswered(progress, question, predicted);
}

function seenAsAnswered(
  { answers }: LessonProgress,
  { id }: Question,
  predicted: SeenQuestion["first"] | null,
): SeenQuestion | null {
  const answered = answers[id];
  if (answered === undefined) return predicted && { first: predicted, last: predicted };
  const { first, firstAt, outcome, at } = answered;
  return { first: predicted ?? { outcome: first, at: firstAt ?? at }, last: { outcome, at } };
}

/** How a question is known in `AppState.passed`. */
export function keyOf(lesson: Lesson, question: Question): string {
  return `${lesson.id}/${question.id}`;
}

/** The question on the screen, and the lesson that it comes from. */
export function askedIn(
  state: AppState,
  screen: ReviewScreen,
): { readonly lesson: Lesson; readonly step: Extract<Step, { kind: "predict" | "quiz" }> } {
  const asked = screen.questions[screen.at];
  const lesson = state.lessons[asked?.lesson ?? -1];
  const step = lesson?.steps[asked?.step ?? -1];
  if (lesson === undefined || (step?.kind !== "predict" && step?.kind !== "quiz")) {
    throw new RangeError(`question ${screen.at} of ${screen.questions.length}`);
  }
  return { lesson, step };
}
