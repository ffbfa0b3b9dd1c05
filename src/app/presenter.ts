/**
 * What the arrow keys, and the two keys of a clicker, do for a presenter: Right goes on, Left goes back, Up and Down
 * choose and turn. Every other key does what it always does, Enter included.
 */
import { presentQuestion } from "../lessons/questions/index.ts";
import { readinessOf } from "../lessons/schedule/moment.ts";
import type { Key } from "./actions.ts";
import { isCharacter, vertical } from "./draft.ts";
import { turnKnob } from "./lab-order.ts";
import { measuredIn } from "./measured.ts";
import { lessonOf, stepOf } from "./navigation.ts";
import { turnableKnobs } from "./screens/lab-screen.ts";
import type { LabStep } from "./screens/lab-screen.ts";
import { enterMeans, play, type ScheduleStep } from "./screens/schedule-screen.ts";
import type { AppState, Draft, LabState, LessonScreen, QuestionState, ScheduleState } from "./state.ts";
import { bodyHeight } from "./views/frame.ts";
import { layOutStep, type ScrolledScreen } from "./views/step-view.ts";

/** What a key is for a presenter: another key, or a lesson screen in which something was changed; or nothing. */
export type Meant =
  | { readonly kind: "key"; readonly key: Key }
  | { readonly kind: "screen"; readonly screen: LessonScreen }
  | { readonly kind: "nothing" };

const nothing: Meant = { kind: "nothing" };
const enter = named("enter");
const back = typed("p");

/** What the key means to a presenter; as it is where that is nothing else than always. */
export function meantByPresenter(state: AppState, key: Key): Meant {
  const { screen } = state;
  const go = directionOf(key);
  const same: Meant = { kind: "key", key };
  switch (screen.kind) {
    case "home":
      return go > 0 ? enter : go < 0 ? nothing : same;
    case "record":
    case "review":
      return go > 0 ? enter : go < 0 ? backOrUp(state, screen) : same;
    case "lesson":
      return meantInLesson(state, screen, key, go) ?? same;
  }
}

/** 1 for what goes on, -1 for what goes back; clickers send the keys for pages. */
function directionOf(key: Key): 1 | -1 | 0 {
  if (key.name === "right" || key.name === "pagedown") return 1;
  return key.name === "left" || key.name === "pageup" ? -1 : 0;
}

/** @returns `null` for a key that means what it always means */
function meantInLesson(state: AppState, screen: LessonScreen, key: Key, go: 1 | -1 | 0): Meant | null {
  const own = screen.state;
  const step = stepOf(state, screen);
  switch (own.kind) {
    case "read":
    case "end":
      return go > 0 ? enter : go < 0 ? backOrUp(state, screen) : null;
    case "question": {
      if (own.answer !== null) return go > 0 ? enter : go < 0 ? backOrUp(state, screen) : null;
      const rows = rowsOf(state, screen);
      const change = (draft: Draft): Meant => {
        const next: QuestionState = { ...own, draft, askedToTick: false };
        return { kind: "screen", screen: { ...screen, state: next, scroll: 0 } };
      };
      return meantInDraft(own.draft, rows, key, go, change);
    }
    case "lab":
      if (step?.kind !== "lab") return null;
      return meantInLab(state, screen, own, step.lab, key, go);
    case "schedule":
      if (step?.kind !== "schedule") return null;
      return meantInSchedule(own, step, key, go);
  }
}

/** First up to the beginning of what is on the screen, then back to the step before. */
function backOrUp(state: AppState, screen: ScrolledScreen): Meant {
  const longest = Math.max(0, layOutStep(state, screen).lines.length - bodyHeight(state.size));
  return Math.min(screen.scroll, longest) > 0 ? named("pageup") : back;
}

/** Options that can be ticked, or items that can be put in order. The row after them gives the answer. */
function rowsOf(state: AppState, screen: LessonScreen): number {
  const step = stepOf(state, screen);
  if (step?.kind !== "predict" && step?.kind !== "quiz") return 0;
  const presented = presentQuestion(step.question, measuredIn(state, lessonOf(state, screen)));
  if (presented.kind === "several") return presented.options.length;
  return presented.kind === "order" ? presented.items.length : 0;
}

function meantInDraft(
  draft: Draft,
  rows: number,
  key: Key,
  go: 1 | -1 | 0,
  change: (draft: Draft) => Meant,
): Meant | null {
  switch (draft.kind) {
    case "one":
    case "number":
      return go > 0 ? enter : go < 0 ? back : null;
    case "table":
      return meantInTable(draft, key, go);
    case "several":
    case "order":
      return meantInRows(draft, rows, key, go, change);
  }
}

