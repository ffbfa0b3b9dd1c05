import type { FirstQuestion, LabRecord, Measured, Rich, Said } from "../model.ts";
import { fillPlain } from "../said.ts";
import { findVariant, findVerdict } from "../verdicts.ts";
import { isOptionAnswer, itemAt } from "./answers.ts";
import { type OptionAnswer, type QuestionType, unmeasured } from "./question-type.ts";
import { sayWall } from "./words.ts";

/** Which is the first pair of which `a` was faster than `b`? Too close to call is not faster. The last option: none. */
export const first: QuestionType<FirstQuestion, OptionAnswer> = {
  present: (question) => ({
    kind: "one",
    options: listOptions(question).map(({ text }, index) => ({
      label: text,
      answer: { kind: "option", index },
    })),
  }),
  grade(question, answer, measured) {
    const record = measured.labs[question.lab];
    const right = record && findFirst(question, record);
    if (right === null || right === undefined) return unmeasured(question.lab, measured);
    return {
      outcome: answer.index === right ? "right" : "wrong",
      truth: sayTruth(question, right, measured),
      why: itemAt(listOptions(question), answer.index).why,
    };
  },
  describe: (question, answer, measured) =>
    fillPlain(itemAt(listOptions(question), answer.index).text, measured),
  isAnswer: (question, value): value is OptionAnswer => isOptionAnswer(value, question.options.length + 1),
};

function listOptions({
  options,
  none,
}: FirstQuestion): readonly { readonly text: Rich; readonly why: Said }[] {
  return [...options, none];
}

/** Index of the right option; `null` where one of the pairs was not measured. */
function findFirst({ options }: FirstQuestion, record: LabRecord): number | null {
  const verdicts = options.map(({ a, b }) => findVerdict(record, a, b)?.verdict);
  if (verdicts.includes(undefined)) return null;
  const index = verdicts.indexOf("faster");
  return index < 0 ? options.length : index;
}

/** `10,000: the run with one took 0.9 ms, the run with four took 18 ms`, of the pair that decides. */
function sayTruth(question: FirstQuestion, right: number, measured: Measured): string {
  const record = measured.labs[question.lab];
  const text = fillPlain(itemAt(listOptions(question), right).text, measured);
  const pair = question.options[right] ?? question.options.at(-1);
  const walls = [pair?.b, pair?.a].flatMap((id) => {
    const wall = findVariant(record, id ?? "")?.figures.wall ?? null;
    return id === undefined || wall === null ? [] : [sayWall(id, wall, record)];
  });
  return `${text}: ${walls.join(", ")}`;
}
