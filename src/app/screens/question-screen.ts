import { gradeQuestion, presentQuestion } from "../../lessons/questions/index.ts";
import type { Answer, Lesson, Measured, Question, Step } from "../../lessons/model.ts";
import type { Effect, Key, Update } from "../actions.ts";
import { answerFromDraft, editDraft, isCharacter } from "../draft.ts";
import { measuredIn } from "../measured.ts";
import { askAgain, completeStep, lessonOf } from "../navigation.ts";
import { askedIn, keyOf } from "../review.ts";
import type { AppState, LessonScreen, QuestionState, ReviewScreen } from "../state.ts";

type QuestionStep = Extract<Step, { kind: "predict" | "quiz" }>;

/** Keys on a question: put an answer together, give it, read what is said about it, go on. */
export function reduceQuestion(
  state: AppState,
  screen: LessonScreen,
  own: QuestionState,
  step: QuestionStep,
  key: Key,
  at: string,
): Update<AppState> {
  const { question } = step;
  const lesson = lessonOf(state, screen);
  const came = answerByKey(question, own, key, measuredIn(state, lesson));
  if (came.kind === "over") return completeStep(state, screen);
  if (came.kind === "given" && step.kind === "predict") {
    const change = {
      kind: "predicted",
      lesson: lesson.id,
      question: question.id,
      answer: came.answer,
      at,
    } as const;
    const next = completeStep(state, screen);
    return { state: next.state, effects: [{ kind: "save", change }, ...next.effects] };
  }
  if (came.kind === "given") {
    const saved = saveAnswer(state, lesson, question, came.answer, at);
    // Done with the answer, however the step is left.
    const done = { kind: "step-done", lesson: lesson.id, step: question.id } as const;
    return {
      state: { ...state, screen: { ...screen, state: { ...own, answer: came.answer }, scroll: 0 } },
      effects: saved.length === 0 ? [] : [...saved, { kind: "save", change: done }],
    };
  }
  return came.kind === "nothing"
    ? { state, effects: [] }
    : { state: { ...state, screen: { ...screen, state: came.own, scroll: 0 } }, effects: [] };
}

/** Keys on a question of an earlier lesson: as on any other, and `n` passes it. */
export function reduceReview(state: AppState, screen: ReviewScreen, key: Key, at: string): Update<AppState> {
  const { lesson, step } = askedIn(state, screen);
  const { question } = step;
  const own = screen.state;
  const next = { ...screen, at: screen.at + 1 };
  if (isCharacter(key, "n")) {
    const passed = own.answer === null ? [...state.passed, keyOf(lesson, question)] : state.passed;
    return goOn({ ...state, passed }, next);
  }
  const came = answerByKey(question, own, key, measuredIn(state, lesson));
  switch (came.kind) {
    case "over":
      return goOn(state, next);
    case "given":
      return {
        state: { ...state, screen: { ...screen, state: { ...own, answer: came.answer }, scroll: 0 } },
        effects: saveAnswer(state, lesson, question, came.answer, at),
      };
    case "changed":
      return { state: { ...state, screen: { ...screen, state: came.own, scroll: 0 } }, effects: [] };
    case "nothing":
      return { state, effects: [] };
  }
}

function goOn(state: AppState, { lesson, questions, at }: ReviewScreen): Update<AppState> {
  return askAgain(state, { lesson, questions, at });
}

/** What a key has made of a question. */
type Came =
  | { readonly kind: "nothing" }
  | { readonly kind: "changed"; readonly own: QuestionState }
  | { readonly kind: "given"; readonly answer: Answer }
  /** It was answered, and what is said of the answer was read. */
  | { readonly kind: "over" };

function answerByKey(question: Question, own: QuestionState, key: Key, measured: Measured): Came {
  if (own.answer !== null) {
    if (key.name === "enter") return { kind: "over" };
    return isCharacter(key, "r") ? { kind: "changed", own: { ...own, answer: null } } : { kind: "nothing" };
  }
  const presented = presentQuestion(question, measured);
  if (key.name !== "enter") {
    return {
      kind: "changed",
      own: { ...own, draft: editDraft(own.draft, key, presented), askedToTick: false },
    };
  }
  const answer = answerFromDraft(own.draft, presented);
  if (answer === null) return { kind: "nothing" };
  if (answer.kind === "options" && answer.indexes.length === 0) {
    return { kind: "changed", own: { ...own, askedToTick: true } };
  }
  return { kind: "given", answer };
}

/** An answer that cannot be graded, because its lab was not run, is not held against anybody. */
function saveAnswer(
  state: AppState,
  lesson: Lesson,
  question: Question,
  answer: Answer,
  at: string,
): Effect[] {
  const { outcome } = gradeQuestion(question, answer, measuredIn(state, lesson));
  if (outcome === "unmeasured") return [];
  const change = {
    kind: "answered",
    lesson: lesson.id,
    question: question.id,
    answer,
    outcome,
    at,
  } as const;
  return [{ kind: "save", change }];
}
