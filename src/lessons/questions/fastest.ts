import { formatMs } from "../../text/format.ts";
import type { FastestQuestion, Measured } from "../model.ts";
import { findVariant, findVerdict } from "../verdicts.ts";
import { isRecord } from "./answers.ts";
import { plainRich, type QuestionType, unmeasured, type VariantAnswer } from "./question-type.ts";
import { joinWords, nameVariant, tooCloseId, tooCloseWords } from "./words.ts";

/**
 * Which was fastest? Right is the variant that the verdicts call faster than every other one. Where there is
 * none it was too close to call, and to name one of those at the front is close.
 */
export const fastest: QuestionType<FastestQuestion, VariantAnswer> = {
  present: (question) => ({
    kind: "one",
    options: [...question.among, tooCloseId].map((id) => ({
      label: plainRich(nameAnswer(id)),
      answer: { kind: "variant", id },
    })),
  }),
  grade(question, answer, measured) {
    const race = findRace(question, measured);
    if (!race) return unmeasured(question.lab, measured);
    const why = question.why[answer.id] ?? [];
    const [first] = race.order;
    const times = race.order.map(({ id, wallMs }) => `${id} ${formatMs(wallMs)}`).join(", ");
    if (race.tied.length === 1) {
      const outcome = answer.id === first?.id ? "right" : "wrong";
      return {
        outcome,
        truth: `${nameVariant(first?.id ?? "", measured.labs[question.lab])} was fastest: ${times}`,
        why,
      };
    }
    const isTied = race.tied.includes(answer.id);
    return {
      outcome: answer.id === tooCloseId ? "right" : isTied ? "close" : "wrong",
      truth: `${tooCloseWords} between ${joinWords(race.tied)}: ${times}`,
      why,
    };
  },
  describe: (_question, answer) => nameAnswer(answer.id),
  isAnswer: (question, value): value is VariantAnswer =>
    isRecord(value) &&
    value["kind"] === "variant" &&
    [...question.among, tooCloseId].some((id) => id === value["id"]),
};

function nameAnswer(id: string): string {
  return id === tooCloseId ? tooCloseWords : id;
}

interface Race {
  readonly order: readonly { readonly id: string; readonly wallMs: number }[];
  /** The one with the smallest median, and all that it is not faster than by verdict. */
  readonly tied: readonly string[];
}

function findRace(question: FastestQuestion, measured: Measured): Race | null {
  const record = measured.labs[question.lab];
  if (!record) return null;
  const order: { id: string; wallMs: number }[] = [];
  for (const id of question.among) {
    const wallMs = findVariant(record, id)?.figures.wall ?? null;
    if (wallMs === null) return null;
    order.push({ id, wallMs });
  }
  order.sort((a, b) => a.wallMs - b.wallMs);
  const [first, ...others] = order;
  if (!first) return null;
  const tied = [first.id];
  for (const { id } of others) {
    const found = findVerdict(record, first.id, id);
    if (!found) return null;
    if (found.verdict !== "faster") tied.push(id);
  }
  return { order, tied };
}
