import type { Answer, EstimateQuestion, Grade, Measured, Question, Rich } from "../model.ts";

/** A question as a screen shows it: plain data, every option with the answer that it stands for. */
export type Presented =
  /** One of these. */
  | { readonly kind: "one"; readonly options: readonly PresentedOption[] }
  /** Several of these; the answer lists the indexes of those that were chosen. */
  | { readonly kind: "several"; readonly options: readonly PresentedItem[] }
  /** To be put in order; the answer lists the indexes in the learner's order. Already mixed. */
  | { readonly kind: "order"; readonly items: readonly PresentedItem[] }
  | ({ readonly kind: "number"; readonly unit: EstimateQuestion["unit"] } & Range)
  | ({
      readonly kind: "table";
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly unit: "ms";
    } & Range);

export interface PresentedOption {
  readonly label: Rich;
  readonly answer: Answer;
}
export interface PresentedItem {
  readonly label: Rich;
  readonly index: number;
}
export interface Range {
  readonly start: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
}

/** An answer can be graded only when what decides about it was measured. */
export type Graded = Grade | Unmeasured;
export interface Unmeasured {
  readonly outcome: "unmeasured";
  /** The lab that decides. */
  readonly needs: string;
  /** `not-run`: run it first. `not-told`: it was run, but this system does not tell the figure. */
  readonly reason: "not-run" | "not-told";
}

/**
 * What each kind of question knows. All of it is pure. A prediction is an answer that was given before the
 * run, and is graded by the same rules afterwards.
 */
export interface QuestionType<Q extends Question, A extends Answer> {
  present(question: Q, measured: Measured): Presented;
  grade(question: Q, answer: A, measured: Measured): Graded;
  /** The answer in words: "you predicted ...". */
  describe(question: Q, answer: A, measured: Measured): string;
  /** Whether something read from a file is an answer to this question. */
  isAnswer(question: Q, value: unknown): value is A;
}

export type OptionAnswer = Extract<Answer, { kind: "option" }>;
export type OptionsAnswer = Extract<Answer, { kind: "options" }>;
export type OrderAnswer = Extract<Answer, { kind: "order" }>;
export type NumberAnswer = Extract<Answer, { kind: "number" }>;
export type TableAnswer = Extract<Answer, { kind: "table" }>;
export type VariantAnswer = Extract<Answer, { kind: "variant" }>;

/** Plain text as a label. */
export function plainRich(text: string): Rich {
  return [{ kind: "text", text, style: "plain" }];
}

export function unmeasured(lab: string, measured: Measured): Unmeasured {
  const reason = measured.labs[lab] === undefined ? "not-run" : "not-told";
  return { outcome: "unmeasured", needs: lab, reason };
}
