import { gradeQuestion, presentQuestion, type Presented } from "../../lessons/questions/index.ts";
import type { Answer, Measured, Question } from "../../lessons/model.ts";
import { formatCount, formatMs, formatPercent } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { AppState, Display, Draft, QuestionState } from "../state.ts";
import { layOutBlocks, richToSpans } from "../text/blocks.ts";
import { emptyLine, type Line, line, span, type Tone } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutParts } from "./fixed-answer-view.ts";
import { markOf, toneOfOutcome, wordOfOutcome } from "./marks.ts";
import { layOutOutcome } from "./prediction-view.ts";

export interface QuestionLines {
  readonly lines: readonly Line[];
  /** The line that has to be on the screen: the option under the cursor, or where what is said about the answer begins. */
  readonly focus: number;
}

/** A question with the draft of its answer, or with the answer and what is said about it. */
export function layOutQuestion(
  state: AppState,
  question: Question,
  own: QuestionState,
  measured: Measured,
  width: number,
): QuestionLines {
  const presented = presentQuestion(question, measured);
  const lines: Line[] = [...wrapSpans(richToSpans(question.ask, measured, "strong"), width), emptyLine];
  const parts =
    own.answer === null ? null : layOutParts(question, own.answer, measured, width, state.display);
  if (own.answer !== null && parts !== null) {
    const feedback = layOutFeedback(state, question, own.answer, measured, width);
    return { lines: [...lines, ...parts, emptyLine, ...feedback], focus: lines.length };
  }
  const options = layOutDraft(presented, own.draft, measured, width, {
    display: state.display,
    open: own.answer === null,
    presenter: state.presenter,
    cells: own.answer === null ? undefined : cellsOf(question, own.answer, measured),
  });
  const focus = lines.length + options.focus;
  lines.push(...options.lines);
  if (own.answer === null) {
    const tickOne = state.presenter ? say.question.tickOneByRight : say.question.tickOne;
    if (own.askedToTick) lines.push(emptyLine, line(tickOne, "warning"));
    return { lines, focus: own.askedToTick ? lines.length - 1 : focus };
  }
  const feedback = layOutFeedback(state, question, own.answer, measured, width);
  return { lines: [...lines, emptyLine, ...feedback], focus: lines.length + 1 };
}

type Cells = readonly (readonly ("right" | "close" | "wrong")[])[] | undefined;

function cellsOf(question: Question, answer: Answer, measured: Measured): Cells {
  const graded = gradeQuestion(question, answer, measured);
  return graded.outcome === "unmeasured" ? undefined : graded.cells;
}

interface DraftOptions {
  readonly display: Display;
  /** Whether it can still be changed. */
  readonly open: boolean;
  /** The last row gives the answer, where Right has something to do in the others. */
  readonly presenter: boolean;
  readonly cells: Cells;
}

