import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../lab/support/patience.ts";
import { answerFromDraft, createDraft, editDraft } from "../../src/app/draft.ts";
import { answersTo, flawsOf, numbersOf } from "../../src/lessons/check/answers.ts";
import { gradeQuestion, presentQuestion } from "../../src/lessons/questions/index.ts";
import type { Lesson, Measured, Question } from "../../src/lessons/model.ts";
import { keyOf } from "../app/support/keys.ts";
import { lessons } from "../app/support/lessons.ts";
import { conditions, measureLesson } from "./support/measurements.ts";

const questions = lessons.flatMap((lesson) =>
  lesson.steps.flatMap((step) =>
    step.kind === "predict" || step.kind === "quiz"
      ? [
          {
            name: `${lesson.id} ${step.question.id} (${step.question.kind})`,
            lesson,
            question: step.question,
          },
        ]
      : [],
  ),
);

/** The numbers that the keys come to. */
function numbersByKeys(question: Question, measured: Measured): ReadonlySet<number> {
  const presented = presentQuestion(question, measured);
  const numbers = new Set<number>();
  for (const key of ["left", "right"]) {
    let draft = createDraft(presented);
    for (let turn = 0; turn <= 400; turn++) {
      const answer = answerFromDraft(draft, presented);
      if (answer?.kind === "number") numbers.add(answer.value);
      if (answer?.kind === "table") numbers.add(answer.cells[0]?.[0] ?? Number.NaN);
      draft = editDraft(draft, keyOf(key), presented);
    }
  }
  return numbers;
}

const unfit = /\(not measured\)|undefined|NaN|Infinity|\[object|[{}]/;

function check(lesson: Lesson, question: Question, measured: Measured): string[] {
  const flaws = flawsOf(question, measured, (said) => said.trim() === "" || unfit.test(said));
  return flaws.map(({ kind, answer, said }) => `${lesson.id} ${question.id}: ${kind} ${answer}: ${said}`);
}

describe("each question, whatever was measured", () => {
  test.each(questions)("$name can be answered, and every answer is explained", ({ lesson, question }) => {
    fc.assert(
      fc.property(conditions, (made) => {
        expect(check(lesson, question, measureLesson(lesson, made))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("each question, before anything was measured", () => {
  test.each(questions)("$name can be read and answered", ({ lesson, question }) => {
    const nothing = {
      ...measureLesson(lesson, { cores: 4, slowness: [1], steady: false, tellsCores: true }),
      labs: {},
    };
    const answers = answersTo(question, nothing);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      const { outcome } = gradeQuestion(question, answer, nothing);
      const isFixed = ["choice", "choices", "order"].includes(question.kind);
      expect(outcome === "unmeasured").toBe(!isFixed);
    }
  });
});

describe("the numbers that are tried", () => {
  test.each(questions.filter(({ question: { kind } }) => kind === "estimate" || kind === "table"))(
    "of $name are those that the keys come to",
    ({ lesson, question }) => {
      const conditionsHere = { cores: 4, slowness: [1], steady: false, tellsCores: true };
      const measured = measureLesson(lesson, conditionsHere);
      const presented = presentQuestion(question, measured);
      if (presented.kind !== "number" && presented.kind !== "table") throw new Error("no numbers");
      expect(new Set(numbersOf(presented))).toEqual(numbersByKeys(question, measured));
    },
  );
});
