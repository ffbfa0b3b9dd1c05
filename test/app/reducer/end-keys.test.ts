import { describe, expect, test } from "vitest";
import type { Size } from "../../../src/app/state.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { openAt, placeOf, press } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { lessons } from "../support/lessons.ts";
import { large, makeState } from "../support/state.ts";

const next = "asks for forget-traces + save moved";
/** So high that all of any end is on the screen. */
const high: Size = { columns: 160, rows: 200 };
const endOf = (lesson: number, size = large) =>
  openAt(makeState({ size }), lesson, lessons[lesson]?.steps.length ?? 0);

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

const last = lessons.length - 1;
const home = `to home ${last}, asks for forget-traces`;

describe("each key at the end of the last lesson", () => {
  testEveryKey(endOf(last, high), {
    ...everywhere,
    enter: "to record",
    space: "to record",
    p: `to ${lessons[last]?.id ?? "?"} ${lessons[last]?.steps.at(-1)?.id ?? "?"}, asks for save moved`,
    escape: home,
  });
});

describe("each key on the record, where all of it is on the screen", () => {
  const { state } = press(endOf(last, high), "enter");
  testEveryKey(state, {
    ...everywhere,
    enter: home,
    space: home,
    escape: home,
    p: `to ${lessons[last]?.id ?? "?"} end, asks for forget-traces + save moved`,
  });
});

describe("the next lesson", () => {
  test("goes on where it was left", () => {
    const state = endOf(0);
    const progress = applyChange(state.progress, { kind: "moved", lesson: "02-sequential", step: "sums" });
    expect(placeOf(press({ ...state, progress }, "enter").state)).toBe("02-sequential sums");
  });
});
