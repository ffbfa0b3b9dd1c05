/** Figures as the learner reads them, in the language that is spoken; see `Figures` for what each looks like. */
import { say } from "./say.ts";

/** `0.02 ms`, `4.2 ms`, `752 ms`, `1.25 s`, `12.5 s`; a whole number below ten as it is: `2 ms`. */
export function formatMs(ms: number): string {
  return say.figures.ms(ms);
}

/** How many times: `1.97`, `12.5`, `125`; two digits that count below 0.1. */
export function formatRatio(ratio: number): string {
  return say.figures.ratio(ratio);
}

/** `3 %`, `198 %`; one more digit below 1 %, so that a little does not read as nothing. */
export function formatPercent(percent: number): string {
  return say.figures.percent(percent);
}

/** `4`, `2.5`, `1,000`, `10,000`; from a thousand on, parts of one are left out. */
export function formatCount(count: number): string {
  return say.figures.count(count);
}

/** Exactly so many decimals: `2.50`. */
export function formatFixed(value: number, decimals: number): string {
  return say.figures.fixed(value, decimals);
}

/** `1 dish`, `3 dishes`. For words of the lessons; those of the program are in its catalogue. */
export function formatNumberOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
