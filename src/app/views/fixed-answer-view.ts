import type { Answer, ChoicesQuestion, Measured, OrderQuestion, Question } from "../../lessons/model.ts";
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { richToSpans } from "../text/blocks.ts";
import { type Line, type Span, span, type Tone } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { markOf } from "./marks.ts";

/**
 * The options or items of a question with several parts, each in a row of its own with what became of it: a sentence
 * that lists them all is too long to be read.
 * @returns `null` for the other kinds of question
 */
export function layOutParts(
  question: Question,
  answer: Answer,
  measured: Measured,
  width: number,
  display: Display,
): Line[] | null {
  if (question.kind === "choices" && answer.kind === "options") {
    return layOutChoices(question, answer.indexes, measured, width, display);
  }
  if (question.kind === "order" && answer.kind === "order") {
    return layOutOrder(question, answer.indexes, measured, width, display);
  }
  return null;
}

function layOutChoices(
  { options }: ChoicesQuestion,
  chosen: readonly number[],
  measured: Measured,
  width: number,
  display: Display,
): Line[] {
  return options.flatMap(({ text, right }, index) => {
    const label = richToSpans(text, measured);
    if (chosen.includes(index)) return layOutPart(right ? "right" : "wrong", "", label, width, display);
    return layOutPart("unchosen", right ? say.question.missed : "", label, width, display);
  });
}

/** The items in their right order. */
function layOutOrder(
  { items }: OrderQuestion,
  answered: readonly number[],
  measured: Measured,
  width: number,
  display: Display,
): Line[] {
  return items.flatMap((item, index) => {
    const place = answered.indexOf(index);
    const label = [span(`${index + 1}) `, "dim"), ...richToSpans(item, measured)];
    if (place === index) return layOutPart("right", "", label, width, display);
    const yours = span(say.question.yourPlace(place + 1), "dim");
    return layOutPart("wrong", "", [...label, yours], width, display);
  });
}

function layOutPart(
  mark: "right" | "wrong" | "unchosen",
  word: string,
  label: readonly Span[],
  width: number,
  display: Display,
): Line[] {
  const tone: Tone = mark === "unchosen" ? "dim" : mark;
  const lead: Line = [span("  "), span(`${markOf(mark, display)} `, tone)];
  const indent = span(" ".repeat(4));
  const rows = wrapSpans(word === "" ? label : [span(word, "close"), ...label], width - 4);
  return rows.map((row, index): Line => (index === 0 ? [...lead, ...row] : [indent, ...row]));
}
