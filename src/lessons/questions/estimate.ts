import { formatCount, formatMs, formatPercent } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { resolveFigure } from "../figures.ts";
import type { EstimateQuestion } from "../model.ts";
import { labsGrading } from "../references.ts";
import { isInRange, isNumberAnswer } from "./answers.ts";
import { gradeEstimate } from "./closeness.ts";
import { type NumberAnswer, type QuestionType, unmeasured } from "./question-type.ts";
import { sayFigure } from "./words.ts";

/** What can be counted is known exactly: two are not three. */
const counted = { share: 0, distance: 0, factor: 1.1 };

function isCount({ unit, step }: EstimateQuestion): boolean {
  return unit === "" && step === 1;
}

/** Estimate a number. Right within 10 % or one step, close within a factor of 1.5; a count exactly. */
export const estimate: QuestionType<EstimateQuestion, NumberAnswer> = {
  present: ({ unit, start, step, min, max }) => ({ kind: "number", unit, start, step, min, max }),
  grade(question, answer, measured) {
    const truth = resolveFigure(question.measure, measured);
    if (typeof truth !== "number") return unmeasured(labsGrading(question)[0] ?? "", measured);
    const tolerance = isCount(question) ? counted : { share: 0.1, distance: question.step, factor: 1.5 };
    return {
      outcome: gradeEstimate(answer.value, truth, tolerance, question),
      truth: sayFigure(question.measure, truth, measured),
      why: question.why,
    };
  },
  describe(question, answer) {
    switch (question.unit) {
      case "ms":
        return formatMs(answer.value);
      case "%":
        return formatPercent(answer.value);
      case "times":
        return say.words.times(formatCount(answer.value));
      case "":
        return formatCount(answer.value);
    }
  },
  isAnswer: (question, value): value is NumberAnswer =>
    isNumberAnswer(value) && isInRange(value.value, question),
};
