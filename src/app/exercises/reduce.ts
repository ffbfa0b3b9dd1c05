/** What becomes of the screen of the exercises when something happens. Pure. */
import { applyExerciseChange, type ExerciseChange } from "../../progress/exercise-record.ts";
import { sumUp } from "../../exercises/judge.ts";
import { say } from "../../text/say.ts";
import type { Key } from "../actions.ts";
import { isCharacter, vertical } from "../draft.ts";
import { bodyHeight, isTooSmall } from "../views/frame.ts";
import {
  currentOf,
  type ExercisesAction,
  type ExercisesEffect,
  type ExercisesState,
  type ExercisesUpdate,
  hasPassed,
  hintsShown,
  judgementOf,
  maySeeSolution,
  type Panel,
} from "./state.ts";
import { movableLinesOf } from "./movable-lines.ts";
import { layOutPanel } from "./view.ts";

export function reduceExercises(state: ExercisesState, action: ExercisesAction): ExercisesUpdate {
  const stay = (next: Partial<ExercisesState>, effects: readonly ExercisesEffect[] = []) => ({
    state: { ...state, ...next },
    effects,
  });
  switch (action.type) {
    case "resized":
      return stay({ size: action.size });
    case "files":
      return stay({ files: action.files });
    case "checking":
      return stay({ check: { kind: "checking", last: judgementOf(state) }, note: null });
    case "noted":
      return stay({ note: action.note });
    case "reference":
      return stay({ reference: action.seen });
    case "judged": {
      const { judgement, at } = action;
      const check = { kind: "done", judgement } as const;
      const exercise = currentOf(state).id;
      // What TypeScript says comes after the verdict, and is no other try.
      const isNews = state.check.kind !== "done";
      const changes: ExerciseChange[] = [
        ...(isNews ? [{ kind: "tried", exercise, said: sumUp(judgement) } as const] : []),
        ...(judgement.outcome === "passed" ? [{ kind: "passed", exercise, at } as const] : []),
      ];
      return stay({ check, record: changes.reduce(applyExerciseChange, state.record) }, changes);
    }
    case "key":
      return reduceKey(state, action.key);
  }
}

function reduceKey(state: ExercisesState, key: Key): ExercisesUpdate {
  const update = (
    next: Partial<ExercisesState>,
    effects: readonly ExercisesEffect[] = [],
  ): ExercisesUpdate => ({
    state: { ...state, resetAsked: false, note: null, ...next },
    effects,
  });
  const exercise = currentOf(state);
  const { id } = exercise;
  if (isCharacter(key, "q")) return { state, effects: [{ kind: "quit" }] };
  if (isTooSmall(state.size)) return { state, effects: [] };
  if (state.panel === "list") {
    const move = vertical(key);
    if (move !== 0) {
      const selected = Math.min(Math.max(state.selected + move, 0), state.exercises.length - 1);
      return update({ selected });
    }
    if (key.name === "enter") return goTo(state, state.selected);
  }
  if (state.panel === "lines") {
    const moved = reduceLines(state, key);
    if (moved !== null) return moved;
  }
  const open = (panel: Panel, effects: readonly ExercisesEffect[] = []) =>
    update({ panel: state.panel === panel ? "check" : panel, scroll: 0 }, effects);
  if (key.name === "escape") return update({ panel: "check", scroll: 0 });
  if (isCharacter(key, "r")) return update({}, [{ kind: "check", exercise: id }]);
  if (isCharacter(key, "h")) {
    const next = Math.min(
      exercise.hints.length,
      hintsShown(state, exercise) + (state.panel === "hints" || hintsShown(state, exercise) === 0 ? 1 : 0),
    );
    const change = { kind: "hinted", exercise: id, hints: next } as const;
    return update({ panel: "hints", scroll: 0, record: applyExerciseChange(state.record, change) }, [change]);
  }
  if (isCharacter(key, "l"))
    return update({ panel: state.panel === "list" ? "check" : "list", selected: state.current, scroll: 0 });
  if (isCharacter(key, "o")) return open("output");
  if (isCharacter(key, "m") && exercise.parsons === true) return open("lines");
  if (isCharacter(key, "e")) return update({}, [{ kind: "edit", exercise: id }]);
  if (isCharacter(key, "s")) {
    if (!maySeeSolution(state)) {
      return update({
        note: state.allows.solutions ? say.exercises.screen.noSolutionYet : say.exercises.screen.noSolutions,
      });
    }
    // The code of both, then the runs of both, then back.
    if (state.panel === "solution") return update({ panel: "runs", scroll: 0 });
    if (state.panel === "runs") return update({ panel: "check", scroll: 0 });
    return open("solution", state.reference === null ? [{ kind: "try-solution", exercise: id }] : []);
  }
  if (isCharacter(key, "x")) {
    if (!state.resetAsked)
      return { state: { ...state, resetAsked: true, note: say.exercises.screen.resetAsk }, effects: [] };
    return update({}, [{ kind: "reset", exercise: id }]);
  }
  if (isCharacter(key, "n")) {
    if (!state.allows.skipping && !hasPassed(state, exercise))
      return update({ note: say.exercises.screen.noSkipping });
    return goTo(state, state.current + 1);
  }
  if (isCharacter(key, "p")) return goTo(state, state.current - 1);
  const page = bodyHeight(state.size) - 2;
  const by = vertical(key) + (key.name === "pagedown" ? page : key.name === "pageup" ? -page : 0);
  if (by !== 0) {
    const longest = Math.max(0, layOutPanel(state).lines.length - bodyHeight(state.size));
    return update({ scroll: Math.min(Math.max(state.scroll + by, 0), longest) });
  }
  return { state, effects: [] };
}

