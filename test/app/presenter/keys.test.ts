import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { turnableKnobs } from "../../../src/app/screens/lab-screen.ts";
import { answerEverything } from "../support/answered.ts";
import { labState, lessonScreen, openAt, placeOf, press, questionState, send } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { madeSchedules } from "../support/made-schedule.ts";
import { runEveryLab } from "../support/measured.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";

const start = makeState({ presenter: true });
const measured = runEveryLab(start);

/** The lab with its run done. */
function runLab(opened: AppState, key = "right"): AppState {
  const { state, effects } = press(opened, key);
  const order = effects.find((effect) => effect.kind === "run-lab")?.order;
  if (order === undefined) throw new Error("no lab was run");
  return send(state, finishLab(order, { cores: 4 })).state;
}

describe("one of several options", () => {
  const opened = openAt(start, "01-difference", "computing-guess");

  test("is chosen by up and down, and given by right", () => {
    const { state } = press(opened, "down", "down", "up", "right");
    expect(state.progress.lessons["01-difference"]?.predictions["computing-guess"]?.answer).toEqual({
      kind: "option",
      index: 1,
    });
    expect(placeOf(state)).toBe("01-difference computing");
  });
});

describe("a number", () => {
  const opened = openAt(start, "02-sequential", "total-guess");
  const valueOf = (state: AppState) => questionState(state).draft;

  test("is turned by up and down, and given by right", () => {
    const turned = press(opened, "up", "up", "down").state;
    expect(valueOf(turned)).toEqual({ kind: "number", value: 300 });
    expect(placeOf(press(turned, "right").state)).toBe("02-sequential busy-guess");
  });

  test("is turned by h and l as ever", () => {
    expect(valueOf(press(opened, "l", "l", "h").state)).toEqual({ kind: "number", value: 300 });
  });
});

describe("a table", () => {
  const opened = openAt(start, "05-race", "race-table");
  const draftOf = (state: AppState) => {
    const { draft } = questionState(state);
    if (draft.kind !== "table") throw new Error("no table");
    return draft;
  };

  test("has its cells turned by up and down; right and left go from cell to cell", () => {
    const { cells, row, column } = draftOf(
      press(opened, "up", "right", "down", "down", "right", "left").state,
    );
    expect(cells).toEqual([
      [650, 600],
      [500, 600],
      [600, 600],
    ]);
    expect([row, column]).toEqual([1, 0]);
  });

  test("is given by right in its last cell, and left by left in its first", () => {
    const last = press(opened, ..."right ".repeat(5).trim().split(" ")).state;
    expect(placeOf(last)).toBe(placeOf(opened));
    expect(placeOf(press(last, "right").state)).toBe("05-race race-computing");
    expect(placeOf(press(opened, "left").state)).toBe("05-race the-rules");
  });
});

describe("options that are ticked", () => {
  const opened = openAt(measured, "02-sequential", "when-sequential");
  const draftOf = (state: AppState) => {
    const { draft } = questionState(state);
    if (draft.kind !== "several") throw new Error("nothing to tick");
    return draft;
  };

  test("are ticked by right, which goes on to the next; up and down pass over them", () => {
    const { cursor, chosen } = draftOf(press(opened, "right", "down", "right").state);
    expect({ cursor, chosen }).toEqual({ cursor: 3, chosen: [0, 2] });
  });

  test("are unticked by right", () => {
    expect(draftOf(press(opened, "right", "up", "right").state)).toMatchObject({ cursor: 1, chosen: [] });
  });

  test.each(["right", "space", "enter"])("are given by %s in the row below them", (key) => {
    const below = press(opened, "right", "down", "down", "down", "down", "down").state;
    expect(draftOf(below).cursor).toBe(4);
    expect(questionState(press(below, key).state).answer).toEqual({ kind: "options", indexes: [0] });
  });

  test("cannot be given with none ticked, and that is said", () => {
    const asked = press(opened, "down", "down", "down", "down", "right").state;
    expect(questionState(asked)).toMatchObject({ answer: null, askedToTick: true });
  });

  test("are not changed by h and l in the row below them", () => {
    const below = press(opened, "right", "down", "down", "down").state;
    expect(press(below, "h", "l").state).toEqual(below);
  });
});

describe("items in order", () => {
  const opened = openAt(measured, "03-concurrent", "turn-order");
  const draftOf = (state: AppState) => {
    const { draft } = questionState(state);
    if (draft.kind !== "order") throw new Error("nothing to put in order");
    return draft;
  };
  const { order } = draftOf(opened);
  const [first = 0, second = 0, third = 0, ...others] = order;

  test("are taken by right, moved by up and down, and let go by right", () => {
    const moved = draftOf(press(opened, "right", "down", "down", "right").state);
    expect(moved).toMatchObject({ held: false, cursor: 3, order: [second, third, first, ...others] });
  });

  test("are let go by left where they are; left once more goes back", () => {
    const letGo = press(opened, "right", "left").state;
    expect(draftOf(letGo)).toMatchObject({ held: false, cursor: 0, order });
    expect(placeOf(press(letGo, "left").state)).toBe("03-concurrent mails-threads");
  });

  test("are given by right in the row below them", () => {
    const below = press(opened, ...order.map(() => "down")).state;
    expect(questionState(press(below, "right").state).answer).toEqual({ kind: "order", indexes: order });
  });
});

