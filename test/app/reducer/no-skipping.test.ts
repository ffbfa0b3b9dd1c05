/** A class in which steps that ask for something are not passed over. */
import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { lessonScreen, openAt, placeOf, press, send } from "../support/drive.ts";
import { lessons } from "../support/lessons.ts";
import { makeState } from "../support/state.ts";

const open = (lesson: string, step: string, skipping?: boolean) =>
  openAt(makeState(skipping === undefined ? {} : { skipping }), lesson, step);
const kindOf = (state: AppState) => {
  const { lesson, step } = lessonScreen(state);
  return lessons[lesson]?.steps[step]?.kind;
};
const hasSkip = (state: AppState) => viewScreen(state).keys.some(({ key }) => key === "p n");

describe.each([
  ["predict", "01-difference", "computing-guess", /make your prediction first/],
  ["lab", "01-difference", "computing", /run the lab first/],
  ["quiz", "02-sequential", "when-sequential", /answer the question first/],
  ["schedule", "12-when-tasks-share", "lose-an-update", /find a schedule first/],
] as const)("a %s", (kind, lesson, step, said) => {
  test("that was not done is not passed over, and a line says so", () => {
    const before = open(lesson, step, false);
    expect(kindOf(before)).toBe(kind);
    const { state, effects } = press(before, "n");
    expect(placeOf(state)).toBe(placeOf(before));
    expect(effects).toEqual([]);
    expect(state.notices).toEqual([expect.stringMatching(said)]);
    // Any key, and all is as it was.
    expect(press(state, "n").state).toEqual(before);
    expect(hasSkip(before)).toBe(false);
  });

  test.each([true, undefined])("is passed over where that is allowed (%s)", (skipping) => {
    const before = open(lesson, step, skipping);
    const { state } = press(before, "n");
    expect(placeOf(state)).not.toBe(placeOf(before));
    expect(state.notices).toEqual([]);
    expect(hasSkip(before)).toBe(true);
  });

  test("that was done before is passed over", () => {
    const before = open(lesson, step, false);
    const progress = {
      ...before.progress,
      lessons: { [lesson]: { steps: [step], at: step, answers: {}, predictions: {}, labs: {}, best: {} } },
    };
    const done = { ...before, progress };
    expect(placeOf(press(done, "n").state)).not.toBe(placeOf(before));
    expect(hasSkip(done)).toBe(true);
  });
});

test("a text is passed over as ever", () => {
  const before = open("01-difference", "what-you-just-measured", false);
  expect(placeOf(press(before, "n").state)).not.toBe(placeOf(before));
});

test("an answer that was given, right or wrong, is enough", () => {
  const answered = press(open("02-sequential", "when-sequential", false), "space", "enter").state;
  expect(placeOf(press(answered, "n").state)).not.toBe(placeOf(answered));
});

test("a lab whose run fails does not hold anybody up", () => {
  const running = press(open("01-difference", "computing", false), "enter").state;
  const failed = send(running, { type: "lab-failed", reason: "no cores" }).state;
  expect(placeOf(press(failed, "n").state)).not.toBe(placeOf(failed));
});
