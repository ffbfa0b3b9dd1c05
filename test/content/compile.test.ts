import { describe, expect, test } from "vitest";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { labsOfQuestion, labsOfStep } from "../../src/lessons/references.ts";
import { lessons, problems } from "../app/support/lessons.ts";

describe("the lessons", () => {
  test("compile without problems", () => {
    expect(problems.map(formatProblem)).toEqual([]);
    expect(lessons.length).toBeGreaterThanOrEqual(5);
  });

  test("are numbered one after another, as their folders are", () => {
    expect(lessons.map(({ number }) => number)).toEqual(lessons.map((_, index) => index + 1));
    for (const { id, number } of lessons) expect(id).toMatch(new RegExp(`^0?${number}-`));
  });

  test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    "%s speaks of a lab only after it",
    (_, lesson) => {
      const run = new Set<string>();
      for (const step of lesson.steps) {
        const spoken = step.kind === "predict" ? [] : labsOfStep(step);
        expect(
          spoken.filter((lab) => !run.has(lab)),
          step.id,
        ).toEqual([]);
        if (step.kind === "lab") run.add(step.lab.id);
      }
    },
  );

  test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    "%s asks for predictions only before their lab",
    (_, lesson) => {
      const run = new Set<string>();
      for (const step of lesson.steps) {
        if (step.kind === "lab") run.add(step.lab.id);
        if (step.kind !== "predict") continue;
        expect(
          labsOfQuestion(step.question).filter((lab) => run.has(lab)),
          step.id,
        ).toEqual([]);
      }
    },
  );
});
