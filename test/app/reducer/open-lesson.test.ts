import { describe, expect, test } from "vitest";
import type { ProgressChange } from "../../../src/progress/document.ts";
import { applyChange, emptyProgress } from "../../../src/progress/document.ts";
import { findNextLesson } from "../../../src/app/navigation.ts";
import { effectKinds, placeOf, send } from "../support/drive.ts";
import { lessons } from "../support/lessons.ts";
import { makeState } from "../support/state.ts";

function after(...changes: readonly ProgressChange[]) {
  return makeState({ progress: changes.reduce(applyChange, emptyProgress()) });
}
const moved = (lesson: string, step: string | null): ProgressChange => ({ kind: "moved", lesson, step });
const allDone = (lesson: string): ProgressChange[] =>
  (lessons.find(({ id }) => id === lesson)?.steps ?? []).map(({ id }) => ({
    kind: "step-done",
    lesson,
    step: id,
  }));

function open(state: ReturnType<typeof after>, lesson: number) {
  return send(state, { type: "open-lesson", lesson, at: "" });
}

describe("opening a lesson", () => {
  test("begins one that was not begun at its first step, and notes the place", () => {
    const { state, effects } = open(after(), 2);
    expect(placeOf(state)).toBe("03-concurrent start-all-then-wait");
    expect(effectKinds(effects)).toEqual(["forget-traces", "save moved"]);
    expect(state.progress.lessons["03-concurrent"]?.at).toBe("start-all-then-wait");
  });

  test("goes on where the learner left it", () => {
    expect(placeOf(open(after(moved("03-concurrent", "turns")), 2).state)).toBe("03-concurrent turns");
  });

  test.each([
    ["was taken to its end", null],
    ["was left at a step that there is no more", "gone"],
  ])("begins anew one that %s", (_, step) => {
    expect(placeOf(open(after(moved("03-concurrent", step)), 2).state)).toBe(
      "03-concurrent start-all-then-wait",
    );
  });

  test.each([-1, lessons.length, 99])("does nothing for a lesson that there is not: %i", (lesson) => {
    const state = after();
    expect(open(state, lesson)).toEqual({ state, effects: [] });
  });
});

describe("the lesson to go on with", () => {
  const nextAfter = (...changes: readonly ProgressChange[]) => lessons[findNextLesson(after(...changes))]?.id;

  test("is the first at first", () => {
    expect(nextAfter()).toBe("01-difference");
  });
  test("is the one begun", () => {
    expect(nextAfter(moved("02-sequential", "mails"))).toBe("02-sequential");
  });
  test("is the last of those begun", () => {
    expect(nextAfter(moved("04-parallel", "workers"), moved("02-sequential", "mails"))).toBe("04-parallel");
  });
  test("is the first that is not done where none is under way", () => {
    expect(nextAfter(...allDone("01-difference"), moved("01-difference", null))).toBe("02-sequential");
  });
  test("is not one that is done, even if it was opened again", () => {
    expect(nextAfter(...allDone("01-difference"), moved("01-difference", "computing"))).toBe("02-sequential");
  });
  test("is the first when all are done", () => {
    expect(nextAfter(...lessons.flatMap(({ id }) => allDone(id)))).toBe("01-difference");
  });
});
