import { say } from "../../text/say.ts";
import type { FactorQuestion, Measured, Rich } from "../model.ts";
import { fillPlain } from "../said.ts";
import { findVariant, findVerdict } from "../verdicts.ts";
import { isOptionAnswer, itemAt } from "./answers.ts";
import { findNearest } from "./closeness.ts";
import { type OptionAnswer, plainRich, type QuestionType, unmeasured } from "./question-type.ts";
import { nameVariant, sayFactor, sayWall } from "./words.ts";

/** An option may lie this share of the gap further away than the nearest one and still count as equally near. */
const tieShare = 0.2;

/**
 * How many times faster was `a` than `b`? The option nearest on a log scale is right; so is a second one when
 * the truth lies within 10 % of the gap around the middle between the two. Too close to call counts as 1.
 */
export const factor: QuestionType<FactorQuestion, OptionAnswer> = {
  present: (question) => ({
    kind: "one",
    options: question.options.map((option, index) => ({
      label: labelOption(option),
      answer: { kind: "option", index },
    })),
  }),
  grade(question, answer, measured) {
    const record = measured.labs[question.lab];
    const found = record && findVerdict(record, question.a, question.b);
    if (!found || !(found.ratio > 0)) return unmeasured(question.lab, measured);
    const isTie = found.verdict === "too-close";
    const truth = isTie ? 1 : found.ratio;
    const rights = findRightFactors(
      question.options.map((option) => option.factor),
      truth,
    );
    const chosen = itemAt(question.options, answer.index);
    return {
      outcome: rights.has(chosen.factor) ? "right" : "wrong",
      truth: sayTruth(question, isTie ? null : truth, measured),
      why: chosen.why,
    };
  },
  describe: (question, answer, measured) =>
    fillPlain(labelOption(itemAt(question.options, answer.index)), measured),
  isAnswer: (question, value): value is OptionAnswer => isOptionAnswer(value, question.options.length),
};

function findRightFactors(options: readonly number[], truth: number): ReadonlySet<number> {
  const distanceTo = (option: number) => Math.abs(Math.log(truth / option));
  return findNearest(options, distanceTo, (nearest, other) => {
    const gap = Math.abs(Math.log(other / nearest));
    return distanceTo(other) - distanceTo(nearest) <= tieShare * gap;
  });
}

function labelOption({ factor, text }: FactorQuestion["options"][number]): Rich {
  return text ?? plainRich(factor === 1 ? say.questions.aboutAsFast : sayFactor(factor));
}

/** `parallel took 402 ms, sequential took 801 ms: 1.99 times as fast`. */
function sayTruth({ lab, a, b }: FactorQuestion, ratio: number | null, measured: Measured): string {
  const walls = [a, b].flatMap((id) => {
    const wall = findVariant(measured.labs[lab], id)?.figures.wall ?? null;
    return wall === null ? [] : [sayWall(id, wall, measured.labs[lab])];
  });
  const times =
    walls.length === 0
      ? say.questions.against(nameVariant(a, measured.labs[lab]), nameVariant(b, measured.labs[lab]))
      : walls.join(", ");
  return `${times}: ${ratio === null ? say.words.tooCloseHere : sayFactor(ratio)}`;
}
