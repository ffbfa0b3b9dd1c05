import { applyChange } from "../progress/document.ts";
import { say } from "../text/say.ts";
import type { Action, Effect, Key, Update } from "./actions.ts";
import { isCharacter, vertical } from "./draft.ts";
import { lastFirstLane } from "./lanes-room.ts";
import { completeStep, goHome, notToBePassed, openLesson, openStep, stepOf } from "./navigation.ts";
import { meantByPresenter } from "./presenter.ts";
import { isLanes, type LabStep, reduceLabKey, reduceLabReport, stopRun } from "./screens/lab-screen.ts";
import { reduceQuestion, reduceReview } from "./screens/question-screen.ts";
import { reduceScheduleKey } from "./screens/schedule-screen.ts";
import type { AppState, LabState, LessonScreen, QuestionState, RecordScreen, ReviewScreen } from "./state.ts";
import { bodyHeight, isTooSmall } from "./views/frame.ts";
import { layOutLab } from "./views/lab-view.ts";
import { layOutHelp, layOutStep, type ScrolledScreen } from "./views/step-view.ts";

const none: readonly Effect[] = [];

/**
 * What becomes of the program when something happens, and what it asks the outside to do.
 * Pure: changes of progress are applied to the state here and handed out as effects to be saved.
 */
export function reduce(state: AppState, action: Action): Update<AppState> {
  const update = reduceAction(state, action);
  let { progress } = update.state;
  for (const effect of update.effects) {
    if (effect.kind === "save") progress = applyChange(progress, effect.change);
  }
  return progress === update.state.progress ? update : { ...update, state: { ...update.state, progress } };
}

function reduceAction(state: AppState, action: Action): Update<AppState> {
  switch (action.type) {
    case "resized":
      // A new state at the same size too: the terminal may have moved what stood there, and has to be drawn again.
      return { state: { ...state, size: action.size }, effects: none };
    case "noticed":
      return { state: { ...state, notices: [...state.notices, action.notice] }, effects: none };
    case "exercises-known":
      return { state: { ...state, exercises: action.exercises }, effects: none };
    case "machine-noted":
      return { state: { ...state, machineNotes: { ...state.machineNotes, ...action.notes } }, effects: none };
    case "python-found":
      return { state: { ...state, python: action.python }, effects: none };
    case "progress-loaded":
      return { state: { ...state, progress: action.progress }, effects: none };
    case "open-lesson":
      return openLesson(state, action.lesson, action.at);
    case "key":
      return reduceKey(state, action.key, action.at);
    default: {
      const { screen } = state;
      if (screen.kind !== "lesson" || screen.state.kind !== "lab") return { state, effects: none };
      const step = stepOf(state, screen);
      if (step?.kind !== "lab") return { state, effects: none };
      return reduceLabReport(state, screen, screen.state, step, action);
    }
  }
}

function reduceKey(state: AppState, key: Key, at: string): Update<AppState> {
  if (isCharacter(key, "q")) return { state, effects: [{ kind: "quit" }] };
  if (isTooSmall(state.size)) return { state, effects: none };
  if (state.help.open) return reduceHelp(state, key);
  if (isCharacter(key, "?")) return { state: { ...state, help: { open: true, scroll: 0 } }, effects: none };
  if (state.notices.length > 0)
    return { state: { ...state, notices: state.notices.slice(1) }, effects: none };
  if (!state.presenter) return reduceScreenKey(state, key, at);
  const meant = meantByPresenter(state, key);
  switch (meant.kind) {
    case "key":
      return reduceScreenKey(state, meant.key, at);
    case "screen":
      return { state: { ...state, screen: meant.screen }, effects: none };
    case "nothing":
      return { state, effects: none };
  }
}

function reduceScreenKey(state: AppState, key: Key, at: string): Update<AppState> {
  const { screen } = state;
  if (screen.kind === "home") return reduceHome(state, screen.selected, key, at);
  if (screen.kind === "review") return reduceReviewKey(state, screen, key, at);
  if (screen.kind === "record") return reduceRecord(state, screen, key);
  return reduceLesson(state, screen, key, at);
}

function reduceHelp(state: AppState, key: Key): Update<AppState> {
  const move = vertical(key) + paging(key) * (bodyHeight(state.size) - 1);
  if (move === 0) return { state: { ...state, help: { open: false, scroll: 0 } }, effects: none };
  const longest = Math.max(0, layOutHelp(state).length - bodyHeight(state.size));
  const scroll = clamp(state.help.scroll + move, longest);
  return { state: { ...state, help: { open: true, scroll } }, effects: none };
}

function reduceHome(state: AppState, selected: number, key: Key, at: string): Update<AppState> {
  if (key.name === "enter" || key.name === "right" || isCharacter(key, "l")) {
    return openLesson(state, selected, at);
  }
  let next = clamp(selected + vertical(key), state.lessons.length - 1);
  if (key.name === "home") next = 0;
  if (key.name === "end") next = clamp(Infinity, state.lessons.length - 1);
  if (key.name === "character" && /^[1-9]$/.test(key.character)) {
    next = clamp(Number(key.character) - 1, state.lessons.length - 1);
  }
  return { state: { ...state, screen: { kind: "home", selected: next } }, effects: none };
}

