import type { Verdict } from "../result.ts";
import { median, spread } from "./statistics.ts";

/** Differences below this are not worth a word, however steady the machine is: 5 per cent. */
const smallestFactor = 1.05;

/** Wall times of one side of a comparison, in milliseconds. */
export interface Contender {
  readonly id: string;
  readonly wallMs: readonly number[];
}

/**
 * What may be said of `a` against `b`: that one is faster only if the medians differ by more than both
 * spreads together and by more than 5 per cent. With a single run a side there is no spread to go by, and
 * nothing may be said.
 */
export function judge(a: Contender, b: Contender): Verdict {
  const medianA = median(a.wallMs);
  const medianB = median(b.wallMs);
  const ratio = medianB / medianA;
  const beyondSpread = Math.abs(medianA - medianB) > spread(a.wallMs) + spread(b.wallMs);
  const worthAWord = Math.max(ratio, 1 / ratio) >= smallestFactor;
  const repeated = a.wallMs.length > 1 && b.wallMs.length > 1;
  const verdict = !(repeated && beyondSpread && worthAWord) ? "too-close" : ratio > 1 ? "faster" : "slower";
  return { a: a.id, b: b.id, ratio, verdict };
}
