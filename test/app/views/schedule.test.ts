import "../../lab/support/patience.ts";
import { describe, expect, test } from "vitest";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import type { Display, Size } from "../../../src/app/state.ts";
import { openAt, press } from "../support/drive.ts";
import { madeSchedules } from "../support/made-schedule.ts";
import { makeState, sizes, smallest } from "../support/state.ts";
import { problemsOf, textOf } from "./judge.ts";
import { screensOfStep } from "./screens.ts";

function screenOf(step: string, keys: string, changes: { size?: Size; display?: Display } = {}): string[] {
  const start = makeState({ lessons: [madeSchedules], size: smallest, ...changes });
  const at = madeSchedules.steps.findIndex(({ id }) => id === step);
  const { state } = press(openAt(start, 0, at), ...keys);
  return viewScreen(state).body.above.map((line) => textOf(line).trimEnd());
}
const textAfter = (step: string, keys: string) => screenOf(step, keys).join("\n");

describe("a program on the screen", () => {
  test("stands in two columns, with what is shared below", () => {
    expect(screenOf("race", "121")).toEqual([
      "What race is about.",
      "",
      "▶ thread 1                              thread 2",
      "  ✓ read counter into a                 ✓ read counter into b",
      "  ✓ a = a + 1                           ● b = b + 1",
      "  ● write a to counter                    write b to counter",
      "",
      "  own: a = 1                            own: b = 0",
      "  shared: counter = 0",
      "  schedule: 1 2 1",
      "",
      "Thread 1 has computed: its a is 1. Nobody else can see that.",
      "Press 1 or 2: that thread takes its next step. Try to lose an update.",
    ]);
  });

  test("says who holds which lock, and who waits", () => {
    expect(screenOf("locks", "12")).toEqual([
      "What locks is about.",
      "",
      "  thread 1  holds A                     thread 2  holds B",
      "  ✓ lock A                              ✓ lock B",
      "  ● lock B  waits for thread 2          ● lock A  waits for thread 1",
      "    unlock B                              unlock A",
      "    unlock A                              unlock B",
      "",
      "  shared: lock A: thread 1   lock B: thread 2",
      "  schedule: 1 2",
      "",
      "Thread 1 holds A and waits for B. Thread 2 holds B and waits for A. Neither",
      "can ever go on: a deadlock. You have broken it.",
      "It has 6 schedules, all tried just now: 2 end in a deadlock.",
    ]);
  });

  test("has signs that an ASCII terminal can show", () => {
    const display = { glyphs: "ascii", reducedMotion: false, painted: true } as const;
    expect(screenOf("race", "12", { display }).slice(2, 6)).toEqual([
      "  thread 1                            > thread 2",
      "  + read counter into a                 + read counter into b",
      "  @ a = a + 1                           @ b = b + 1",
      "    write a to counter                    write b to counter",
    ]);
  });
});

describe("what is said", () => {
  test.each([
    ["race", "", "Nothing has happened yet."],
    ["race", "1", "Thread 1 has read counter: its a is 0."],
    ["race", "111", "Thread 1 has written its a: counter is 1."],
    ["race", "1112", "Thread 2 has read counter: its b is 1."],
    ["race", "1111", "Thread 1 is done. Only the other one can go on."],
    [
      "race",
      "111222",
      "Both threads are done, and all is as if one had run after the other. Not\nbroken this time.",
    ],
    [
      "race",
      "121212",
      "counter is 1. One thread after the other gives 2: an update was lost. You\nhave broken it.\nIt has 20 schedules, all tried just now: 18 lose an update.",
    ],
    [
      "race",
      "g",
      "counter is 1. One thread after the other gives 2: an update was lost.\nIt has 20 schedules, all tried just now: 18 lose an update.",
    ],
    ["safe", "1", "Thread 1 holds lock A."],
    ["safe", "11111", "Thread 1 has let go of lock A."],
    ["safe", "12", "Thread 2 cannot go on: it waits for lock A, which thread 1 holds."],
    [
      "safe",
      "1g",
      "Nothing breaks this program.\nAll 2 schedules of it were tried just now: none loses an update.",
    ],
    ["long", "1111111", "Thread 1 has added 1, in one step: x is 1."],
    [
      "locks",
      "g",
      "Neither\ncan ever go on: a deadlock.\nIt has 6 schedules, all tried just now: 2 end in a deadlock.",
    ],
  ])("of %s after %j", (step, keys, said) => {
    expect(textAfter(step, keys)).toContain(said);
  });
});

describe("every screen of a program", () => {
  const glyphSets = ["unicode", "ascii"] as const;
  test.each(madeSchedules.steps.slice(0, -1).map(({ id }, index) => [id, index] as const))(
    "%s fits",
    (_, step) => {
      const problems = sizes.flatMap((size) =>
        glyphSets.flatMap((glyphs) => {
          const display = { glyphs, reducedMotion: false, painted: true };
          const start = makeState({ lessons: [madeSchedules], size, display });
          return screensOfStep(start, 0, step).flatMap(({ name, state }) =>
            problemsOf(state).map((problem) => `${size.columns} ${glyphs}, ${name}: ${problem}`),
          );
        }),
      );
      expect(problems).toEqual([]);
    },
  );
});
