import { describe, expect, test } from "vitest";
import { isBroken, outcomeOf } from "../../src/lessons/schedule/outcome.ts";
import { replay } from "../../src/lessons/schedule/moment.ts";
import { searchSchedules } from "../../src/lessons/schedule/search.ts";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import { openAt } from "../app/support/drive.ts";
import { lessons } from "../app/support/lessons.ts";
import { makeState, smallest } from "../app/support/state.ts";
import { textOf } from "../app/views/judge.ts";
import { listSchedules } from "../lessons/schedule/all-schedules.ts";
import { blocksToText } from "./support/texts.ts";
import { measureLesson } from "./support/measurements.ts";

const schedules = lessons.flatMap((lesson, lessonAt) =>
  lesson.steps.flatMap((step, stepAt) =>
    step.kind === "schedule" ? [{ name: `${lesson.id} ${step.id}`, lesson, lessonAt, step, stepAt }] : [],
  ),
);

/** What is to be found, worked out by hand: all schedules, and those that reach the goal. */
const byHand: Readonly<Record<string, readonly [all: number, broken: number]>> = {
  // 6! / (3! 3!), of which two are one thread after the other.
  "12-when-tasks-share lose-an-update": [20, 18],
  // Only one after the other is left.
  "12-when-tasks-share with-a-lock": [2, 0],
  // Both take their first lock, in either order: stuck. Else one has both, and the other begins before or after the
  // last unlock.
  "12-when-tasks-share deadlock-game": [6, 2],
  "12-when-tasks-share same-order-game": [2, 0],
};

describe.each(schedules)("$name", ({ name, step, lesson, lessonAt, stepAt }) => {
  const { program, goal } = step.schedule;
  const tried = listSchedules(program);
  const broken = tried.filter((choices) => isBroken(goal, outcomeOf(program, replay(program, choices))));

  test("breaks in as many of its schedules as one finds by hand", () => {
    expect([tried.length, broken.length]).toEqual(byHand[name]);
    expect(new Set(tried.map(String)).size).toBe(tried.length);
  });

  test("is searched with the result of trying each of them", () => {
    const found = searchSchedules(program, goal);
    expect([found.schedules, found.broken]).toEqual([tried.length, broken.length]);
    if (broken.length > 0) expect(broken.map(String)).toContain(String(found.example));
  });

  test("breaks nowhere else than where it has to", () => {
    for (const choices of tried) {
      const { kind } = outcomeOf(program, replay(program, choices));
      // A thread by itself, and then the other, is always right.
      const inTurn = choices.every((thread, at) => at === 0 || thread >= (choices[at - 1] ?? 0));
      const inTurnBack = choices.every((thread, at) => at === 0 || thread <= (choices[at - 1] ?? 0));
      const isWhole = choices.length === program.flat().length;
      if (isWhole && (inTurn || inTurnBack))
        expect(isBroken(goal, outcomeOf(program, replay(program, choices)))).toBe(false);
      expect(kind === "deadlock").toBe(!isWhole);
    }
  });

  test("has its text on the smallest screen, above the program", () => {
    const state = openAt(makeState({ size: smallest }), lessonAt, stepAt);
    const shown = viewScreen(state).body.above.map(textOf).join(" ").replaceAll(/\s+/g, " ");
    const measured = measureLesson(lesson, { cores: 4, slowness: [1], steady: true, tellsCores: true });
    expect(shown).toContain(blocksToText(step.body, measured).replaceAll(/\s+/g, " ").trim());
  });
});

test("what lesson 12 says of its games is so", () => {
  const lesson = lessons.find(({ id }) => id === "12-when-tasks-share");
  if (lesson === undefined) throw new Error("no lesson 12");
  const measured = measureLesson(lesson, { cores: 4, slowness: [1], steady: true, tellsCores: true });
  const text = lesson.steps.map(({ body }) => blocksToText(body, measured)).join(" ");
  const [all, losing] = byHand["12-when-tasks-share lose-an-update"] ?? [];
  expect(text).toContain(
    `There are ${all} schedules, and ${losing} of them lose an addition. Only two are right`,
  );
  expect(text).toContain(`Of the ${all} schedules the lock has left two`);
});

test("every program of the lessons is worked out by hand", () => {
  expect(schedules.map(({ name }) => name).toSorted()).toEqual(Object.keys(byHand).toSorted());
});
