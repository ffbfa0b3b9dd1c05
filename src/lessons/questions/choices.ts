import { say } from "../../text/say.ts";
import type { Block, ChoicesQuestion, FixedOption, Said } from "../model.ts";
import { fillPlain } from "../said.ts";
import { areIndexes, isRecord, itemAt } from "./answers.ts";
import type { OptionsAnswer, QuestionType } from "./question-type.ts";

/** Several of several. Right when all the right ones and no other are chosen; one off is close. */
export const choices: QuestionType<ChoicesQuestion, OptionsAnswer> = {
  present: (question) => ({
    kind: "several",
    options: question.options.map((option, index) => ({ label: option.text, index })),
  }),
  grade(question, answer, measured) {
    const chosen = new Set(answer.indexes);
    const rights = question.options.filter((option) => option.right);
    const mistaken = question.options.filter((option, index) => option.right !== chosen.has(index));
    const outcome = mistaken.length === 0 ? "right" : mistaken.length === 1 ? "close" : "wrong";
    return {
      outcome,
      truth: say.words.and(rights.map((option) => fillPlain(option.text, measured))),
      why: sayWhys(mistaken.length === 0 ? rights : mistaken),
    };
  },
  describe: (question, answer, measured) =>
    say.words.and(answer.indexes.map((index) => fillPlain(itemAt(question.options, index).text, measured))),
  isAnswer: (question, value): value is OptionsAnswer =>
    isRecord(value) &&
    value["kind"] === "options" &&
    areIndexes(value["indexes"], question.options.length) &&
    value["indexes"].length > 0,
};

/** Each option followed by its own why. */
function sayWhys(options: readonly FixedOption[]): Said {
  const body = options.flatMap((option): Block[] => [
    {
      kind: "paragraph",
      text: option.text.map((inline) =>
        inline.style === "plain" ? { ...inline, style: "strong" as const } : inline,
      ),
    },
    { kind: "finding", said: option.why },
  ]);
  return [{ when: [], body }];
}
