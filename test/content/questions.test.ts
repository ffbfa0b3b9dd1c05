import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../lab/support/patience.ts";
import { answerFromDraft, createDraft, editDraft } from "../../src/app/draft.ts";
import { type Graded, gradeQuestion, presentQuestion } from "../../src/lessons/questions/index.ts";
import type { Answer, Lesson, Measured, Question } from "../../src/lessons/model.ts";
import { describeAnswer } from "../../src/lessons/questions/index.ts";
import { keyOf } from "../app/support/keys.ts";
import { lessons } from "../app/support/lessons.ts";
import { conditions, measureLesson } from "./support/measurements.ts";
import { sayPlain } from "./support/texts.ts";

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

/** Every answer that can be given with the keys, but for tables, of which only equal cells are tried. */
function answersTo(question: Question, measured: Measured): Answer[] {
  const presented = presentQuestion(question, measured);
  switch (presented.kind) {
    case "one":
      return presented.options.map(({ answer }) => answer);
    case "several": {
      const subsets = 2 ** presented.options.length;
      return Array.from({ length: subsets - 1 }, (_, chosen) => ({
        kind: "options",
        indexes: presented.options.flatMap(({ index }) => (((chosen + 1) >> index) & 1 ? [index] : [])),
      }));
    }
    case "order":
      return [{ kind: "order", indexes: presented.items.map((_, index) => index) }];
    case "number":
    case "table": {
      const answers = new Map<string, Answer>();
      for (const key of ["left", "right"]) {
        let draft = createDraft(presented);
        for (let turn = 0; turn < 400; turn++) {
          const answer = answerFromDraft(draft, presented);
          if (answer !== null) answers.set(JSON.stringify(answer), equalCells(answer));
          draft = editDraft(draft, keyOf(key), presented);
        }
      }
      return [...answers.values()];
    }
  }
}

/** The first cell's value in all cells. */
function equalCells(answer: Answer): Answer {
  if (answer.kind !== "table") return answer;
  const [value = 0] = answer.cells[0] ?? [];
  return { kind: "table", cells: answer.cells.map((row) => row.map(() => value)) };
}

/** A right answer can be given; for a table, cell by cell. */
function canBeRight(grades: readonly Graded[]): boolean {
  if (grades.some(({ outcome }) => outcome === "right")) return true;
  const tables = grades.flatMap((grade) =>
    grade.outcome !== "unmeasured" && grade.cells ? [grade.cells] : [],
  );
  const [first] = tables;
  return (
    first !== undefined &&
    first.every((row, r) => row.every((_, c) => tables.some((cells) => cells[r]?.[c] === "right")))
  );
}

const unfit = /\(not measured\)|undefined|NaN|Infinity|\[object|[{}]/;

function check(lesson: Lesson, question: Question, measured: Measured): string[] {
  const problems: string[] = [];
  const grades = answersTo(question, measured).map((answer) => {
    const grade = gradeQuestion(question, answer, measured);
    const said = describeAnswer(question, answer, measured);
    if (said === "" || unfit.test(said)) problems.push(`answer in words: ${said}`);
    if (grade.outcome === "unmeasured") {
      problems.push(`not graded: ${said}`);
      return grade;
    }
    if (grade.truth === "" || unfit.test(grade.truth)) problems.push(`truth: ${grade.truth}`);
    const why = sayPlain(grade.why, measured);
    if (why.trim() === "" || unfit.test(why)) problems.push(`why of ${said}: ${why}`);
    return grade;
  });
  if (!canBeRight(grades)) problems.push("no answer is right");
  return problems.map((problem) => `${lesson.id} ${question.id}: ${problem}`);
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
