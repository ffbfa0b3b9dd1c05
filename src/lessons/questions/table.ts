import { formatMs } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { resolveFigure } from "../figures.ts";
import type { Measured, TableQuestion } from "../model.ts";
import { isInRange, isRecord } from "./answers.ts";
import { gradeEstimate, type Outcome } from "./closeness.ts";
import { type QuestionType, type TableAnswer, unmeasured } from "./question-type.ts";

/**
 * A table of estimated wall times. A cell is right within 15 % or half a step, close within a factor of 1.6.
 * The whole is right when every cell is, and close when at least half of them are right or close.
 */
export const table: QuestionType<TableQuestion, TableAnswer> = {
  present: ({ rows, columns, unit, start, step, min, max }) => ({
    kind: "table",
    rows: rows.map((row) => say.words.approaches[row]),
    columns: columns.map((column) => column.title),
    unit,
    start,
    step,
    min,
    max,
  }),
  grade(question, answer, measured) {
    const truths: number[][] = [];
    for (const row of question.rows) {
      const cells: number[] = [];
      for (const { lab } of question.columns) {
        const truth = measureCell(lab, row, measured);
        if (truth === null) return unmeasured(lab, measured);
        cells.push(truth);
      }
      truths.push(cells);
    }
    const tolerance = { share: 0.15, distance: question.step / 2, factor: 1.6 };
    const cells = truths.map((row, r) =>
      row.map((truth, c) => gradeEstimate(answer.cells[r]?.[c] ?? Number.NaN, truth, tolerance, question)),
    );
    return { outcome: gradeWhole(cells.flat()), truth: sayTable(question, truths), why: question.why, cells };
  },
  describe: (question, answer) => sayTable(question, answer.cells),
  isAnswer: (question, value): value is TableAnswer =>
    isRecord(value) &&
    value["kind"] === "table" &&
    Array.isArray(value["cells"]) &&
    value["cells"].length === question.rows.length &&
    value["cells"].every(
      (row: unknown) =>
        Array.isArray(row) &&
        row.length === question.columns.length &&
        row.every((cell) => isInRange(cell, question)),
    ),
};

function measureCell(lab: string, variant: string, measured: Measured): number | null {
  const wall = resolveFigure({ kind: "run", lab, variant, field: "wall" }, measured);
  return typeof wall === "number" ? wall : null;
}

function gradeWhole(cells: readonly Outcome[]): Outcome {
  if (cells.every((cell) => cell === "right")) return "right";
  const good = cells.filter((cell) => cell !== "wrong").length;
  return good >= cells.length / 2 ? "close" : "wrong";
}

/** `computing: sequential 801 ms, parallel 402 ms; waiting: ...` */
function sayTable(question: TableQuestion, cells: readonly (readonly number[])[]): string {
  const sayColumn = (title: string, c: number) =>
    `${title}: ${question.rows.map((row, r) => `${say.words.approaches[row]} ${formatMs(cells[r]?.[c] ?? 0)}`).join(", ")}`;
  return question.columns.map((column, c) => sayColumn(column.title, c)).join("; ");
}
