import { describe, expect, test } from "vitest";
import { readinessOf, readyThreads, replay } from "../../../src/lessons/schedule/moment.ts";
import { isBroken, outcomeOf } from "../../../src/lessons/schedule/outcome.ts";
import { searchSchedules } from "../../../src/lessons/schedule/search.ts";
import { listSchedules } from "./all-schedules.ts";
import { makeProgram, type Rival, twins } from "./programs.ts";

/** Takes the steps of a schedule one after another, from the start; the last one may be refused. */
function follow(rival: Rival, choices: readonly number[]): boolean {
  const taken = rival.threads.map(() => 0);
  return choices.every((thread) => {
    const action = rival.threads[thread]?.[taken[thread] ?? 0];
    if (!action?.()) return false;
    taken[thread] = (taken[thread] ?? 0) + 1;
    return true;
  });
}

/** Every schedule that the plain functions allow, each tried from the start. */
function listByTrying(make: () => Rival, so: readonly number[] = []): (readonly number[])[] {
  const onward = make().threads.flatMap((_, thread) => {
    const choices = [...so, thread];
    return follow(make(), choices) ? listByTrying(make, choices) : [];
  });
  return onward.length > 0 ? onward : [so];
}

describe.each(twins)("$name", ({ program, rival, schedules, losing, deadlocks }) => {
  const steps = program.flat().length;
  const tried = listByTrying(rival);

  test("has the schedules that plain functions have", () => {
    expect(tried).toHaveLength(schedules);
    expect(listSchedules(program).map(String).toSorted()).toEqual(tried.map(String).toSorted());
  });

  test("loses an update in exactly those in which plain functions do", () => {
    const inTurn = rival();
    for (const thread of inTurn.threads) for (const action of thread) action();
    const lost = tried.filter((choices) => {
      const run = rival();
      follow(run, choices);
      const { shared } = replay(program, choices);
      expect(shared, String(choices)).toEqual(run.shared());
      const isWhole = choices.length === steps;
      const isLost = isWhole && JSON.stringify(run.shared()) !== JSON.stringify(inTurn.shared());
      const outcome = outcomeOf(program, replay(program, choices));
      expect(isBroken("lost-update", outcome), String(choices)).toBe(isLost);
      return isLost;
    });
    expect(lost).toHaveLength(losing);
  });

  test("ends in a deadlock in exactly those that stop before all is done", () => {
    for (const choices of tried) {
      const outcome = outcomeOf(program, replay(program, choices));
      expect(isBroken("deadlock", outcome), String(choices)).toBe(choices.length < steps);
    }
    expect(tried.filter(({ length }) => length < steps)).toHaveLength(deadlocks);
  });

  test.each([
    ["lost-update", losing],
    ["deadlock", deadlocks],
  ] as const)("its search for a %s counts what there is, and its example is one", (goal, broken) => {
    const found = searchSchedules(program, goal);
    expect(found).toMatchObject({ schedules, broken });
    expect(found.example === null).toBe(broken === 0);
    if (found.example === null) return;
    expect(tried.map(String)).toContain(String(found.example));
    expect(isBroken(goal, outcomeOf(program, replay(program, found.example)))).toBe(true);
  });
});

test("a program of twice eight steps is searched through", () => {
  const eight = (own: string) => [
    `read x into ${own}`,
    ...Array.from({ length: 6 }, () => `${own} = ${own} + 1`),
    `write ${own} to x`,
  ];
  // 16! / (8! 8!)
  expect(searchSchedules(makeProgram(eight("a"), eight("b")), "lost-update").schedules).toBe(12_870);
});

describe("what a thread waits for", () => {
  const program = makeProgram(
    ["lock A", "lock B", "unlock B", "unlock A"],
    ["lock B", "lock A", "unlock A", "unlock B"],
  );

  test("is the lock that another one holds", () => {
    const moment = replay(program, [0, 1]);
    expect(readinessOf(program, moment, 0)).toMatchObject({ kind: "waits", lock: "B", holder: 1 });
    expect(readinessOf(program, moment, 1)).toMatchObject({ kind: "waits", lock: "A", holder: 0 });
    expect(outcomeOf(program, moment)).toEqual({
      kind: "deadlock",
      stuck: [
        { thread: 0, holds: ["A"], waitsFor: "B" },
        { thread: 1, holds: ["B"], waitsFor: "A" },
      ],
    });
  });

  test("is there again as soon as it is let go of", () => {
    const moment = replay(program, [0, 0, 0]);
    expect(readyThreads(program, moment)).toEqual([0, 1]);
    expect(readinessOf(program, replay(program, [0, 0, 0, 1]), 1)).toMatchObject({
      kind: "waits",
      lock: "A",
    });
  });

  test("does not let a step be taken that has to wait, nor one after the last", () => {
    const stuck = replay(program, [0, 1]);
    expect(replay(program, [0, 1, 0, 1, 1])).toEqual(stuck);
    expect(replay(program, [0, 0, 0, 0, 0])).toEqual(replay(program, [0, 0, 0, 0]));
  });
});
