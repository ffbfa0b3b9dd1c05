/** The answers that somebody can give to a question, and what is said about each. */
import type { Answer, Measured, Question } from "../model.ts";
import { describeAnswer, gradeQuestion, presentQuestion } from "../questions/index.ts";
import type { Graded, Presented } from "../questions/index.ts";
import { sayPlain } from "../said.ts";

type Range = Extract<Presented, { kind: "number" | "table" }>;

/** How far from its start a number is followed, in steps: no further would anybody go with the arrow keys. */
const mostTurns = 400;

/**
 * Every answer that can be given with the keys: numbers by their steps; of tables only those with the same number in all
 * cells, and of an order only the right one.
 */
export function answersTo(question: Question, measured: Measured): Answer[] {
  const presented = presentQuestion(question, measured);
  switch (presented.kind) {
    case "one":
      return presented.options.map(({ answer }) => answer);
    case "several": {
      // Each alone, and every way to choose among the first few: what is wrong with one does not depend on the others.
      const options = presented.options.slice(0, 10);
      const subsets = Array.from({ length: 2 ** options.length - 1 }, (_, chosen) =>
        options.flatMap(({ index }) => (((chosen + 1) >> index) & 1 ? [index] : [])),
      );
      const rights = question.kind === "choices" ? question.options : [];
      const all = rights.flatMap(({ right }, index) => (right ? [index] : []));
      return [...subsets, all].map((indexes): Answer => ({ kind: "options", indexes }));
    }
    case "order":
      return [{ kind: "order", indexes: presented.items.map((_, index) => index) }];
    case "number":
      return numbersOf(presented).map((value) => ({ kind: "number", value }));
    case "table":
      return numbersOf(presented).map((value) => ({
        kind: "table",
        cells: presented.rows.map(() => presented.columns.map(() => value)),
      }));
  }
}

/** Numbers that can be come to from the start. */
export function numbersOf({ start, step, min, max }: Omit<Range, "kind" | "unit">): number[] {
  const found = new Set([start]);
  for (const direction of [-1, 1]) {
    let value = start;
    for (let turn = 0; turn < mostTurns; turn++) {
      const next = Math.min(Math.max(value + direction * step, min), max);
      // Steps such as 0.1 do not add up exactly in binary.
      value = Number(next.toFixed(6));
      found.add(value);
    }
  }
  return [...found];
}

/** A right answer can be given; for a table, cell by cell. */
export function canBeRight(grades: readonly Graded[]): boolean {
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

/** A flaw of a question after these measurements, with the answer that shows it, if it is one's own. */
export interface Flaw {
  readonly kind: "described" | "not-graded" | "truth" | "why" | "never-right";
  /** The answer in words. */
  readonly answer: string;
  /** What is said. */
  readonly said: string;
}

/**
 * What is wrong with a question after these measurements: it can be answered, and every answer is explained.
 * @param isUnfit what must not be said, of any answer, truth or explanation
 */
export function flawsOf(
  question: Question,
  measured: Measured,
  isUnfit: (said: string) => boolean = isEmpty,
): Flaw[] {
  const flaws: Flaw[] = [];
  const grades = answersTo(question, measured).map((answer) => {
    const grade = gradeQuestion(question, answer, measured);
    const described = describeAnswer(question, answer, measured);
    const tell = (kind: Flaw["kind"], said: string) => flaws.push({ kind, answer: described, said });
    if (isUnfit(described)) tell("described", described);
    if (grade.outcome === "unmeasured") {
      tell("not-graded", "");
      return grade;
    }
    if (isUnfit(grade.truth)) tell("truth", grade.truth);
    const why = sayPlain(grade.why, measured);
    if (isUnfit(why)) tell("why", why);
    return grade;
  });
  if (!canBeRight(grades)) flaws.push({ kind: "never-right", answer: "", said: "" });
  return flaws;
}

function isEmpty(said: string): boolean {
  return said.trim() === "";
}