function layOutDraft(
  presented: Presented,
  draft: Draft,
  measured: Measured,
  width: number,
  options: DraftOptions,
): QuestionLines {
  const { display, open } = options;
  const cursor = (here: boolean) => span(here && open ? `${markOf("cursor", display)} ` : "  ", "selected");
  const rows: Line[] = [];
  let focus = 0;
  const push = (here: boolean, prefix: string, label: Line) => {
    const lead = [cursor(here), span(prefix, "dim")];
    const tone: Tone = here ? "selected" : "plain";
    const toned = label.map((piece) => (piece.tone === "plain" ? span(piece.text, tone) : piece));
    const wrapped = wrapSpans(toned, width - 2 - prefix.length);
    const indent = span(" ".repeat(2 + prefix.length));
    if (here) focus = rows.length;
    rows.push(...wrapped.map((row, index) => (index === 0 ? [...lead, ...row] : [indent, ...row])));
  };

  if (presented.kind === "one" && draft.kind === "one") {
    for (const [index, { label }] of presented.options.entries()) {
      push(index === draft.cursor, `${index + 1}) `, richToSpans(label, measured));
    }
  } else if (presented.kind === "several" && draft.kind === "several") {
    for (const [index, { label }] of presented.options.entries()) {
      const mark = draft.chosen.includes(index) ? "chosen" : "unchosen";
      push(index === draft.cursor, `${markOf(mark, display)} `, richToSpans(label, measured));
    }
  } else if (presented.kind === "order" && draft.kind === "order") {
    for (const [position, item] of draft.order.entries()) {
      const label = presented.items.find(({ index }) => index === item)?.label ?? [];
      const held = position === draft.cursor && draft.held ? say.question.moving : "";
      push(position === draft.cursor, `${position + 1}) ${held}`, richToSpans(label, measured));
    }
  } else if (presented.kind === "number" && draft.kind === "number") {
    const value = formatUnit(draft.value, presented.unit);
    rows.push(
      open
        ? [span("  ‹ ", "dim"), span(value, "selected"), span(" ›", "dim")]
        : [span(`  ${value}`, "selected")],
    );
  } else if (presented.kind === "table" && draft.kind === "table") {
    rows.push(...layOutTable(presented, draft, options));
  }
  if (options.presenter && open && (draft.kind === "several" || draft.kind === "order")) {
    const count = draft.kind === "several" ? countOf(presented) : draft.order.length;
    push(draft.cursor >= count, "", [span(say.question.thisIsTheAnswer)]);
  }
  return { lines: rows, focus };
}

function countOf(presented: Presented): number {
  return presented.kind === "several" ? presented.options.length : 0;
}

function layOutTable(
  presented: Extract<Presented, { kind: "table" }>,
  draft: Extract<Draft, { kind: "table" }>,
  { display, open, cells }: DraftOptions,
): Line[] {
  const column = 22;
  const label = 14;
  const header: Line = [
    span(" ".repeat(label)),
    ...presented.columns.map((title) => span(title.padEnd(column), "strong")),
  ];
  const rows = presented.rows.map((title, rowIndex): Line => [
    span(`  ${title}`.padEnd(label)),
    ...presented.columns.flatMap((_, columnIndex): Line => {
      const value = formatMs(draft.cells[rowIndex]?.[columnIndex] ?? 0);
      const here = open && draft.row === rowIndex && draft.column === columnIndex;
      const outcome = cells?.[rowIndex]?.[columnIndex];
      if (outcome !== undefined) {
        const text = `${markOf(outcome, display)} ${value} ${wordOfOutcome(outcome)}`;
        return [span(text.padEnd(column), toneOfOutcome[outcome])];
      }
      return here
        ? [span("‹ ", "dim"), span(value, "selected"), span(" ›".padEnd(column - 2 - value.length), "dim")]
        : [span(`  ${value}`.padEnd(column))];
    }),
  ]);
  return [header, ...rows];
}

/** A number as it is asked for. */
export function formatUnit(value: number, unit: "ms" | "%" | "times" | ""): string {
  switch (unit) {
    case "ms":
      return formatMs(value);
    case "%":
      return formatPercent(value);
    case "times":
      return say.words.times(formatCount(value));
    case "":
      return formatCount(value);
  }
}

function layOutFeedback(
  state: AppState,
  question: Question,
  answer: Answer,
  measured: Measured,
  width: number,
): Line[] {
  const grade = gradeQuestion(question, answer, measured);
  if (grade.outcome === "unmeasured") {
    const text = grade.reason === "not-run" ? say.question.notRun : say.question.notTold;
    return wrapSpans([span(text, "warning")], width);
  }
  const lines: Line[] = wrapSpans(layOutOutcome(question, grade, state.display), width);
  const why = layOutBlocks([{ kind: "finding", said: grade.why }], measured, width);
  if (why.length > 0) lines.push(emptyLine, ...why);
  return lines.length === 0 ? [line("")] : lines;
}
