import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { openAt, press, send } from "../support/drive.ts";
import { testEveryKey } from "../support/key-table.ts";
import { makeState, smallest } from "../support/state.ts";

const screens: Readonly<Record<string, AppState>> = {
  "the list of lessons": makeState(),
  "a question": openAt(makeState(), "01-difference", "computing-guess"),
  "a run": press(openAt(makeState(), "01-difference", "computing"), "enter").state,
  "the help": press(makeState(), "?").state,
  "a notice": makeState({ notices: ["The disk is full."] }),
};

describe.each(Object.entries(screens))("each key on %s in a window that is too small", (_, state) => {
  testEveryKey(send(state, { type: "resized", size: { columns: 79, rows: 30 } }).state, {
    q: "asks for quit",
  });
});

describe("a window", () => {
  test.each([
    [{ columns: 80, rows: 23 }, true],
    [{ columns: 79, rows: 24 }, true],
    [smallest, false],
  ])("of %o is too small: %s", (size, isTooSmall) => {
    const { state } = send(makeState(), { type: "resized", size });
    const moved = press(state, "down").state.screen;
    expect(moved).toEqual({ kind: "home", selected: isTooSmall ? 0 : 1 });
  });

  test("that has become large enough shows what was there before", () => {
    for (const state of Object.values(screens)) {
      const small = send(state, { type: "resized", size: { columns: 10, rows: 2 } }).state;
      expect(send(small, { type: "resized", size: state.size }).state).toEqual(state);
    }
  });
});
