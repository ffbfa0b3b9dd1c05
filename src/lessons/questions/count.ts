import { resolveCount } from "../count.ts";
import { resolveFigure } from "../figures.ts";
import type { CountQuestion, FigureRef, Measured, Said } from "../model.ts";
import { isNumberAnswer } from "./answers.ts";
import { type NumberAnswer, plainRich, type QuestionType, unmeasured } from "./question-type.ts";
import { sayCount, sayFigure } from "./words.ts";

/**
 * How many threads, how many waiting at once? The measured number is right; within 10 % of it is close, which
 * only numbers of ten and more can be.
 */
export const count: QuestionType<CountQuestion, NumberAnswer> = {
  present: (question, measured) => ({
    kind: "one",
    options: [...resolveOptions(question, measured).keys()]
      .sort((a, b) => a - b)
      .map((value) => ({
        label: plainRich(sayCount(question.kind, value)),
        answer: { kind: "number", value },
      })),
  }),
  grade(question, answer, measured) {
    const truth = measureCount(question, measured);
    if (truth === null) return unmeasured(question.lab, measured);
    const { value } = answer;
    const isClose = Math.abs(value - truth) <= 0.1 * truth;
    return {
      outcome: value === truth ? "right" : isClose ? "close" : "wrong",
      truth: sayFigure(refOf(question), truth, measured),
      why: resolveOptions(question, measured).get(value) ?? question.why,
    };
  },
  describe: (question, answer) => sayCount(question.kind, answer.value),
  isAnswer: (_question, value): value is NumberAnswer =>
    isNumberAnswer(value) && Number.isInteger(value.value) && value.value >= 0,
};

/**
 * The numbers to choose from and why each is right or wrong. Where two options come to the same number on
 * this machine the first stands; the measured number is always among them.
 */
function resolveOptions(question: CountQuestion, measured: Measured): ReadonlyMap<number, Said> {
  const options = new Map<number, Said>();
  for (const { count: written, why } of question.options) {
    // The parser has put the lab's own number in the place of `tasks`.
    const value = resolveCount(written, { cores: measured.machine.cores, tasks: 0 });
    if (!options.has(value)) options.set(value, why);
  }
  const truth = measureCount(question, measured);
  if (truth !== null && !options.has(truth)) options.set(truth, question.why);
  return options;
}

function measureCount(question: CountQuestion, measured: Measured): number | null {
  const figure = resolveFigure(refOf(question), measured);
  return typeof figure === "number" ? figure : null;
}

function refOf({ kind, lab, variant }: CountQuestion): FigureRef {
  return { kind: "run", lab, variant, field: kind };
}
