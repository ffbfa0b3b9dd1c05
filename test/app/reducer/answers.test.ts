import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { bodyHeight } from "../../../src/app/views/frame.ts";
import { layOutStep } from "../../../src/app/views/step-view.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { at, effectKinds, lessonScreen, openAt, placeOf, press, questionState } from "../support/drive.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeMachine, makeState, smallest } from "../support/state.ts";

const four = makeState();
const measured = runEveryLab(four);
const answerOf = (state: AppState, lesson: string, question: string) =>
  state.progress.lessons[lesson]?.answers[question];

describe("an answer", () => {
  const fastest = openAt(measured, "05-race", "fastest-computing");
  const given = press(fastest, "down", "down", "enter");

  test("is graded against what was measured, and saved with its outcome and time", () => {
    const answer = { kind: "variant", id: "parallel" };
    expect(given.effects).toEqual([
      {
        kind: "save",
        change: {
          kind: "answered",
          lesson: "05-race",
          question: "fastest-computing",
          answer,
          outcome: "right",
          at,
        },
      },
      { kind: "save", change: { kind: "step-done", lesson: "05-race", step: "fastest-computing" } },
    ]);
    expect(answerOf(given.state, "05-race", "fastest-computing")?.outcome).toBe("right");
  });

  test.each([
    ["sequential", 0, "wrong"],
    ["parallel", 2, "right"],
    ["too close to call", 3, "wrong"],
  ])("%s: on four cores", (_, down, outcome) => {
    const keys = Array.from({ length: down }, () => "down");
    const { state } = press(fastest, ...keys, "enter");
    expect(answerOf(state, "05-race", "fastest-computing")?.outcome).toBe(outcome);
  });

  test.each([
    ["sequential", 0, "close"],
    ["parallel", 2, "close"],
    ["too close to call", 3, "right"],
  ])("%s: on one core", (_, down, outcome) => {
    const one = openAt(runEveryLab(makeState({ machine: makeMachine(1) })), "05-race", "fastest-computing");
    const keys = Array.from({ length: down }, () => "down");
    const { state } = press(one, ...keys, "enter");
    expect(answerOf(state, "05-race", "fastest-computing")?.outcome).toBe(outcome);
  });

  test("stands until the learner goes on or answers again", () => {
    expect(questionState(given.state).answer).toEqual({ kind: "variant", id: "parallel" });
    const again = press(given.state, "r");
    expect(questionState(again.state)).toEqual(questionState(press(fastest, "down", "down").state));
    expect(again.effects).toEqual([]);
    expect(placeOf(press(given.state, "enter").state)).toBe("05-race fastest-waiting");
  });

  test("given again counts as another try, and the first outcome is kept", () => {
    const wrong = press(fastest, "enter").state;
    const { state } = press(wrong, "r", "down", "down", "enter");
    expect(answerOf(state, "05-race", "fastest-computing")).toMatchObject({
      tries: 2,
      first: "wrong",
      outcome: "right",
    });
  });

  test("that names nothing is none", () => {
    const several = openAt(measured, "02-sequential", "when-sequential");
    const refused = press(several, "enter");
    expect(refused.effects).toEqual([]);
    expect(questionState(refused.state).answer).toBeNull();
    expect(viewScreen(refused.state).body.above.map((row) => row.map(({ text }) => text).join(""))).toContain(
      "Tick at least one with Space.",
    );
    expect(questionState(press(refused.state, "down").state).askedToTick).toBe(false);
    expect(effectKinds(press(several, "space", "enter").effects)).toEqual([
      "save answered",
      "save step-done",
    ]);
    expect(press(several, "space", "space", "enter").effects).toEqual([]);
  });

  test("to what no run has decided yet is not held against anybody", () => {
    const unmeasured = openAt(four, "05-race", "fastest-computing");
    const { state, effects } = press(unmeasured, "enter");
    expect(effects).toEqual([]);
    expect(questionState(state).answer).toEqual({ kind: "variant", id: "sequential" });
    expect(answerOf(state, "05-race", "fastest-computing")).toBeUndefined();
    expect(placeOf(press(state, "enter").state)).toBe("05-race fastest-waiting");
  });

  test("to what this system does not tell is not held against anybody", () => {
    const untold = openAt(runEveryLab(four, { tellsCpu: false }), "02-sequential", "sums-busy");
    expect(press(untold, "enter").effects).toEqual([]);
  });
});

describe("what is said about an answer", () => {
  const asked = openAt(makeState({ lessons: [madeLesson], size: smallest }), 0, 2);
  const shown = (state: AppState) =>
    viewScreen(state).body.above.map((line) => line.map(({ text }) => text).join(""));

  test("is shown from its beginning when it is longer than the screen", () => {
    const { state } = press(asked, "enter");
    expect(layOutStep(state, lessonScreen(state)).lines.length).toBeGreaterThan(bodyHeight(smallest));
    expect(shown(state)[0]).toMatch(/^✓ right/);
  });

  test("scrolls up and down by a line", () => {
    const { state } = press(asked, "enter");
    const { scroll } = lessonScreen(state);
    expect(shown(press(state, "down").state).slice(0, -1)).toEqual(shown(state).slice(1));
    expect(shown(press(state, "up").state).slice(1)).toEqual(shown(state).slice(0, -1));
    const top = press(state, ...Array.from({ length: scroll + 3 }, () => "up")).state;
    expect(shown(top)[0]).toBe("Yes or no?");
  });

  test("is on the screen with the question where both fit", () => {
    const { state } = press(asked, "down", "enter");
    expect(lessonScreen(state).scroll).toBe(0);
    expect(shown(state).at(-1)).toBe("No.");
  });

  test("is gone when the question is answered again", () => {
    expect(press(asked, "enter", "down", "r").state).toEqual({
      ...asked,
      progress: press(asked, "enter").state.progress,
    });
  });
});
