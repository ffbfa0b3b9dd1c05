import { describe, expect, test } from "vitest";
import type { Action } from "../../../src/app/actions.ts";
import type { AppState, ReviewScreen } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { layOutKeys } from "../../../src/app/views/keys-view.ts";
import type { Answer } from "../../../src/lessons/model.ts";
import { applyChange, type Outcome } from "../../../src/progress/document.ts";
import { answerEverything } from "../support/answered.ts";
import { effectKinds, openAt, placeOf, send } from "../support/drive.ts";
import { keyOf } from "../support/keys.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { lessonIndex, lessons } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeState, sizes } from "../support/state.ts";
import { problemsOf, textOf } from "../views/judge.ts";

const monday = "2025-03-03T10:00:00.000Z";
const mondayLater = "2025-03-03T11:00:00.000Z";
const tuesday = "2025-03-04T10:00:00.000Z";
const nextWeek = "2025-03-10T10:00:00.000Z";
const keysAt = (at: string, ...names: readonly string[]): Action[] =>
  names.map((name) => ({ type: "key", key: keyOf(name), at }));
const open = (lesson: string, at: string): Action => ({
  type: "open-lesson",
  lesson: lessonIndex(lesson),
  at,
});

/** A quiz that is the same on every machine. */
const sequential = { lesson: "02-sequential", question: "when-sequential" };
const measured = runEveryLab(makeState());

function answered(
  state: AppState,
  { lesson, question }: typeof sequential,
  outcome: Outcome,
  at: string,
  answer: Answer = { kind: "option", index: 0 },
): AppState {
  const change = { kind: "answered", lesson, question, answer, outcome, at } as const;
  return { ...state, progress: applyChange(state.progress, change) };
}

/** Wrong on Monday: one of lesson 2. */
const wrongOnMonday = answered(measured, sequential, "wrong", monday, { kind: "options", indexes: [2] });

function reviewOf(state: AppState): ReviewScreen {
  if (state.screen.kind !== "review") throw new Error(`${state.screen.kind} is on the screen`);
  return state.screen;
}

