import { isAnswer, presentQuestion } from "../lessons/questions/index.ts";
import { usesPython } from "../lessons/count.ts";
import type { Lesson, Step } from "../lessons/model.ts";
import { findLessonProgress } from "../progress/document.ts";
import type { Effect, Update } from "./actions.ts";
import { createDraft, draftFromAnswer } from "./draft.ts";
import { initialKnobs } from "./lab-order.ts";
import { measuredIn } from "./measured.ts";
import { wholeRun } from "./lanes-state.ts";
import { questionsBefore } from "./review.ts";
import type { AppState, LabState, LessonScreen, QuestionState, ReviewScreen, StepState } from "./state.ts";

export function lessonOf(state: AppState, screen: LessonScreen): Lesson {
  const lesson = state.lessons[screen.lesson];
  if (lesson === undefined) throw new RangeError(`lesson ${screen.lesson} of ${state.lessons.length}`);
  return lesson;
}

/** The step on the screen; `null` at the end of the lesson. */
export function stepOf(state: AppState, screen: LessonScreen): Step | null {
  return lessonOf(state, screen).steps[screen.step] ?? null;
}

/** Goes to a step; the number of steps stands for the end of the lesson. */
export function openStep(state: AppState, lessonIndex: number, stepIndex: number): Update<AppState> {
  const lesson = state.lessons[lessonIndex];
  if (lesson === undefined) return goHome(state);
  const step = lesson.steps[stepIndex];
  const labs = keptLabs(state, lessonIndex);
  const screen: LessonScreen = {
    kind: "lesson",
    lesson: lessonIndex,
    step: stepIndex,
    scroll: 0,
    state: beginStep(state, lesson, step, labs ?? {}),
    labs: labs ?? {},
  };
  const effects: Effect[] = labs === null ? [{ kind: "forget-traces" }] : [];
  if (state.python === null && lesson.steps.some((one) => one.kind === "lab" && usesPython(one.lab))) {
    effects.push({ kind: "find-python" });
  }
  effects.push({ kind: "save", change: { kind: "moved", lesson: lesson.id, step: step?.id ?? null } });
  return { state: { ...state, screen }, effects };
}

/** What the lesson on the screen has run so far; `null` for another lesson, and where a run is left behind. */
function keptLabs({ screen, lessons }: AppState, lessonIndex: number): LessonScreen["labs"] | null {
  if (screen.kind !== "lesson" || screen.lesson !== lessonIndex) return null;
  if (screen.state.kind === "lab" && screen.state.run.kind === "running") return null;
  const step = lessons[lessonIndex]?.steps[screen.step];
  return step?.kind === "lab" ? keepFinished(screen, step.lab.id) : screen.labs;
}

/** The labs to be found again, with the one on the screen if its run is done. */
export function keepFinished({ state: own, labs }: LessonScreen, lab: string): LessonScreen["labs"] {
  if (own.kind !== "lab" || own.run.kind !== "done") return labs;
  return { ...labs, [lab]: { ...own, lanes: { ...own.lanes, replaying: false } } };
}

function beginStep(
  state: AppState,
  lesson: Lesson,
  step: Step | undefined,
  labs: LessonScreen["labs"],
): StepState {
  if (step === undefined) return { kind: "end" };
  switch (step.kind) {
    case "read":
      return { kind: "read" };
    case "lab":
      return labs[step.lab.id] ?? beginLab(state, step);
    case "schedule":
      return { kind: "schedule", choices: [], chosen: 0, refused: null, givenUp: false };
    case "predict":
    case "quiz": {
      const measured = measuredIn(state, lesson);
      const presented = presentQuestion(step.question, measured);
      const { predictions } = findLessonProgress(state.progress, lesson.id);
      const earlier = step.kind === "predict" ? predictions[step.question.id]?.answer : undefined;
      // The lesson may have changed since: what is no answer any more is no draft either.
      const draft = isAnswer(step.question, earlier)
        ? draftFromAnswer(earlier, presented)
        : createDraft(presented);
      return { kind: "question", draft, answer: null, askedToTick: false };
    }
  }
}

function beginLab(state: AppState, step: Extract<Step, { kind: "lab" }>): LabState {
  return {
    kind: "lab",
    knobs: initialKnobs(step.lab, state.machine.cores),
    focus: 0,
    run: { kind: "none" },
    view: step.lab.view,
    shown: null,
    lanes: wholeRun,
  };
}

