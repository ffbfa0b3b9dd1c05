import type { ExercisesAction, ExercisesState, ExercisesUpdate } from "../../../src/app/exercises/state.ts";
import { reduceExercises } from "../../../src/app/exercises/reduce.ts";
import type { Exercise, Judgement, SeenRun } from "../../../src/exercises/model.ts";
import { emptyRecord } from "../../../src/progress/exercise-record.ts";
import { keyOf } from "../support/keys.ts";

export function makeExercise(order: number, changes: Partial<Exercise> = {}): Exercise {
  return {
    id: `exercise-${order}`,
    lesson: "06-concurrency-in-code",
    title: `Exercise number ${order}`,
    task: ["What is wrong with this.", "What it should do."],
    level: "partly",
    order,
    scenario: { kind: "requests" },
    wants: [{ figure: "peakInFlight", atLeast: 2, miss: "One after the other." }],
    start: { "start.ts": "first line\nsecond line\nthird line\n" },
    solution: { "start.ts": "const solved = true;\n" },
    hints: ["A question?", "An idea.", "Use `Promise.all`."],
    ...changes,
  };
}

export const seen: SeenRun = {
  endMs: 200,
  requests: [
    { label: "users", fromMs: 10, toMs: 100, end: "answered" },
    { label: "posts", fromMs: 100, toMs: 190, end: "given-up" },
  ],
  threads: [
    {
      label: "event loop",
      samples: [
        [0, 0, 0],
        [100, 0, 5],
        [200, 1, 9],
      ],
    },
  ],
};

export function makeJudgement(changes: Partial<Judgement> = {}): Judgement {
  return {
    outcome: "not-yet",
    findings: [
      { outcome: "met", text: "right results: 6, wanted: 6 or more" },
      { outcome: "missed", text: "One after the other. (most on their way at once: 1, wanted: 2 or more)" },
      { outcome: "not-shown", text: "times as fast: 1.0. With 1 core it cannot show, and is not judged." },
    ],
    trouble: null,
    figures: {},
    typeErrors: [],
    seen,
    output: "",
    ...changes,
  };
}

export function makeState(changes: Partial<ExercisesState> = {}): ExercisesState {
  const exercises = [makeExercise(1), makeExercise(2, { parsons: true }), makeExercise(3)];
  return {
    exercises,
    folder: "concurrency-exercises/",
    cores: [0, 1],
    display: { glyphs: "unicode", reducedMotion: false, painted: false },
    size: { columns: 100, rows: 30 },
    current: 0,
    record: emptyRecord,
    check: { kind: "none" },
    panel: "check",
    selected: 0,
    scroll: 0,
    note: null,
    resetAsked: false,
    files: exercises[0]?.start ?? {},
    reference: null,
    line: { at: 0, held: false },
    allows: { skipping: true, solutions: true },
    ...changes,
  };
}

const at = "2026-11-28T09:00:00.000Z";

export function send(state: ExercisesState, ...actions: readonly ExercisesAction[]): ExercisesUpdate {
  let update: ExercisesUpdate = { state, effects: [] };
  for (const action of actions) {
    const next = reduceExercises(update.state, action);
    update = { state: next.state, effects: [...update.effects, ...next.effects] };
  }
  return update;
}

export function press(state: ExercisesState, ...keys: readonly string[]): ExercisesUpdate {
  return send(state, ...keys.map((key): ExercisesAction => ({ type: "key", key: keyOf(key), at })));
}

export function judged(state: ExercisesState, judgement: Judgement): ExercisesUpdate {
  return send(state, { type: "checking" }, { type: "judged", judgement, at });
}
