/** Questions, and answers to them. */
import type { ApproachName } from "../../lab/spec.ts";
import type { FigureRef } from "./figures.ts";
import type { Count } from "./labs.ts";
import type { Rich, Said } from "./text.ts";

/** The closed set of question kinds; each has a pure grader in `questions/`. */
export const questionKinds = [
  "choice",
  "choices",
  "order",
  "estimate",
  "table",
  "fastest",
  "first",
  "factor",
  "threads",
  "waiting",
  "busy",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

interface QuestionBase {
  readonly id: string;
  readonly ask: Rich;
}
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | OrderQuestion
  | EstimateQuestion
  | TableQuestion
  | FastestQuestion
  | FirstQuestion
  | FactorQuestion
  | CountQuestion
  | BusyQuestion;

/** One of several, the same on every machine. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly options: readonly FixedOption[];
}
/** Several of several. */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: "choices";
  readonly options: readonly FixedOption[];
}
export interface FixedOption {
  readonly text: Rich;
  readonly right: boolean;
  /** Why it is right, or the misconception behind it. */
  readonly why: Said;
}
/** Put in order. `items` are in the right order; the screen mixes them (the same way each time). */
export interface OrderQuestion extends QuestionBase {
  readonly kind: "order";
  readonly items: readonly Rich[];
  readonly why: Said;
}
/** Estimate a number that a run then measures; graded by how close. */
export interface EstimateQuestion extends QuestionBase {
  readonly kind: "estimate";
  readonly measure: FigureRef;
  readonly unit: "ms" | "%" | "times" | "";
  readonly start: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
  readonly why: Said;
}
/** A table of estimates: one row for each approach, one column for each lab. Graded cell by cell. */
export interface TableQuestion extends QuestionBase {
  readonly kind: "table";
  readonly rows: readonly ApproachName[];
  readonly columns: readonly { readonly lab: string; readonly title: string }[];
  readonly unit: "ms";
  readonly start: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
  readonly why: Said;
}
/** Which variant of the lab was fastest? Options: the variants, and "too close to call here". */
export interface FastestQuestion extends QuestionBase {
  readonly kind: "fastest";
  readonly lab: string;
  readonly among: readonly string[];
  /** What variants are called that the lab gives a label. */
  readonly names: Readonly<Record<string, string>>;
  /** By variant id, and `too-close`. */
  readonly why: Readonly<Record<string, Said>>;
}
/** Which is the first of these, in order, where `a` was faster than `b`? The last option: none of them. */
export interface FirstQuestion extends QuestionBase {
  readonly kind: "first";
  readonly lab: string;
  readonly options: readonly {
    readonly a: string;
    readonly b: string;
    readonly text: Rich;
    readonly why: Said;
  }[];
  readonly none: { readonly text: Rich; readonly why: Said };
}
/** How many times faster was `a` than `b`? The nearest option on a log scale is right; 1 where it is too close to call. */
export interface FactorQuestion extends QuestionBase {
  readonly kind: "factor";
  readonly lab: string;
  readonly a: string;
  readonly b: string;
  readonly options: readonly { readonly factor: number; readonly text: Rich | null; readonly why: Said }[];
}
/** How many threads did it take? How many tasks were waiting at once? The measured number is always among the options. */
export interface CountQuestion extends QuestionBase {
  readonly kind: "threads" | "waiting";
  readonly lab: string;
  readonly variant: string;
  readonly options: readonly { readonly count: Count; readonly why: Said }[];
  /** Said of the measured number when no option names it. */
  readonly why: Said;
}
/** How busy was the core, in per cent of one core? The nearest option is right. */
export interface BusyQuestion extends QuestionBase {
  readonly kind: "busy";
  readonly lab: string;
  readonly variant: string;
  readonly options: readonly { readonly percent: number; readonly why: Said }[];
}

/** What a learner answered; the shape follows the kind of the question. */
export type Answer =
  /** `choice`, `first`, `factor`, `busy`: index of the option. `fastest`, `threads`, `waiting`: see `value`. */
  | { readonly kind: "option"; readonly index: number }
  | { readonly kind: "options"; readonly indexes: readonly number[] }
  /** Indexes into `items`, in the learner's order. */
  | { readonly kind: "order"; readonly indexes: readonly number[] }
  | { readonly kind: "number"; readonly value: number }
  /** Row by row, column by column. */
  | { readonly kind: "table"; readonly cells: readonly (readonly number[])[] }
  /** The variant id, or `too-close`. */
  | { readonly kind: "variant"; readonly id: string };

/** How an answer compares with what was measured. */
export interface Grade {
  readonly outcome: "right" | "close" | "wrong";
  /** The right answer in words, with the learner's own figures. */
  readonly truth: string;
  /** What to say about this answer. */
  readonly why: Said;
  /** `table`: the outcome of each cell, row by row. */
  readonly cells?: readonly (readonly Grade["outcome"][])[];
}
