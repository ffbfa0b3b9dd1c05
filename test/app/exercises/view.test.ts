import { describe, expect, test } from "vitest";
import type { ExercisesState, Panel } from "../../../src/app/exercises/state.ts";
import { viewExercises } from "../../../src/app/exercises/view.ts";
import { bodyHeight, bodyWidth } from "../../../src/app/views/frame.ts";
import { layOutKeys } from "../../../src/app/views/keys-view.ts";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { judged, makeJudgement, makeState, press, seen } from "./support.ts";

const textOf = (state: ExercisesState) =>
  viewExercises(state)
    .body.above.map((row) => row.map(({ text }) => text).join(""))
    .join("\n");

const judgements = {
  none: null,
  "not yet": makeJudgement(),
  passed: makeJudgement({ outcome: "passed" }),
  inconclusive: makeJudgement({ outcome: "inconclusive" }),
  trouble: makeJudgement({
    findings: [],
    trouble: { kind: "threw", text: "it threw Error: no beans", file: "start.ts", line: 7 },
    typeErrors: [
      {
        kind: "syntax",
        text: "Type 'string' is not assignable to type 'number'.",
        file: "start.ts",
        line: 3,
      },
    ],
  }),
  "much output": makeJudgement({ output: "a line\n".repeat(3000) }),
} as const;
const panels: readonly Panel[] = ["check", "hints", "list", "solution", "runs", "output", "lines"];
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
  { columns: 160, rows: 50 },
];

describe.each(Object.entries(judgements))("with a judgement: %s", (_, judgement) => {
  test.each(panels)("%s fits every size, in Unicode and in ASCII", (panel) => {
    for (const size of sizes) {
      for (const glyphs of ["unicode", "ascii"] as const) {
        const display = { glyphs, reducedMotion: false, painted: false };
        const fresh = makeState({ size, display, current: 1, reference: seen });
        const known = judgement === null ? fresh : judged(fresh, judgement).state;
        const { state } = press(
          { ...known, panel, record: { version: 1, passed: {}, hints: { "exercise-2": 3 }, tries: {} } },
          "pagedown",
        );
        const view = viewExercises(state);
        const rows = [...view.body.above, ...view.body.below];
        expect(rows.length + (view.body.lanesHeight ?? 0)).toBeLessThanOrEqual(bodyHeight(size));
        const text = rows.map((row) => row.map((one) => one.text).join("")).join("\n");
        for (const row of rows) expect(lineWidth(row)).toBeLessThanOrEqual(bodyWidth(size));
        expect(lineWidth(layOutKeys(view.keys, size.columns - 2, display))).toBeLessThanOrEqual(
          size.columns - 2,
        );
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        if (glyphs === "ascii") expect(text).not.toMatch(/[^\n -~]/);
      }
    }
  });
});

test("what is missing is said with the learner's own figures, and where", () => {
  const text = textOf(judged(makeState(), judgements.trouble).state);
  expect(text).toContain("start.ts:7: it threw Error: no beans");
  expect(text).toContain("start.ts:3: Type 'string'");
  expect(textOf(judged(makeState(), judgements["not yet"]).state)).toContain("most on their way at once: 1");
});

test("a run is drawn below what is said of it, and two runs on one axis", () => {
  const { state } = judged(makeState(), judgements["not yet"]);
  expect(viewExercises(state).lanes?.runs.map(({ onCores = false }) => onCores)).toEqual([false, true]);
  // Where there is less room, the cores give way.
  const small = { ...state, cores: Array.from({ length: 16 }, (_, core) => core) };
  expect(viewExercises(small).lanes?.runs).toHaveLength(1);
  const both = viewExercises({ ...state, panel: "runs", reference: { ...seen, endMs: 400 } });
  expect(both.lanes?.runs.map(({ title }) => title)).toEqual(["your run", "a run of the solution"]);
});

test("the solution stands beside the learner's own where there is room", () => {
  const { state } = judged(makeState({ panel: "solution" }), judgements.passed);
  expect(textOf({ ...state, size: { columns: 160, rows: 50 } })).toMatch(
    /yours: start\.ts +the solution: start\.ts/,
  );
  expect(textOf(state)).not.toMatch(/yours.*solution/);
});

test("keys that act are on the screen: the solution only when it may be seen", () => {
  const keys = (state: ExercisesState) => viewExercises(state).keys.map(({ key }) => key);
  expect(keys(makeState())).not.toContain("s");
  expect(keys(judged(makeState(), judgements.passed).state)).toContain("s");
  expect(keys(makeState({ current: 1 }))).toContain("m");
  expect(keys(makeState())).not.toContain("m");
});

test("a window that is too small is said to be", () => {
  expect(textOf(makeState({ size: { columns: 60, rows: 20 } }))).toContain("80x24");
});
