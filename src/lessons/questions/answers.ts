/** Checks of answers that were read back from a file: nothing in it is taken for granted. */
import type { NumberAnswer, OptionAnswer, Range } from "./question-type.ts";

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A whole number that counts one of `length` things from 0. */
export function isIndex(value: unknown, length: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < length;
}

/** Different indexes into a list of `length`. */
export function areIndexes(value: unknown, length: number): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((index) => isIndex(index, length)) &&
    new Set(value).size === value.length
  );
}

export function isOptionAnswer(value: unknown, options: number): value is OptionAnswer {
  return isRecord(value) && value["kind"] === "option" && isIndex(value["index"], options);
}

export function isNumberAnswer(value: unknown): value is NumberAnswer {
  return isRecord(value) && value["kind"] === "number" && Number.isFinite(value["value"]);
}

export function isInRange(value: unknown, range: Range): value is number {
  return typeof value === "number" && value >= range.min && value <= range.max;
}

/** An answer that passed its check but names an option that is not there is a fault of the program. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}`);
  return item;
}