/** The steps of a lesson that are still to be done, with their places in it. */
export function stepsNotDone(
  state: AppState,
  lesson: Lesson,
): { readonly number: number; readonly step: Step }[] {
  const { steps } = findLessonProgress(state.progress, lesson.id);
  return lesson.steps.flatMap((step, index) =>
    steps.includes(step.id) ? [] : [{ number: index + 1, step }],
  );
}

/**
 * What the step on the screen asks for, where a class may not pass over it: `null` where it may, where it was done at any
 * time, and where it can't be done, for its run has failed.
 */
export function notToBePassed(state: AppState, screen: LessonScreen): Exclude<Step["kind"], "read"> | null {
  const step = stepOf(state, screen);
  if (state.skipping !== false || step === null || step.kind === "read") return null;
  const { steps } = findLessonProgress(state.progress, lessonOf(state, screen).id);
  const own = screen.state;
  const isAnswered = own.kind === "question" && own.answer !== null;
  const isRun = own.kind === "lab" && (own.run.kind === "done" || own.run.kind === "failed");
  return isAnswered || isRun || steps.includes(step.id) ? null : step.kind;
}

/** Marks the step as done and goes to the next one. */
export function completeStep(state: AppState, screen: LessonScreen): Update<AppState> {
  const lesson = lessonOf(state, screen);
  const step = stepOf(state, screen);
  const next = openStep(state, screen.lesson, screen.step + 1);
  if (step === null) return next;
  const done: Effect = { kind: "save", change: { kind: "step-done", lesson: lesson.id, step: step.id } };
  return { state: next.state, effects: [done, ...next.effects] };
}

/**
 * Opens a lesson where the learner left it; from the start when it was taken to its end. Before its start come
 * questions of earlier lessons, if any are due.
 * @param at ISO time
 */
export function openLesson(state: AppState, lessonIndex: number, at: string): Update<AppState> {
  const lesson = state.lessons[lessonIndex];
  if (lesson === undefined) return { state, effects: [] };
  const { at: left } = findLessonProgress(state.progress, lesson.id);
  const index = left === null ? 0 : lesson.steps.findIndex(({ id }) => id === left);
  if (index > 0) return openStep(state, lessonIndex, index);
  // A room has no progress of its own that it could be asked about.
  const questions = state.presenter ? [] : questionsBefore(state, lessonIndex, at);
  return askAgain(state, { lesson: lessonIndex, questions, at: 0 });
}

/** One question of earlier lessons after the other; then the lesson begins. */
export function askAgain(
  state: AppState,
  review: Pick<ReviewScreen, "lesson" | "questions" | "at">,
): Update<AppState> {
  const asked = review.questions[review.at];
  const lesson = state.lessons[asked?.lesson ?? -1];
  const step = lesson?.steps[asked?.step ?? -1];
  if (lesson === undefined || (step?.kind !== "predict" && step?.kind !== "quiz")) {
    return openStep(state, review.lesson, 0);
  }
  const draft = createDraft(presentQuestion(step.question, measuredIn(state, lesson)));
  const own: QuestionState = { kind: "question", draft, answer: null, askedToTick: false };
  return { state: { ...state, screen: { kind: "review", ...review, scroll: 0, state: own } }, effects: [] };
}

/** Back to the list of lessons, with the cursor on the lesson left or, first, on the one to go on with. */
export function goHome(state: AppState): Update<AppState> {
  const selected = state.screen.kind === "home" ? findNextLesson(state) : state.screen.lesson;
  return { state: { ...state, screen: { kind: "home", selected } }, effects: [{ kind: "forget-traces" }] };
}

export function isLessonDone(state: AppState, lesson: Lesson): boolean {
  return stepsNotDone(state, lesson).length === 0;
}

/** The lesson begun last that is not done, else the first that is not done, else the first. */
export function findNextLesson(state: AppState): number {
  const begun = state.lessons.findLastIndex(
    (lesson) => findLessonProgress(state.progress, lesson.id).at !== null && !isLessonDone(state, lesson),
  );
  if (begun >= 0) return begun;
  return Math.max(
    0,
    state.lessons.findIndex((lesson) => !isLessonDone(state, lesson)),
  );
}
