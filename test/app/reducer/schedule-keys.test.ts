import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { effectKinds, lessonScreen, openAt, placeOf, press } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { madeSchedules } from "../support/made-schedule.ts";
import { makeState } from "../support/state.ts";

const start = makeState({ lessons: [madeSchedules] });
const open = (step: string) =>
  openAt(
    start,
    0,
    madeSchedules.steps.findIndex(({ id }) => id === step),
  );
const choicesOf = (state: AppState) => {
  const own = lessonScreen(state).state;
  if (own.kind !== "schedule") throw new Error(`a ${own.kind} step is on the screen, not a schedule`);
  return own.choices.map((thread) => thread + 1).join("");
};
const isDone = (state: AppState, step: string) =>
  state.progress.lessons[madeSchedules.id]?.steps.includes(step) === true;

const moved = "asks for save moved";
const home = "to home 0, asks for forget-traces";

describe("each key on a program in which thread 1 has taken a step", () => {
  testEveryKey(press(open("race"), "1").state, {
    ...everywhere,
    "1": "choices [0]→[0,0]",
    "2": "choices [0]→[0,1], chosen 0→1",
    enter: "choices [0]→[0,0]",
    right: "chosen 0→1",
    l: "chosen 0→1",
    u: "choices [0]→[]",
    r: "choices [0]→[]",
    g: "choices [0]→[0,0,1,0,1,1], givenUp false→true, asks for save step-done",
    n: `to 91-made locks, ${moved}`,
    escape: home,
  });
});

describe("each key where thread 2 waits", () => {
  testEveryKey(press(open("safe"), "1", "right").state, {
    ...everywhere,
    "1": "choices [0]→[0,0], chosen 1→0",
    "2": "refused null→1",
    enter: "refused null→1",
    left: "chosen 1→0",
    h: "chosen 1→0",
    u: "choices [0]→[]",
    r: "choices [0]→[]",
    g: "givenUp false→true, asks for save step-done",
    n: `to 91-made long, ${moved}`,
    p: `to 91-made locks, ${moved}`,
    escape: home,
  });
});

describe("each key on a program that was broken", () => {
  testEveryKey(press(open("locks"), "1", "2").state, {
    ...everywhere,
    enter: "to 91-made safe, asks for save step-done + save moved",
    left: "chosen 1→0",
    h: "chosen 1→0",
    u: "choices [0,1]→[0]",
    r: "choices [0,1]→[]",
    n: `to 91-made safe, ${moved}`,
    p: `to 91-made race, ${moved}`,
    escape: home,
  });
});

describe("each key on a program that has ended without being broken", () => {
  testEveryKey(press(open("race"), ..."111222").state, {
    ...everywhere,
    enter: "choices [0,0,0,1,1,1]→[]",
    left: "chosen 1→0",
    h: "chosen 1→0",
    u: "choices [0,0,0,1,1,1]→[0,0,0,1,1]",
    r: "choices [0,0,0,1,1,1]→[]",
    g: "choices [0,0,0,1,1,1]→[0,0,1,0,1,1], givenUp false→true, asks for save step-done",
    n: `to 91-made locks, ${moved}`,
    escape: home,
  });
});

describe("a program", () => {
  test("is done when it is broken, and not before", () => {
    const almost = press(open("race"), ..."11221");
    expect(effectKinds(almost.effects)).toEqual([]);
    const broken = press(almost.state, "2");
    expect(effectKinds(broken.effects)).toEqual(["save step-done"]);
    expect(isDone(broken.state, "race")).toBe(true);
    // It stays so, whatever is tried afterwards.
    expect(isDone(press(broken.state, "r", ..."111222", "n").state, "race")).toBe(true);
  });

  test("is not done by going through it without breaking it, nor by passing it", () => {
    const { state } = press(open("race"), ..."111222", "n");
    expect(placeOf(state)).toBe("91-made locks");
    expect(isDone(state, "race")).toBe(false);
  });

  test("is done when it is given up, at the start or at any time", () => {
    for (const before of ["", "1", "12", "111222"]) {
      expect(isDone(press(open("race"), ...before, "g").state, "race"), before).toBe(true);
    }
  });

  test("that cannot be broken keeps what was played when it is given up, and Enter goes on", () => {
    const { state } = press(open("safe"), ..."111", "g");
    expect(choicesOf(state)).toBe("111");
    expect(isDone(state, "safe")).toBe(true);
    expect(placeOf(press(state, "enter").state)).toBe("91-made long");
  });

  test("is played on with the numbers after it was given up", () => {
    const { state } = press(open("race"), "g", "u", "u", "r", "2");
    expect(choicesOf(state)).toBe("2");
    expect(placeOf(press(state, "enter").state)).toBe("91-made locks");
  });

  test("goes back step by step to where it began, and no further", () => {
    expect(choicesOf(press(open("race"), ..."1212", "u", "u").state)).toBe("12");
    expect(choicesOf(press(open("race"), "1", "u", "u", "2").state)).toBe("2");
  });

  test("does not move with a step that has to wait", () => {
    const { state } = press(open("locks"), ..."11222", "enter");
    expect(choicesOf(state)).toBe("11");
    expect(choicesOf(press(state, "1").state)).toBe("111");
  });

  test("goes on with the thread chosen when Enter is pressed", () => {
    expect(choicesOf(press(open("race"), "enter", "enter", "right", "enter", "left", "enter").state)).toBe(
      "1121",
    );
  });
});
