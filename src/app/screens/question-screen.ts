import { gradeQuestion, presentQuestion } from "../../lessons/questions/index.ts";
import type { Answer, Question, Step } from "../../lessons/model.ts";
import type { Effect, Key, Update } from "../actions.ts";
import { answerFromDraft, editDraft, isCharacter } from "../draft.ts";
import { measuredIn } from "../measured.ts";
import { completeStep, lessonOf } from "../navigation.ts";
import type { AppState, LessonScreen, QuestionState } from "../state.ts";

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
  const measured = measuredIn(state, lessonOf(state, screen));
  const presented = presentQuestion(question, measured);
  const stay = (next: QuestionState, effects: readonly Effect[] = []): Update<AppState> => ({
    state: { ...state, screen: { ...screen, state: next, scroll: 0 } },
    effects,
  });

  if (own.answer !== null) {
    if (key.name === "enter") return completeStep(state, screen);
    if (isCharacter(key, "r")) return stay({ ...own, answer: null });
    return { state, effects: [] };
  }
  if (key.name !== "enter")
    return stay({ ...own, draft: editDraft(own.draft, key, presented), askedToTick: false });

  const answer = answerFromDraft(own.draft, presented);
  if (answer === null) return { state, effects: [] };
  if (answer.kind === "options" && answer.indexes.length === 0) return stay({ ...own, askedToTick: true });
  const lesson = lessonOf(state, screen).id;
  if (step.kind === "predict") {
    const change = { kind: "predicted", lesson, question: question.id, answer, at } as const;
    const next = completeStep(state, screen);
    return { state: next.state, effects: [{ kind: "save", change }, ...next.effects] };
  }
  return stay({ ...own, answer }, saveAnswer(state, screen, question, answer, at));
}

/** An answer that cannot be graded, because its lab was not run, is not held against anybody. */
function saveAnswer(
  state: AppState,
  screen: LessonScreen,
  question: Question,
  answer: Answer,
  at: string,
): Effect[] {
  const lesson = lessonOf(state, screen);
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
  // Done with the answer, however the step is left.
  const done = { kind: "step-done", lesson: lesson.id, step: question.id } as const;
  return [
    { kind: "save", change },
    { kind: "save", change: done },
  ];
}
