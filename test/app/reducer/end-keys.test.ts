import { describe, expect, test } from "vitest";
import { applyChange } from "../../../src/progress/document.ts";
import { openAt, placeOf, press } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { lessons } from "../support/lessons.ts";
import { large, makeState } from "../support/state.ts";

const next = "asks for forget-traces + save moved";
const endOf = (lesson: number) =>
  openAt(makeState({ size: large }), lesson, lessons[lesson]?.steps.length ?? 0);

describe("each key at the end of the first lesson", () => {
  const on = `to 02-sequential reading-e-mails-one-by-one, ${next}`;
  testEveryKey(endOf(0), {
    ...everywhere,
    enter: on,
    space: on,
    p: "to 01-difference the-difference, asks for save moved",
    escape: "to home 0, asks for forget-traces",
  });
});

describe("each key at the end of the last lesson", () => {
  const home = `to home ${lessons.length - 1}, asks for forget-traces`;
  testEveryKey(endOf(lessons.length - 1), {
    ...everywhere,
    enter: home,
    space: home,
    p: "to 05-race which-approach, asks for save moved",
    escape: home,
  });
});

describe("the next lesson", () => {
  test("goes on where it was left", () => {
    const state = endOf(0);
    const progress = applyChange(state.progress, { kind: "moved", lesson: "02-sequential", step: "sums" });
    expect(placeOf(press({ ...state, progress }, "enter").state)).toBe("02-sequential sums");
  });
});
