import type { Choice } from "./measure.ts";
import type { Program } from "./program.ts";

/** What a row must come to. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

export interface RowContext {
  readonly program: Program;
  /** Fewer repeats. */
  readonly quick: boolean;
}

/** One row of the table. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  readonly what: string;
  readonly bound: Bound;
  readonly unit: "ratio" | "ns";
  /** Rejects when it can't be measured. */
  measure(context: RowContext): Promise<Measured>;
}

export interface Measured {
  /** One for each pair or repetition that counts. */
  readonly values: readonly number[];
  readonly made: number;
  readonly quiet: boolean;
  /** What else must hold for the row to be ok. */
  readonly conditions?: readonly { readonly text: string; readonly met: boolean }[];
  /** What helps to read the figure. */
  readonly details: readonly string[];
}

export function meetsBound(value: number, bound: Bound): boolean {
  return "atMost" in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** A choice of measurements as the values of a row. */
export function valuesOf<Item>(
  choice: Choice<Item>,
  toValue: (item: Item) => number,
): Omit<Measured, "details"> {
  return { values: choice.used.map(toValue), made: choice.made, quiet: choice.quiet };
}