describe("a lab", () => {
  const opened = openAt(start, "02-sequential", "mails");

  test("is run by right, and left by right when it is done", () => {
    const done = runLab(opened);
    expect(labState(done).run.kind).toBe("done");
    expect(placeOf(press(done, "right").state)).toBe("02-sequential an-empty-lane");
  });

  test("is not disturbed by right and left while it runs", () => {
    const running = press(opened, "right").state;
    expect(press(running, "right", "left", "pagedown", "pageup")).toEqual({ state: running, effects: [] });
  });

  test("has the knob with the cursor turned by up and down; j and k choose the knob", () => {
    const { knobs } = labState(opened);
    expect(labState(press(opened, "up").state).knobs).toEqual({ ...knobs, tasks: 6 });
    expect(labState(press(opened, "down").state).knobs).toEqual({ ...knobs, tasks: 4 });
    expect(labState(press(opened, "j", "up").state).knobs).toEqual({ ...knobs, "task-ms": 250 });
  });

  test("is run again by right after a knob was turned, and not otherwise", () => {
    const turned = press(runLab(opened), "down").state;
    const again = runLab(turned);
    expect(labState(again).knobs.tasks).toBe(4);
    expect(placeOf(press(again, "right").state)).toBe("02-sequential an-empty-lane");
  });

  test.each(["lab-failed", "lab-aborted"] as const)(
    "is left by right after %s, and run again by r",
    (type) => {
      const running = press(opened, "right").state;
      const { state } = send(running, type === "lab-failed" ? { type, reason: "no room" } : { type });
      expect(placeOf(press(state, "right").state)).toBe("02-sequential an-empty-lane");
      expect(labState(press(state, "r").state).run.kind).toBe("running");
    },
  );

  test("keeps what h and l do with its picture", () => {
    const done = runLab(openAt(start, "01-difference", "computing"));
    expect(labState(press(done, "h").state).shown).not.toBe(labState(done).shown);
    expect(placeOf(press(done, "h", "l").state)).toBe("01-difference computing");
  });

  test("without knobs is none that up and down could turn", () => {
    const { lesson, step } = everyLab().find(({ step }) => turnableKnobs(step.lab).length === 0) ?? {};
    if (lesson === undefined || step === undefined) throw new Error("every lab has knobs");
    const state = openAt(start, lesson.id, step.id);
    expect(labState(press(state, "up").state).knobs).toEqual(labState(state).knobs);
  });
});

describe("a program to be broken", () => {
  const open = (id: string) =>
    openAt(
      makeState({ presenter: true, lessons: [madeSchedules] }),
      0,
      madeSchedules.steps.findIndex((step) => step.id === id),
    );
  const ownOf = (state: AppState) => {
    const own = lessonScreen(state).state;
    if (own.kind !== "schedule") throw new Error("no schedule");
    return own;
  };

  test("has a thread chosen by up and down, and let go by right; left takes a step back", () => {
    const state = press(open("race"), "right", "down", "right", "up", "right").state;
    expect(ownOf(state).choices).toEqual([0, 1, 0]);
    expect(ownOf(press(state, "left").state).choices).toEqual([0, 1]);
  });

  test("says first that a thread waits, and lets the other one go when it is asked again", () => {
    const refused = press(open("safe"), "right", "down", "right").state;
    expect(ownOf(refused)).toMatchObject({ choices: [0], refused: 1 });
    expect(ownOf(press(refused, "right").state).choices).toEqual([0, 0]);
  });

  test("shows how it breaks when it held, and goes on", () => {
    const held = press(open("race"), ..."right ".repeat(6).trim().split(" ")).state;
    expect(ownOf(held)).toMatchObject({ choices: [0, 0, 0, 1, 1, 1], givenUp: false });
    const shown = press(held, "right").state;
    expect(ownOf(shown).givenUp).toBe(true);
    expect(placeOf(press(shown, "right").state)).toBe("91-made locks");
  });
});

describe("a presenter", () => {
  test("is asked nothing of earlier lessons", () => {
    const lastYear = answerEverything(measured, "2024-01-01T00:00:00.000Z");
    const { state } = send(lastYear, { type: "open-lesson", lesson: 4, at: "2025-01-01T00:00:00.000Z" });
    expect(placeOf(state)).toBe("05-race the-rules");
    const learner = { ...lastYear, presenter: false };
    const asked = send(learner, { type: "open-lesson", lesson: 4, at: "2025-01-01T00:00:00.000Z" });
    expect(placeOf(asked.state)).toMatch(/^before 05-race/);
  });

  test("scrolls up with left before it goes back", () => {
    const small = makeState({ presenter: true, size: { columns: 80, rows: 24 } });
    const read = press(openAt(small, 0, 0), "right").state;
    expect(lessonScreen(read)).toMatchObject({ step: 0 });
    expect(lessonScreen(read).scroll).toBeGreaterThan(0);
    expect(lessonScreen(press(read, "left").state)).toMatchObject({ step: 0, scroll: 0 });
  });

  test("closes the help with right, and goes nowhere", () => {
    const opened = openAt(start, 0, 0);
    expect(press(opened, "?", "right").state).toEqual(opened);
  });

  test("has enter as everybody has it", () => {
    for (const [lesson, step] of [
      ["02-sequential", "total-guess"],
      ["02-sequential", "mails"],
      ["02-sequential", "sums-busy"],
      ["05-race", "race-table"],
      ["12-when-tasks-share", "lose-an-update"],
    ] as const) {
      const opened = openAt(measured, lesson, step);
      const learner = press({ ...opened, presenter: false }, "enter").state;
      const presenter = press(opened, "enter").state;
      expect(placeOf(presenter)).toBe(placeOf(learner));
      expect({ ...lessonScreen(presenter), scroll: 0 }).toEqual({ ...lessonScreen(learner), scroll: 0 });
    }
  });
});
