import { say } from "../../text/say.ts";
import type { OrderQuestion } from "../model.ts";
import { fillPlain } from "../said.ts";
import { areIndexes, isRecord, itemAt } from "./answers.ts";
import type { OrderAnswer, QuestionType } from "./question-type.ts";

/** Put in order. */
export const order: QuestionType<OrderQuestion, OrderAnswer> = {
  present: (question) => ({
    kind: "order",
    items: mixOrder(question.id, question.items.length).map((index) => ({
      label: itemAt(question.items, index),
      index,
    })),
  }),
  grade: (question, answer, measured) => ({
    outcome: answer.indexes.every((index, place) => index === place) ? "right" : "wrong",
    truth: say.questions.then(question.items.map((item) => fillPlain(item, measured))),
    why: question.why,
  }),
  describe: (question, answer, measured) =>
    say.questions.then(answer.indexes.map((index) => fillPlain(itemAt(question.items, index), measured))),
  isAnswer: (question, value): value is OrderAnswer =>
    isRecord(value) &&
    value["kind"] === "order" &&
    areIndexes(value["indexes"], question.items.length) &&
    value["indexes"].length === question.items.length,
};

/** A mixed order of `length` items, the same each time for the same seed, and never the right one. */
export function mixOrder(seed: string, length: number): number[] {
  const mixed = Array.from({ length }, (_, index) => index);
  const draw = drawFrom(seed);
  for (let last = length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [mixed[last], mixed[other]] = [itemAt(mixed, other), itemAt(mixed, last)];
  }
  const isRight = mixed.every((index, place) => index === place);
  return isRight ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** Numbers below `limit` from a small generator (a linear congruence, the constants of Numerical Recipes). */
function drawFrom(seed: string): (limit: number) => number {
  let state = [...seed].reduce(
    (sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
