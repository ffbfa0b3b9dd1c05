import { formatPercent } from "../../text/format.ts";
import { resolveFigure } from "../figures.ts";
import type { BusyQuestion, FigureRef } from "../model.ts";
import { isOptionAnswer, itemAt } from "./answers.ts";
import { findNearest } from "./closeness.ts";
import { type OptionAnswer, plainRich, type QuestionType, unmeasured } from "./question-type.ts";
import { sayBusy, sayFigure } from "./words.ts";

/** Two options whose distances to the truth differ by less than so many points are equally near. */
const tiePoints = 3;

/** How busy, in per cent of one core? The nearest option is right. */
export const busy: QuestionType<BusyQuestion, OptionAnswer> = {
  present: (question) => ({
    kind: "one",
    options: question.options.map((option, index) => ({
      label: plainRich(formatPercent(option.percent)),
      answer: { kind: "option", index },
    })),
  }),
  grade(question, answer, measured) {
    const ref: FigureRef = { kind: "run", lab: question.lab, variant: question.variant, field: "busy" };
    const truth = resolveFigure(ref, measured);
    if (typeof truth !== "number") return unmeasured(question.lab, measured);
    const distanceTo = (percent: number) => Math.abs(percent - truth);
    const rights = findNearest(
      question.options.map((option) => option.percent),
      distanceTo,
      (nearest, other) => distanceTo(other) - distanceTo(nearest) < tiePoints,
    );
    const chosen = itemAt(question.options, answer.index);
    return {
      outcome: rights.has(chosen.percent) ? "right" : "wrong",
      truth: sayFigure(ref, truth, measured),
      why: chosen.why,
    };
  },
  describe: (question, answer) => sayBusy(itemAt(question.options, answer.index).percent),
  isAnswer: (question, value): value is OptionAnswer => isOptionAnswer(value, question.options.length),
};
