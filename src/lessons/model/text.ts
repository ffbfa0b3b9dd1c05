/** Text of a lesson, and what parts of it depend on. */
import type { VerdictWord } from "../../lab/result.ts";
import type { FigureRef } from "./figures.ts";

export type Block =
  | { readonly kind: "paragraph"; readonly text: Rich }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Rich[] }
  | { readonly kind: "quote"; readonly text: Rich }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  /** A code file of the lesson's folder, as it stands. */
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  /** Text that follows what was measured. */
  | { readonly kind: "finding"; readonly said: Said };

export type Rich = readonly Inline[];
export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly style: InlineStyle }
  /** A place where a figure of the learner's own goes. */
  | { readonly kind: "figure"; readonly ref: FigureRef; readonly style: InlineStyle };
export type InlineStyle = "plain" | "strong" | "emphasis" | "code";

/**
 * What is said depends on what was measured: the first case whose conditions all hold.
 * The last case has no conditions, so that there always is something true to say.
 */
export type Said = readonly SaidCase[];
export interface SaidCase {
  readonly when: readonly Condition[];
  readonly body: readonly Block[];
}

export type Condition =
  /** `parallel faster|too-close sequential in computing`: the verdict of lab `computing` is one of the words. */
  | {
      readonly kind: "verdict";
      readonly lab: string;
      readonly a: string;
      readonly b: string;
      readonly words: readonly VerdictWord[];
    }
  /** `machine.cores < 2`, `computing.parallel.busy >= 150`. */
  | {
      readonly kind: "compare";
      readonly ref: FigureRef;
      readonly operator: "<" | "<=" | ">" | ">=" | "=";
      readonly value: number;
    };
