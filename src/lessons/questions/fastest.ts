import { say } from "../../text/say.ts";
import { formatField } from "../figures.ts";
import type { FastestQuestion, Measured, RunField } from "../model.ts";
import { findVariant, findVerdict } from "../verdicts.ts";
import { isRecord } from "./answers.ts";
import { plainRich, type QuestionType, unmeasured, type VariantAnswer } from "./question-type.ts";
import { nameId, nameVariant, tooCloseId } from "./words.ts";

/**
 * Which was fastest? Right is the variant that the verdicts call faster than every other one. Where there is
 * none it was too close to call, and to name one of those at the front is close.
 */
export const fastest: QuestionType<FastestQuestion, VariantAnswer> = {
  present: (question) => ({
    kind: "one",
    options: [...question.among, tooCloseId].map((id) => ({
      label: plainRich(nameAnswer(question, id)),
      answer: { kind: "variant", id },
    })),
  }),
  grade(question, answer, measured) {
    const race = findRace(question, measured);
    if (!race) return unmeasured(question.lab, measured);
    const why = question.why[answer.id] ?? [];
    const [first] = race.order;
    const { measure } = race;
    const times = race.order
      .map(({ id, value }) => `${nameAnswer(question, id)} ${formatField(measure, value)}`)
      .join(", ");
    if (race.tied.length === 1) {
      const outcome = answer.id === first?.id ? "right" : "wrong";
      const name = nameVariant(first?.id ?? "", measured.labs[question.lab]);
      return {
        outcome,
        truth:
          measure === "wall" ? say.questions.wasFastest(name, times) : say.questions.hadTheLeast(name, times),
        why,
      };
    }
    const isTied = race.tied.includes(answer.id);
    return {
      outcome: answer.id === tooCloseId ? "right" : isTied ? "close" : "wrong",
      truth: say.questions.tooCloseBetween(
        say.words.and(race.tied.map((id) => nameAnswer(question, id))),
        times,
      ),
      why,
    };
  },
  describe: (question, answer) => nameAnswer(question, answer.id),
  isAnswer: (question, value): value is VariantAnswer =>
    isRecord(value) &&
    value["kind"] === "variant" &&
    [...question.among, tooCloseId].some((id) => id === value["id"]),
};

function nameAnswer({ names }: FastestQuestion, id: string): string {
  return id === tooCloseId ? say.words.tooCloseHere : (names[id] ?? nameId(id));
}

interface Race {
  readonly measure: RunField;
  readonly order: readonly { readonly id: string; readonly value: number }[];
  /** The one with the smallest median, and all that it is not faster than by verdict. */
  readonly tied: readonly string[];
}

function findRace(question: FastestQuestion, measured: Measured): Race | null {
  const record = measured.labs[question.lab];
  if (!record) return null;
  const { measure = "wall" } = record;
  const order: { id: string; value: number }[] = [];
  for (const id of question.among) {
    const value = findVariant(record, id)?.figures[measure] ?? null;
    if (value === null) return null;
    order.push({ id, value });
  }
  order.sort((a, b) => a.value - b.value);
  const [first, ...others] = order;
  if (!first) return null;
  const tied = [first.id];
  for (const { id } of others) {
    const found = findVerdict(record, first.id, id);
    if (!found) return null;
    if (found.verdict !== "faster") tied.push(id);
  }
  return { measure, order, tied };
}