describe("before a lesson begins", () => {
  test("comes what was wrong on an earlier day, with nothing moved", () => {
    const { state, effects } = send(wrongOnMonday, open("04-parallel", tuesday));
    expect(placeOf(state)).toBe("before 04-parallel: 02-sequential when-sequential");
    expect(effects).toEqual([]);
    expect(state.progress).toBe(wrongOnMonday.progress);
  });

  test("comes what was known when it was not seen for days", () => {
    const known = answered(measured, sequential, "right", monday, { kind: "options", indexes: [0] });
    expect(placeOf(send(known, open("04-parallel", tuesday)).state)).toMatch(/^04-parallel /);
    expect(placeOf(send(known, open("04-parallel", nextWeek)).state)).toMatch(/^before 04-parallel: /);
  });

  test.each([
    ["on the same day", wrongOnMonday, "04-parallel", mondayLater],
    ["when the question is of a later lesson", wrongOnMonday, "01-difference", nextWeek],
    ["when the question is of this lesson", wrongOnMonday, "02-sequential", nextWeek],
    ["when nothing was answered", measured, "04-parallel", nextWeek],
  ])("comes nothing %s", (_, state, lesson, at) => {
    const opened = send(state, open(lesson, at));
    expect(placeOf(opened.state)).toBe(`${lesson} ${lessons[lessonIndex(lesson)]?.steps[0]?.id ?? "?"}`);
    expect(effectKinds(opened.effects)).toEqual(["forget-traces", "save moved"]);
  });

  test("comes nothing when the lesson was left in the middle", () => {
    const change = { kind: "moved", lesson: "04-parallel", step: "tiny" } as const;
    const left = { ...wrongOnMonday, progress: applyChange(wrongOnMonday.progress, change) };
    expect(placeOf(send(left, open("04-parallel", nextWeek)).state)).toBe("04-parallel tiny");
  });

  test("comes nothing that a run would have to decide", () => {
    const fastest = { lesson: "01-difference", question: "waiting-fastest" };
    const answer: Answer = { kind: "variant", id: "sequential" };
    const never = answered(makeState(), fastest, "wrong", monday, answer);
    expect(placeOf(send(never, open("04-parallel", tuesday)).state)).toMatch(/^04-parallel /);
    const run = answered(measured, fastest, "wrong", monday, answer);
    expect(placeOf(send(run, open("04-parallel", tuesday)).state)).toMatch(/^before 04-parallel: /);
  });

  test("comes nothing whose stored answer is none any more", () => {
    const gone = answered(measured, sequential, "wrong", monday, { kind: "options", indexes: [99] });
    expect(placeOf(send(gone, open("04-parallel", tuesday)).state)).toMatch(/^04-parallel /);
  });

  test("comes a prediction that its measurement showed to be wrong", () => {
    const change = {
      kind: "predicted",
      lesson: "03-concurrent",
      question: "many-guess",
      answer: { kind: "number", value: 20_000 },
      at: monday,
    } as const;
    const state = { ...measured, progress: applyChange(measured.progress, change) };
    const asked = send(state, open("04-parallel", tuesday)).state;
    expect(placeOf(asked)).toBe("before 04-parallel: 03-concurrent many-guess");
    // Down to half a second, which is right: on the next day it is settled.
    const right = send(asked, ...keysAt(tuesday, ...Array.from({ length: 18 }, () => "left"), "enter"));
    const stored = right.state.progress.lessons["03-concurrent"];
    expect(stored?.answers["many-guess"]).toMatchObject({ outcome: "right", at: tuesday });
    expect(stored?.predictions["many-guess"]?.at).toBe(monday);
    const wednesday = "2025-03-05T10:00:00.000Z";
    expect(placeOf(send(right.state, open("05-race", wednesday)).state)).toMatch(/^05-race /);
  });

  test("come two questions at most, then the lesson", () => {
    const all = answerEverything(measured, monday);
    const { state } = send(all, open("05-race", nextWeek));
    expect(reviewOf(state).questions).toHaveLength(2);
    const through = send(state, ...keysAt(nextWeek, "n", "n"));
    expect(placeOf(through.state)).toMatch(/^05-race the-rules$/);
    expect(effectKinds(through.effects)).toEqual(["forget-traces", "save moved"]);
  });

  test("come questions after the end of the lesson before, too, and from the list", () => {
    const end = openAt(wrongOnMonday, "03-concurrent", lessons[2]?.steps.length ?? 0);
    const asked = "before 04-parallel: 02-sequential when-sequential";
    const large = { ...end, size: { columns: 160, rows: 200 } };
    expect(placeOf(send(large, ...keysAt(tuesday, "enter")).state)).toBe(asked);
    const home: AppState = { ...wrongOnMonday, screen: { kind: "home", selected: 3 } };
    expect(placeOf(send(home, ...keysAt(tuesday, "enter")).state)).toBe(asked);
  });
});

describe("an answer to a question of an earlier lesson", () => {
  const asked = send(wrongOnMonday, open("04-parallel", tuesday)).state;
  const given = send(asked, ...keysAt(tuesday, "space", "enter"));

  test("is recorded under the lesson that it comes from, and moves nobody", () => {
    expect(given.effects).toHaveLength(1);
    expect(given.effects[0]).toMatchObject({
      kind: "save",
      change: { kind: "answered", ...sequential, at: tuesday },
    });
    const before = wrongOnMonday.progress.lessons["02-sequential"];
    const after = given.state.progress.lessons["02-sequential"];
    expect(after).toEqual({ ...before, answers: after?.answers });
    expect(after?.answers["when-sequential"]).toMatchObject({
      tries: 2,
      first: "wrong",
      firstAt: monday,
      at: tuesday,
    });
    expect(given.state.progress.lessons["04-parallel"]).toEqual(
      wrongOnMonday.progress.lessons["04-parallel"],
    );
  });

  test("stands with what is said of it until the learner goes on to the lesson", () => {
    const rows = viewScreen(given.state).body.above.map(textOf).join("\n");
    expect(rows).toMatch(/right|wrong/);
    const on = send(given.state, ...keysAt(tuesday, "enter"));
    expect(placeOf(on.state)).toBe("04-parallel more-cooks-more-stoves");
    expect(effectKinds(on.effects)).toEqual(["forget-traces", "save moved"]);
  });

  test("is not asked for again on the same day", () => {
    const home = send(given.state, ...keysAt(tuesday, "escape", "enter")).state;
    expect(placeOf(home)).toMatch(/^04-parallel /);
  });
});