/** Up and down turn the number of a cell; right goes from cell to cell, and after the last one gives the answer. */
function meantInTable(draft: Extract<Draft, { kind: "table" }>, key: Key, go: 1 | -1 | 0): Meant | null {
  const isFirst = draft.row === 0 && draft.column === 0;
  if (go > 0) return isLastCell(draft) ? enter : named("down");
  if (go < 0) return isFirst ? back : named("up");
  if (key.name === "up") return named("right");
  return key.name === "down" ? named("left") : null;
}

/** Whether the next thing to do with a table is to give it as the answer. */
export function isLastCell({ row, column, cells }: Extract<Draft, { kind: "table" }>): boolean {
  return row === cells.length - 1 && column === (cells[0]?.length ?? 0) - 1;
}

/**
 * Right does what there is to do with a row and goes on to the next: an option is ticked, or no longer; an item is
 * taken, and let go where up and down have moved it to. So the row that gives the answer is always reached.
 */
function meantInRows(
  draft: Extract<Draft, { kind: "several" | "order" }>,
  rows: number,
  key: Key,
  go: 1 | -1 | 0,
  change: (draft: Draft) => Meant,
): Meant | null {
  const { cursor } = draft;
  const isHeld = draft.kind === "order" && draft.held;
  const below = Math.min(cursor + 1, rows);
  if (cursor >= rows) {
    if (go > 0 || isCharacter(key, " ")) return enter;
    // There is nothing in this row that could be turned.
    if (isCharacter(key, "h") || isCharacter(key, "l")) return nothing;
  }
  if (go < 0) return draft.kind === "order" && draft.held ? change({ ...draft, held: false }) : back;
  if (go > 0 && draft.kind === "order") {
    return change(isHeld ? { ...draft, held: false, cursor: below } : { ...draft, held: true });
  }
  if (go > 0 && draft.kind === "several") {
    const chosen = draft.chosen.includes(cursor)
      ? draft.chosen.filter((index) => index !== cursor)
      : [...draft.chosen, cursor].sort((a, b) => a - b);
    return change({ ...draft, chosen, cursor: below });
  }
  const move = vertical(key);
  if (move === 0 || isHeld) return null;
  return change({ ...draft, cursor: Math.min(Math.max(cursor + move, 0), rows) });
}

/**
 * Right runs a lab, and goes on when it is done, or when it failed: nobody is to stand before a room with a lab that
 * cannot be left. Up and down turn the knob with the cursor; j and k choose among several.
 */
function meantInLab(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  lab: LabStep["lab"],
  key: Key,
  go: 1 | -1 | 0,
): Meant | null {
  const { kind } = own.run;
  if (kind === "running") return go === 0 ? null : nothing;
  if (go > 0) return kind === "failed" || kind === "aborted" ? typed("n") : enter;
  if (go < 0) return back;
  const knobs = turnableKnobs(lab);
  if ((key.name !== "up" && key.name !== "down") || knobs.length === 0) return null;
  const focus = own.focus < knobs.length ? own.focus : 0;
  const knob = knobs[focus];
  if (knob === undefined) return null;
  const turned = turnKnob(lab, own.knobs, knob, key.name === "up" ? 1 : -1, state.machine.cores);
  return { kind: "screen", screen: { ...screen, state: { ...own, focus, knobs: turned } } };
}

/** Up and down choose a thread, right lets it take its step; when the program is over, right shows how to break it. */
function meantInSchedule(
  own: ScheduleState,
  { schedule }: ScheduleStep,
  key: Key,
  go: 1 | -1 | 0,
): Meant | null {
  if (key.name === "up") return named("left");
  if (key.name === "down") return named("right");
  if (go < 0) return own.choices.length > 0 && !own.givenUp ? typed("u") : back;
  if (go === 0) return null;
  const played = play(schedule, own);
  switch (enterMeans(own, played)) {
    case "next":
      return enter;
    case "start-over":
      return typed("g");
    case "let-go": {
      const ready = (thread: number) => readinessOf(schedule.program, played.moment, thread).kind;
      // A thread that waits says so first.
      if (ready(own.chosen) !== "done" && own.refused !== own.chosen) return enter;
      const other = schedule.program.findIndex((_, thread) => ready(thread) === "ready");
      return other < 0 ? enter : typed(String(other + 1));
    }
  }
}

function named(name: Exclude<Key["name"], "character">): Meant {
  return { kind: "key", key: { name } };
}
function typed(character: string): Meant {
  return { kind: "key", key: { name: "character", character } };
}
