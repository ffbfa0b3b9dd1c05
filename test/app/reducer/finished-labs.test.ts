import { describe, expect, test } from "vitest";
import { orderLab } from "../../../src/app/lab-order.ts";
import { stepOf } from "../../../src/app/navigation.ts";
import type { AppState } from "../../../src/app/state.ts";
import { effectKinds, labState, lessonScreen, openAt, placeOf, press, send } from "../support/drive.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";

function run(opened: AppState, key = "enter"): AppState {
  const step = stepOf(opened, lessonScreen(opened));
  if (step?.kind !== "lab") throw new Error("no lab");
  const running = press(opened, key).state;
  return send(running, finishLab(orderLab(step.lab, labState(opened).knobs, 4), { cores: 4 })).state;
}
const race = openAt(makeState(), "01-difference", "computing");
const mails = openAt(makeState(), "02-sequential", "mails");
const doneSteps = (state: AppState, lesson: string) => state.progress.lessons[lesson]?.steps ?? [];

describe("a lab that was run", () => {
  test.each([
    ["on and back", ["n", "p"]],
    ["on with Enter and back", ["enter", "p"]],
    ["back and on", ["p", "n"]],
    ["far away and back", ["n", "n", "n", "p", "p", "p"]],
  ])("is found again as it was left: %s", (_, keys) => {
    const left = press(run(race), "left", "tab", "+").state;
    const back = press(left, ...keys).state;
    expect(placeOf(back)).toBe(placeOf(left));
    expect(labState(back)).toEqual(labState(left));
  });

  test("keeps its traces while its lesson is open", () => {
    expect(effectKinds(press(run(race), "n", "p").effects)).not.toContain("forget-traces");
  });

  test("is found with the knobs that were turned since", () => {
    const turned = press(run(mails), "up", "left").state;
    expect(labState(press(turned, "n", "p").state)).toEqual(labState(turned));
  });

  test("does not go on with a replay that was left", () => {
    const back = press(run(race), "tab", "s", "n", "p").state;
    expect(labState(back).lanes.replaying).toBe(false);
  });

  test("still has its last result when a later run was stopped or has failed", () => {
    const done = run(race);
    for (const end of [{ type: "lab-aborted" }, { type: "lab-failed", reason: "x" }] as const) {
      const ended = send(press(done, "r").state, end).state;
      expect(labState(ended).run.kind).not.toBe("done");
      expect(labState(press(ended, "n", "p").state).run).toEqual(labState(done).run);
    }
  });

  test("is forgotten, with its traces, on the list of lessons and in another lesson", () => {
    const home = press(run(race), "escape");
    expect(effectKinds(home.effects)).toEqual(["forget-traces"]);
    expect(labState(press(home.state, "enter").state).run.kind).toBe("none");
    const other = send(run(race), { type: "open-lesson", lesson: 1, at: "" });
    expect(effectKinds(other.effects)).toContain("forget-traces");
    expect(lessonScreen(other.state).labs).toEqual({});
  });

  test("counts as done however it is left", () => {
    for (const key of ["n", "p", "escape", "enter"]) {
      expect(doneSteps(press(run(race), key).state, "01-difference"), key).toEqual(["computing"]);
    }
  });
});

describe("leaving a step by n", () => {
  test("counts a text as read, and neither a lab nor a question as done", () => {
    for (const [step, done] of [
      ["what-you-just-measured", true],
      ["computing", false],
      ["computing-guess", false],
      ["waiting-fastest", false],
    ] as const) {
      const { state } = press(openAt(makeState(), "01-difference", step), "n");
      expect(doneSteps(state, "01-difference").includes(step), step).toBe(done);
    }
  });
});

describe("Enter on a finished lab", () => {
  test("goes on when nothing was changed", () => {
    expect(placeOf(press(run(mails), "enter").state)).toBe("02-sequential an-empty-lane");
    expect(placeOf(press(run(mails), "up", "left", "right", "enter").state)).toBe(
      "02-sequential an-empty-lane",
    );
  });

  test("runs what was changed", () => {
    const changed = press(run(mails), "up", "left").state;
    expect(effectKinds(press(changed, "enter").effects)).toEqual(["run-lab"]);
    expect(placeOf(press(changed, "n").state)).toBe("02-sequential an-empty-lane");
  });

  test("goes on after the changed run", () => {
    const again = run(press(run(mails), "up", "left").state);
    expect(placeOf(press(again, "enter").state)).toBe("02-sequential an-empty-lane");
  });
});
