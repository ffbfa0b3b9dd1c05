import type { ChoiceQuestion } from "../model.ts";
import { fillPlain } from "../said.ts";
import { isOptionAnswer, itemAt } from "./answers.ts";
import type { OptionAnswer, QuestionType } from "./question-type.ts";

/** One of several, the same on every machine. */
export const choice: QuestionType<ChoiceQuestion, OptionAnswer> = {
  present: (question) => ({
    kind: "one",
    options: question.options.map((option, index) => ({
      label: option.text,
      answer: { kind: "option", index },
    })),
  }),
  grade(question, answer, measured) {
    const chosen = itemAt(question.options, answer.index);
    const right = question.options.find((option) => option.right) ?? chosen;
    return {
      outcome: chosen.right ? "right" : "wrong",
      truth: fillPlain(right.text, measured),
      why: chosen.why,
    };
  },
  describe: (question, answer, measured) => fillPlain(itemAt(question.options, answer.index).text, measured),
  isAnswer: (question, value): value is OptionAnswer => isOptionAnswer(value, question.options.length),
};
