import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import type { Answer } from "../../../src/lessons/model.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { at, lessonScreen, openAt, placeOf, press, questionState } from "../support/drive.ts";
import { makeState } from "../support/state.ts";

const predictionOf = (state: AppState, lesson: string, question: string) =>
  state.progress.lessons[lesson]?.predictions[question];

interface Case {
  readonly lesson: string;
  readonly step: string;
  readonly keys: readonly string[];
  readonly answer: Answer;
}
const cases: readonly Case[] = [
  {
    lesson: "01-difference",
    step: "computing-guess",
    keys: ["down", "down"],
    answer: { kind: "option", index: 2 },
  },
  {
    lesson: "02-sequential",
    step: "total-guess",
    keys: ["right", "right", "right"],
    answer: { kind: "number", value: 500 },
  },
  {
    lesson: "05-race",
    step: "race-table",
    keys: ["right", "down", "left", "left"],
    answer: {
      kind: "table",
      cells: [
        [650, 600],
        [500, 600],
        [600, 600],
      ],
    },
  },
];

describe.each(cases)("a prediction ($step)", ({ lesson, step, keys, answer }) => {
  const asked = press(openAt(makeState(), lesson, step), ...keys);
  const given = press(asked.state, "enter");

  test("is stored with its time when it is given, and not before", () => {
    expect(predictionOf(asked.state, lesson, step)).toBeUndefined();
    expect(predictionOf(given.state, lesson, step)).toEqual({ answer, at });
  });

  test("is handed out to be saved", () => {
    expect(given.effects[0]).toEqual({
      kind: "save",
      change: { kind: "predicted", lesson, question: step, answer, at },
    });
  });

  test("leads on to the next step, and the step counts as done", () => {
    expect(lessonScreen(given.state).step).toBe(lessonScreen(asked.state).step + 1);
    expect(given.state.progress.lessons[lesson]?.steps).toContain(step);
  });

  test("is there as a draft when its step is opened again", () => {
    const again = openAt(given.state, lesson, step);
    expect(questionState(again)).toEqual(
      questionState(asked.state).draft.kind === "table"
        ? {
            ...questionState(asked.state),
            draft: { ...questionState(asked.state).draft, row: 0, column: 0 },
          }
        : questionState(asked.state),
    );
  });

  test("may be changed: the later one counts", () => {
    const again = press(openAt(given.state, lesson, step), "left", "left", "up", "enter").state;
    expect(predictionOf(again, lesson, step)?.answer).not.toEqual(answer);
  });

  test("is not made by leaving the step", () => {
    for (const key of ["n", "p", "escape"]) {
      expect(predictionOf(press(asked.state, key).state, lesson, step)).toBeUndefined();
    }
  });
});

describe("a prediction that was kept", () => {
  const kept = (answer: Answer) =>
    makeState({
      progress: applyChange(makeState().progress, {
        kind: "predicted",
        lesson: "05-race",
        question: "race-table",
        answer,
        at,
      }),
    });
  const fresh = questionState(openAt(makeState(), "05-race", "race-table"));

  test.each<[string, Answer]>([
    ["of another kind", { kind: "option", index: 1 }],
    ["of another shape", { kind: "table", cells: [[100]] }],
    ["beyond what may be answered", { kind: "table", cells: Array.from({ length: 3 }, () => [1, 1e9]) }],
  ])("and is no answer to the question any more is no draft: %s", (_, answer) => {
    const state = openAt(kept(answer), "05-race", "race-table");
    expect(questionState(state)).toEqual(fresh);
    expect(placeOf(press(state, "enter").state)).toBe("05-race race-computing");
  });
});