function reduceLesson(state: AppState, screen: LessonScreen, key: Key, at: string): Update<AppState> {
  const { state: own } = screen;
  if (own.kind === "lab" && own.run.kind === "running") {
    if (key.name === "escape") return stopRun(state, screen, own);
  } else {
    if (key.name === "escape") return goHome(state);
    if (isCharacter(key, "n") && own.kind !== "end") return skipStep(state, screen);
    if (isCharacter(key, "p") && screen.step > 0) return openStep(state, screen.lesson, screen.step - 1);
  }
  const step = stepOf(state, screen);
  if (own.kind === "question" && (step?.kind === "predict" || step?.kind === "quiz")) {
    const scrolled = scrollQuestion(state, screen, own, key);
    return scrolled ?? scrollToVerdict(own, reduceQuestion(state, screen, own, step, key, at));
  }
  if (own.kind === "lab" && step?.kind === "lab") {
    return reduceLabKey(state, screen, own, step, key, findLastLane(state, screen, own, step));
  }
  if (own.kind === "schedule" && step?.kind === "schedule") {
    return reduceScheduleKey(state, screen, own, step, key);
  }
  return reduceReading(state, screen, key, at);
}

function reduceReviewKey(state: AppState, screen: ReviewScreen, key: Key, at: string): Update<AppState> {
  if (key.name === "escape") return goHome(state);
  const scrolled = scrollQuestion(state, screen, screen.state, key);
  return scrolled ?? scrollToVerdict(screen.state, reduceReview(state, screen, key, at));
}

function findLastLane(state: AppState, screen: LessonScreen, own: LabState, step: LabStep): number {
  if (own.run.kind !== "done" || !isLanes(own.view)) return 0;
  const rows = layOutLab(state, screen, own, step).lanesHeight ?? 0;
  return lastFirstLane(state, own, step.lab, own.view, rows);
}

/** @returns `null` for a key that does not scroll a question */
function scrollQuestion(
  state: AppState,
  screen: LessonScreen | ReviewScreen,
  own: QuestionState,
  key: Key,
): Update<AppState> | null {
  if (paging(key) !== 0) return scrollStep(state, screen, paging(key) * (bodyHeight(state.size) - 2));
  if (own.answer === null) return null;
  if (vertical(key) !== 0) return scrollStep(state, screen, vertical(key));
  // What does not fit on the screen is shown before Enter goes on.
  const { longest, current } = scrollRange(state, screen);
  return key.name === "enter" && current < longest
    ? scrollStep(state, screen, bodyHeight(state.size) - 2)
    : null;
}

/** On to the next step. A text that was on the screen counts as seen; what asks for something is done by doing it. */
function skipStep(state: AppState, screen: LessonScreen): Update<AppState> {
  const { state: own } = screen;
  const asked = notToBePassed(state, screen);
  if (asked !== null) {
    return { state: { ...state, notices: [...state.notices, say.authors.notPassed[asked]] }, effects: none };
  }
  const isDone = own.kind === "read" || (own.kind === "question" && own.answer !== null);
  return isDone ? completeStep(state, screen) : openStep(state, screen.lesson, screen.step + 1);
}

/** Shows what is said about an answer as soon as it is given: all of it, or from its beginning. */
function scrollToVerdict(before: QuestionState, update: Update<AppState>): Update<AppState> {
  const { screen } = update.state;
  if (screen.kind === "home" || screen.kind === "record" || screen.state.kind !== "question") return update;
  if (before.answer !== null || screen.state.answer === null) return update;
  const { focus } = layOutStep(update.state, screen);
  const { longest } = scrollRange(update.state, screen);
  const scroll = Math.min(focus ?? 0, longest);
  return { ...update, state: { ...update.state, screen: { ...screen, scroll } } };
}

/** Reading, and the end of a lesson: scroll, then go on. */
function reduceReading(state: AppState, screen: LessonScreen, key: Key, at: string): Update<AppState> {
  const page = bodyHeight(state.size) - 1;
  const move = vertical(key) + paging(key) * page;
  if (move !== 0) return scrollStep(state, screen, move);
  if (key.name !== "enter" && !isCharacter(key, " ")) return { state, effects: none };
  const { longest } = scrollRange(state, screen);
  // What does not fit on the screen is shown before the next step is.
  if (screen.scroll < longest) return scrollStep(state, screen, page);
  if (screen.state.kind !== "end") return completeStep(state, screen);
  const next = screen.lesson + 1;
  if (next < state.lessons.length) return openLesson(state, next, at);
  return { state: { ...state, screen: { kind: "record", lesson: screen.lesson, scroll: 0 } }, effects: none };
}

/** The record is read like a text; then the list of lessons. */
function reduceRecord(state: AppState, screen: RecordScreen, key: Key): Update<AppState> {
  const page = bodyHeight(state.size) - 1;
  const move = vertical(key) + paging(key) * page;
  if (move !== 0) return scrollStep(state, screen, move);
  if (key.name === "escape") return goHome(state);
  if (isCharacter(key, "p")) {
    return openStep(state, screen.lesson, state.lessons[screen.lesson]?.steps.length ?? 0);
  }
  if (key.name !== "enter" && !isCharacter(key, " ")) return { state, effects: none };
  const { longest } = scrollRange(state, screen);
  return screen.scroll < longest ? scrollStep(state, screen, page) : goHome(state);
}

function scrollStep(state: AppState, screen: ScrolledScreen, by: number): Update<AppState> {
  const { longest, current } = scrollRange(state, screen);
  const scroll = clamp(current + by, longest);
  return { state: { ...state, screen: { ...screen, scroll } }, effects: none };
}

/** How far the step on the screen can be scrolled, and how far it is. */
function scrollRange(state: AppState, screen: ScrolledScreen): { longest: number; current: number } {
  const longest = Math.max(0, layOutStep(state, screen).lines.length - bodyHeight(state.size));
  return { longest, current: Math.min(screen.scroll, longest) };
}

function paging(key: Key): number {
  if (key.name === "pageup") return -1;
  if (key.name === "pagedown") return 1;
  return 0;
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, largest));
}
