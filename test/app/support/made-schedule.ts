/** A lesson of programs to be broken: two that can be, and one that cannot. */
import type { Lesson, Step } from "../../../src/lessons/model.ts";
import type { ScheduleGoal } from "../../../src/lessons/schedule/program.ts";
import { makeProgram } from "../../lessons/schedule/programs.ts";
import { freezeDeep } from "./freeze.ts";
import { plain } from "./made-lesson.ts";

function makeStep(id: string, goal: ScheduleGoal, ...threads: readonly (readonly string[])[]): Step {
  return {
    id,
    title: `Break ${id}`,
    kind: "schedule",
    body: [{ kind: "paragraph", text: plain(`What ${id} is about.`) }],
    schedule: { id, goal, program: makeProgram(...threads) },
  };
}

export const madeSchedules: Lesson = freezeDeep({
  id: "91-made",
  number: 91,
  title: "Schedules",
  summary: "For tests.",
  minutes: 1,
  language: "en",
  code: {},
  steps: [
    makeStep(
      "race",
      "lost-update",
      ["read counter into a", "a = a + 1", "write a to counter"],
      ["read counter into b", "b = b + 1", "write b to counter"],
    ),
    makeStep(
      "locks",
      "deadlock",
      ["lock A", "lock B", "unlock B", "unlock A"],
      ["lock B", "lock A", "unlock A", "unlock B"],
    ),
    makeStep(
      "safe",
      "lost-update",
      ["lock A", "read counter into a", "a = a + 1", "write a to counter", "unlock A"],
      ["lock A", "read counter into b", "b = b + 1", "write b to counter", "unlock A"],
    ),
    // As long as a program may be.
    makeStep(
      "long",
      "lost-update",
      [
        "lock A",
        "read counter into a",
        "a = a + 1",
        "write a to counter",
        "unlock A",
        "lock B",
        "add 1 to x",
        "unlock B",
      ],
      [
        "lock B",
        "lock A",
        "read counter into b",
        "b = b + 1",
        "write b to counter",
        "unlock A",
        "add 1 to x",
        "unlock B",
      ],
    ),
    { id: "text", title: "Text", kind: "read", body: [] },
  ],
});