describe("a question that is passed", () => {
  const asked = send(wrongOnMonday, open("04-parallel", tuesday)).state;

  test("leaves no trace in the progress, and the lesson begins", () => {
    const passed = send(asked, ...keysAt(tuesday, "n"));
    expect(placeOf(passed.state)).toBe("04-parallel more-cooks-more-stoves");
    expect(passed.state.progress.lessons["02-sequential"]).toBe(
      wrongOnMonday.progress.lessons["02-sequential"],
    );
  });

  test("does not come again as long as the program runs, but the next time", () => {
    const passed = send(asked, ...keysAt(tuesday, "n"), open("05-race", tuesday)).state;
    expect(placeOf(passed)).toMatch(/^05-race /);
    const again = { ...passed, passed: [] };
    expect(placeOf(send(again, open("05-race", tuesday)).state)).toMatch(/^before 05-race/);
  });

  test("comes again when the learner only left it", () => {
    const left = send(asked, ...keysAt(tuesday, "escape"));
    expect(left.state.screen).toEqual({ kind: "home", selected: lessonIndex("04-parallel") });
    expect(placeOf(send(left.state, ...keysAt(tuesday, "enter")).state)).toBe(placeOf(asked));
  });
});

describe("each key on a question of an earlier lesson, the second option looked at", () => {
  const asked = send(wrongOnMonday, open("04-parallel", tuesday), ...keysAt(tuesday, "down")).state;
  const on = "to 04-parallel more-cooks-more-stoves, asks for forget-traces + save moved";
  testEveryKey(asked, {
    ...everywhere,
    up: "draft.cursor 1→0",
    k: "draft.cursor 1→0",
    home: "draft.cursor 1→0",
    "1": "draft.cursor 1→0",
    down: "draft.cursor 1→2",
    j: "draft.cursor 1→2",
    end: "draft.cursor 1→3",
    space: "draft.chosen []→[1]",
    right: "draft.chosen []→[1]",
    l: "draft.chosen []→[1]",
    enter: "askedToTick false→true",
    n: on,
    escape: "to home 3, asks for forget-traces",
  });
});

describe("the screen of a question of an earlier lesson", () => {
  const all = answerEverything(measured, monday);
  const lesson = "05-race";

  test("says what it is, where it comes from, and how many there are", () => {
    const view = viewScreen(send(wrongOnMonday, open("04-parallel", tuesday)).state);
    expect(textOf(view.title)).toBe("Before lesson 4: Parallel: truly at the same time");
    expect(textOf(view.position)).toBe("question 1 of 1");
    expect(textOf(view.body.above[0] ?? [])).toContain("from lesson 2");
    const display = { glyphs: "unicode", reducedMotion: false, painted: true } as const;
    expect(textOf(layOutKeys(view.keys, 98, display))).toContain("n pass");
  });

  /** Every question of lessons 1 to 4 as it is asked again, and answered. */
  test.each(sizes)("is whole for every question at $columns x $rows", (size) => {
    for (const glyphs of ["unicode", "ascii"] as const) {
      const display = { glyphs, reducedMotion: false, painted: true };
      const upTo = lessonIndex(lesson);
      const questions = lessons
        .slice(0, upTo)
        .flatMap(({ steps }, from) =>
          steps.flatMap(({ kind }, step) =>
            kind === "predict" || kind === "quiz" ? [{ lesson: from, step }] : [],
          ),
        );
      let state = send({ ...all, size, display }, open(lesson, nextWeek)).state;
      state = { ...state, screen: { ...reviewOf(state), questions } };
      for (const _ of questions) {
        expect(problemsOf(state)).toEqual([]);
        const answer = send(state, ...keysAt(nextWeek, "space", "enter")).state;
        expect(reviewOf(answer).state.answer).not.toBeNull();
        expect(problemsOf(answer)).toEqual([]);
        state = send(answer, ...keysAt(nextWeek, "enter")).state;
        if (state.screen.kind !== "review") break;
      }
      expect(state.screen.kind).toBe("lesson");
    }
  });
});
