import { resolveFigure } from "../../lessons/figures.ts";
import type { Answer, Grade, Measured, Question, TableQuestion } from "../../lessons/model.ts";
import { describeAnswer, gradeQuestion } from "../../lessons/questions/index.ts";
import { formatMs } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { type Line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutParts } from "./fixed-answer-view.ts";
import { markOf, outcomeSpan, toneOfOutcome, wordOfOutcome } from "./marks.ts";

/**
 * What somebody said beside what was measured: `You predicted: 600 ms  ✗ wrong: sequential took 1.01 s`.
 * @returns no lines while it has not been measured
 */
export function layOutComparison(
  lead: string,
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
  const parts = layOutParts(question, answer, measured, width - 2, display);
  if (parts !== null) {
    const verdict: Line = [span(`${lead}: `, "dim"), outcomeSpan(grade.outcome, display)];
    return grade.outcome === "right" ? [verdict] : [verdict, ...parts];
  }
  return wrapSpans(
    [
      span(`${lead}: `, "dim"),
      span(describeAnswer(question, answer, measured), "strong"),
      span("  "),
      ...layOutOutcome(question, grade, display),
    ],
    width,
    2,
  );
}

/**
 * What there is to say of an answer that was measured.
 * @returns no lines while it has not been measured
 */
export function layOutReason(question: Question, answer: Answer, measured: Measured, width: number): Line[] {
  const grade = gradeQuestion(question, answer, measured);
  if (grade.outcome === "unmeasured") return [];
  const indent = span("  ");
  const rows = layOutBlocks([{ kind: "finding", said: grade.why }], measured, width - 2);
  return rows.map((row) => (row.length === 0 ? row : [indent, ...row]));
}

/** The outcome and what was measured; where nothing is measured, what would have been right. */
export function layOutOutcome(
  question: Question,
  { outcome, truth }: Pick<Grade, "outcome" | "truth">,
  display: Display,
): Line {
  const hasParts = question.kind === "choices" || question.kind === "order";
  if (!hasParts && question.kind !== "choice") return [outcomeSpan(outcome, display), span(`: ${truth}`)];
  // Where an answer has parts, each is marked.
  if (outcome === "right" || hasParts) return [outcomeSpan(outcome, display)];
  return [outcomeSpan(outcome, display), span(say.question.rightIs(truth))];
}

/** Cell by cell: what was predicted, an arrow, what was measured, and how close that is. */
function layOutTableCells(
  question: TableQuestion,
  predicted: readonly (readonly number[])[],
  outcomes: readonly (readonly ("right" | "close" | "wrong")[])[],
  measured: Measured,
  display: Display,
): Line[] {
  const label = Math.max(11, ...question.rows.map((row) => say.words.approaches[row].length + 1));
  const column = 32;
  const arrow = display.glyphs === "ascii" ? "->" : "→";
  const header: Line = [
    span(" ".repeat(label)),
    ...question.columns.map(({ title }, index) =>
      span(index === question.columns.length - 1 ? title : title.padEnd(column), "strong"),
    ),
  ];
  const heading: Line = [span(say.question.predictedAndMeasured(arrow), "dim")];
  const rows = question.rows.map((variant, row): Line => [
    span(say.words.approaches[variant].padEnd(label)),
    ...question.columns.flatMap(({ lab }, index): Line => {
      const wall = resolveFigure({ kind: "run", lab, variant, field: "wall" }, measured);
      const isLast = index === question.columns.length - 1;
      const outcome = outcomes[row]?.[index] ?? "wrong";
      const times = `${formatMs(predicted[row]?.[index] ?? 0)} ${arrow} ${typeof wall === "number" ? formatMs(wall) : "?"}`;
      const mark = `${markOf(outcome, display)} ${wordOfOutcome(outcome)}`;
      return [
        span(`${times} `),
        span(isLast ? mark : mark.padEnd(column - times.length - 1), toneOfOutcome[outcome]),
      ];
    }),
  ]);
  return [heading, header, ...rows];
}
