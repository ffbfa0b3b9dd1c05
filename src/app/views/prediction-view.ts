import { resolveFigure } from "../../lessons/figures.ts";
import type { Answer, Measured, Question, TableQuestion } from "../../lessons/model.ts";
import { describeAnswer, gradeQuestion } from "../../lessons/questions/index.ts";
import { formatMs } from "../../text/format.ts";
import type { Display } from "../state.ts";
import { type Line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { markOf, outcomeSpan, toneOfOutcome } from "./marks.ts";

/**
 * What somebody said beside what was measured: `You predicted: 600 ms  ✗ wrong: sequential took 1.01 s`.
 * @returns no lines while it has not been measured
 */
export function layOutComparison(
  lead: "You predicted" | "You answered",
  question: Question,
  answer: Answer,
  measured: Measured,
  options: { readonly width: number; readonly display: Display },
): Line[] {
  const { width, display } = options;
  const grade = gradeQuestion(question, answer, measured);
  if (grade.outcome === "unmeasured") return [];
  if (question.kind === "table" && answer.kind === "table" && grade.cells !== undefined) {
    return layOutTableCells(question, answer.cells, grade.cells, measured, display);
  }
  return wrapSpans(
    [
      span(`${lead}: `, "dim"),
      span(describeAnswer(question, answer, measured), "strong"),
      span("  "),
      outcomeSpan(grade.outcome, display),
      span(`: ${grade.truth}`),
    ],
    width,
    2,
  );
}

/** Cell by cell: what was predicted, an arrow, what was measured, and how close that is. */
function layOutTableCells(
  question: TableQuestion,
  predicted: readonly (readonly number[])[],
  outcomes: readonly (readonly ("right" | "close" | "wrong")[])[],
  measured: Measured,
  display: Display,
): Line[] {
  const label = 12;
  const column = 32;
  const arrow = display.glyphs === "ascii" ? "->" : "→";
  const header: Line = [
    span(" ".repeat(label)),
    ...question.columns.map(({ title }) => span(title.padEnd(column), "strong")),
  ];
  const rows = question.rows.map((variant, row): Line => [
    span(variant.padEnd(label)),
    ...question.columns.flatMap(({ lab }, index): Line => {
      const wall = resolveFigure({ kind: "run", lab, variant, field: "wall" }, measured);
      const outcome = outcomes[row]?.[index] ?? "wrong";
      const times = `${formatMs(predicted[row]?.[index] ?? 0)} ${arrow} ${typeof wall === "number" ? formatMs(wall) : "?"}`;
      const mark = `${markOf(outcome, display)} ${outcome}`;
      return [span(`${times}  `), span(mark.padEnd(column - times.length - 2), toneOfOutcome[outcome])];
    }),
  ]);
  return [header, ...rows];
}
