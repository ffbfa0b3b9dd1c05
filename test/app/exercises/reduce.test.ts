import { describe, expect, test } from "vitest";
import { viewExercises } from "../../../src/app/exercises/view.ts";
import { judged, makeJudgement, makeState, press, send } from "./support.ts";

const passed = makeJudgement({ outcome: "passed", findings: [] });

describe("a check", () => {
  test("keeps the last judgement on the screen until the next one is there", () => {
    const { state } = judged(makeState(), makeJudgement());
    const again = send(state, { type: "checking" }).state;
    expect(again.check).toEqual({ kind: "checking", last: makeJudgement() });
  });

  test("that passes is kept, once, and the screen stays", () => {
    const update = judged(makeState(), passed);
    expect(update.effects).toEqual([
      { kind: "tried", exercise: "exercise-1", said: "" },
      { kind: "passed", exercise: "exercise-1", at: "2026-11-28T09:00:00.000Z" },
    ]);
    expect(update.state.current).toBe(0);
    expect(update.state.record.passed["exercise-1"]).toBeDefined();
  });

  test("that passed stays passed when the file is changed and no longer does", () => {
    const { state } = judged(judged(makeState(), passed).state, makeJudgement());
    expect(state.record.passed["exercise-1"]).toBeDefined();
    expect(state.check).toMatchObject({ judgement: { outcome: "not-yet" } });
  });

  test("is asked for with r", () => {
    expect(press(makeState(), "r").effects).toEqual([{ kind: "check", exercise: "exercise-1" }]);
  });
});

describe("n and p", () => {
  test("go to the next exercise and back, and watch it", () => {
    const update = press(makeState(), "n");
    expect(update.state.current).toBe(1);
    expect(update.effects).toEqual([{ kind: "watch", exercise: "exercise-2" }]);
    expect(press(update.state, "p").state.current).toBe(0);
  });

  test("leave nothing of the last one behind", () => {
    const { state } = press(judged(makeState(), makeJudgement()).state, "n");
    expect(state).toMatchObject({ check: { kind: "none" }, files: {}, reference: null, panel: "check" });
  });

  test("say so at the end", () => {
    expect(press(makeState({ current: 2 }), "n")).toMatchObject({ state: { current: 2 }, effects: [] });
    expect(press(makeState({ current: 2 }), "n").state.note).toMatch(/last/);
  });

  test("wait for the exercise to pass where the class goes step by step", () => {
    const strict = makeState({ allows: { skipping: false, solutions: true } });
    expect(press(strict, "n").state).toMatchObject({
      current: 0,
      note: expect.stringMatching(/passes/) as string,
    });
    expect(press(judged(strict, passed).state, "n").state.current).toBe(1);
  });
});

describe("hints", () => {
  test("come one at a time, and no more than there are", () => {
    const shown = (...keys: string[]) => press(makeState(), ...keys).state.record.hints["exercise-1"];
    expect(shown("h")).toBe(1);
    expect(shown("h", "h")).toBe(2);
    expect(shown("h", "h", "h", "h", "h")).toBe(3);
  });

  test("that were shown are shown again, before the next one", () => {
    const { state } = press(makeState(), "h", "escape", "h");
    expect(state.record.hints["exercise-1"]).toBe(1);
  });
});

describe("the solution", () => {
  test("is not there before the exercise passes or all hints were seen", () => {
    expect(press(makeState(), "s").state).toMatchObject({
      panel: "check",
      note: expect.stringMatching(/hints/) as string,
    });
    expect(press(makeState(), "h", "h", "h", "escape", "s").state.panel).toBe("solution");
    expect(press(judged(makeState(), passed).state, "s").state.panel).toBe("solution");
  });

  test("is run, for its lanes, and shown after the code of both", () => {
    const update = press(judged(makeState(), passed).state, "s");
    expect(update.effects).toEqual([{ kind: "try-solution", exercise: "exercise-1" }]);
    expect(press(update.state, "s").state.panel).toBe("runs");
    expect(press(update.state, "s", "s").state.panel).toBe("check");
  });

  test("is never there in a class without solutions", () => {
    const strict = makeState({ allows: { skipping: true, solutions: false } });
    expect(press(strict, "h", "h", "h", "escape", "s").state.panel).toBe("check");
  });
});

describe("x", () => {
  test("asks first", () => {
    const asked = press(makeState(), "x");
    expect(asked.effects).toEqual([]);
    expect(asked.state.note).toMatch(/kept beside/);
    expect(press(asked.state, "x").effects).toEqual([{ kind: "reset", exercise: "exercise-1" }]);
  });

  test("is taken back by any other key", () => {
    expect(press(makeState(), "x", "down", "x").effects).toEqual([]);
  });
});

describe("the list", () => {
  test("opens what is chosen", () => {
    const update = press(makeState(), "l", "down", "down", "down", "enter");
    expect(update.state).toMatchObject({ current: 2, panel: "check" });
    expect(update.effects).toEqual([{ kind: "watch", exercise: "exercise-3" }]);
  });

  test("is left as it was entered", () => {
    expect(press(makeState(), "l", "down", "l").state).toMatchObject({ current: 0, panel: "check" });
    expect(press(makeState(), "l", "escape").state.panel).toBe("check");
  });
});

describe("lines that are put in order", () => {
  const start = makeState({ current: 1, panel: "lines" });
  const textOf = (...keys: string[]) => press(start, ...keys).state.files["start.ts"];

  test("move with the one that is held, and are written", () => {
    expect(textOf("down")).toBe("first line\nsecond line\nthird line\n");
    expect(textOf("space", "down")).toBe("second line\nfirst line\nthird line\n");
    expect(textOf("space", "down", "down", "down", "space", "up")).toBe(
      "second line\nthird line\nfirst line\n",
    );
    expect(press(start, "space", "down").effects).toEqual([
      {
        kind: "write",
        exercise: "exercise-2",
        file: "start.ts",
        text: "second line\nfirst line\nthird line\n",
      },
    ]);
  });

  test("are to be seen, the one under the cursor at least, however many they are", () => {
    const text = Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n");
    const many = { ...start, files: { "start.ts": text } };
    for (const count of [1, 20, 39]) {
      const { state } = press(many, ...Array.from({ length: count }, () => "down"));
      const shown = viewExercises(state).body.above.map((row) => row.map((one) => one.text).join(""));
      expect(shown.some((row) => row.endsWith(`line ${count}`))).toBe(true);
    }
  });

  test("are no matter of other exercises", () => {
    expect(press(makeState(), "m").state.panel).toBe("check");
    expect(press(makeState({ current: 1 }), "m").state.panel).toBe("lines");
  });
});

test("q leaves, whatever is on the screen", () => {
  for (const panel of ["check", "hints", "list", "solution", "runs", "output", "lines"] as const) {
    expect(press(makeState({ panel }), "q").effects).toEqual([{ kind: "quit" }]);
  }
});