function goTo(state: ExercisesState, index: number): ExercisesUpdate {
  const current = Math.min(Math.max(index, 0), state.exercises.length - 1);
  const exercise = state.exercises[current];
  if (exercise === undefined) return { state, effects: [] };
  if (current === state.current) {
    const isEnd = index > current;
    return {
      state: { ...state, panel: "check", scroll: 0, note: isEnd ? say.exercises.screen.last : null },
      effects: [],
    };
  }
  return {
    state: {
      ...state,
      current,
      panel: "check",
      scroll: 0,
      note: null,
      resetAsked: false,
      check: { kind: "none" },
      files: {},
      reference: null,
      line: { at: 0, held: false },
    },
    effects: [{ kind: "watch", exercise: exercise.id }],
  };
}

/** @returns `null` for a key that moves no line */
function reduceLines(state: ExercisesState, key: Key): ExercisesUpdate | null {
  const lines = movableLinesOf(state.files);
  const { at, held } = state.line;
  if (isCharacter(key, " ")) {
    return { state: { ...state, line: { at, held: !held } }, effects: [] };
  }
  const move = vertical(key);
  if (move === 0) return null;
  const to = Math.min(Math.max(at + move, 0), Math.max(0, lines.length - 1));
  if (!held || to === at) return { state: showLine({ ...state, line: { at: to, held } }), effects: [] };
  const next = [...lines];
  const [line = ""] = next.splice(at, 1);
  next.splice(to, 0, line);
  const text = `${next.join("\n")}\n`;
  const file = "start.ts";
  return {
    state: showLine({ ...state, files: { ...state.files, [file]: text }, line: { at: to, held } }),
    effects: [{ kind: "write", exercise: currentOf(state).id, file, text }],
  };
}

/** Scrolls so that the line under the cursor is to be seen; the lines are the last of the panel. */
function showLine(state: ExercisesState): ExercisesState {
  const { length } = layOutPanel(state).lines;
  const row = length - movableLinesOf(state.files).length + state.line.at;
  const height = bodyHeight(state.size);
  const longest = Math.max(0, length - height);
  return { ...state, scroll: Math.min(Math.max(0, row - height + 2), longest) };
}
