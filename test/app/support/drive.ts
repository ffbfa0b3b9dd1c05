/** Takes a state from action to action; everything is frozen, so that a reducer that changes its input throws. */
import type { Action, Effect, Update } from "../../../src/app/actions.ts";
import { openStep } from "../../../src/app/navigation.ts";
import { askedIn } from "../../../src/app/review.ts";
import { reduce } from "../../../src/app/reducer.ts";
import type { AppState, LabState, LessonScreen, QuestionState } from "../../../src/app/state.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { freezeDeep } from "./freeze.ts";
import { keyOf } from "./keys.ts";
import { lessonIndex, stepIndex } from "./lessons.ts";

export const at = "2025-01-01T00:00:00.000Z";

export function send(state: AppState, ...actions: readonly Action[]): Update<AppState> {
  let current = freezeDeep(state);
  const effects: Effect[] = [];
  for (const action of actions) {
    const update = reduce(current, freezeDeep(action));
    current = freezeDeep(update.state);
    effects.push(...update.effects);
  }
  return { state: current, effects };
}

export function press(state: AppState, ...keys: readonly string[]): Update<AppState> {
  return send(state, ...keys.map((name): Action => ({ type: "key", key: keyOf(name), at })));
}

/** The state with a step of a lesson on the screen. */
export function openAt(state: AppState, lesson: string | number, step: string | number): AppState {
  const lessonAt = typeof lesson === "number" ? lesson : lessonIndex(lesson);
  const stepAt = typeof step === "number" ? step : stepIndex(String(lesson), step);
  const update = openStep(state, lessonAt, stepAt);
  let { progress } = update.state;
  for (const effect of update.effects) {
    if (effect.kind === "save") progress = applyChange(progress, effect.change);
  }
  return freezeDeep({ ...update.state, progress });
}

export function lessonScreen(state: AppState): LessonScreen {
  if (state.screen.kind !== "lesson") throw new Error("no lesson is on the screen");
  return state.screen;
}
export function labState(state: AppState): LabState {
  const own = lessonScreen(state).state;
  if (own.kind !== "lab") throw new Error(`a ${own.kind} step is on the screen, not a lab`);
  return own;
}
export function questionState(state: AppState): QuestionState {
  const own = lessonScreen(state).state;
  if (own.kind !== "question") throw new Error(`a ${own.kind} step is on the screen, not a question`);
  return own;
}
/** Lesson and step by their ids; `end` at the end of a lesson; a question before a lesson with its own lesson. */
export function placeOf(state: AppState): string {
  const { screen } = state;
  if (screen.kind === "home") return `home ${screen.selected}`;
  if (screen.kind === "record") return "record";
  const lesson = state.lessons[screen.lesson];
  if (screen.kind === "review") {
    const { lesson: from, step } = askedIn(state, screen);
    return `before ${lesson?.id ?? "?"}: ${from.id} ${step.id}`;
  }
  return `${lesson?.id ?? "?"} ${lesson?.steps[screen.step]?.id ?? "end"}`;
}
export function effectKinds(effects: readonly Effect[]): string[] {
  return effects.map((effect) => (effect.kind === "save" ? `save ${effect.change.kind}` : effect.kind));
}
