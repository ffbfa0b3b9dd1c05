import type { Verdict } from "../result.ts";
import { median, spread } from "./statistics.ts";

/** Differences below this are not worth a word, however steady the machine is: 5 per cent. */
const smallestFactor = 1.05;

/** One side of a comparison: what was measured in each of its runs. Less is better. */
export interface Contender {
  readonly id: string;
  readonly values: readonly number[];
}

/**
 * What may be said of `a` against `b`: that one is faster only if the medians differ by more than both
 * spreads together and by more than 5 per cent. With a single run a side there is no spread to go by, and
 * nothing may be said.
 */
export function judge(a: Contender, b: Contender): Verdict {
  const medianA = median(a.values);
  const medianB = median(b.values);
  const ratio = ratioOf(medianB, medianA);
  const beyondSpread = Math.abs(medianA - medianB) > spread(a.values) + spread(b.values);
  const worthAWord = Math.max(ratio, 1 / ratio) >= smallestFactor;
  const repeated = a.values.length > 1 && b.values.length > 1;
  const verdict = !(repeated && beyondSpread && worthAWord) ? "too-close" : ratio > 1 ? "faster" : "slower";
  return { a: a.id, b: b.id, ratio, verdict };
}

/** No further apart than this are two figures said to be, one of which may be nothing at all: a timer late by 0 ms. */
const mostApart = 1e6;

function ratioOf(a: number, b: number): number {
  if (a === b) return 1;
  return Math.min(mostApart, Math.max(1 / mostApart, a / b));
}
