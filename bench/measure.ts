import { median, quantile } from "../src/lab/experiment/statistics.ts";

/** What a row comes to: the middle of its values and how far apart the middle half of them lies. */
export interface Summary {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

export function summarise(values: readonly number[]): Summary {
  return {
    median: median(values),
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
  };
}

/** One measurement, and the share of the machine's cores that other programs had meanwhile. */
export interface Sample {
  readonly value: number;
  /** 0 to 1; `null` where the system does not tell. */
  readonly others: number | null;
}

/** Two measurements made one right after the other, so that a slow stretch of the machine hits both. */
export interface Pair {
  readonly a: Sample;
  readonly b: Sample;
}

export function ratioOf({ a, b }: Pair): number {
  return a.value / b.value;
}

/** Where other programs had more of the machine than this during a measurement, it was disturbed. */
const quietBelow = 0.05;

export function isQuiet(samples: readonly Sample[]): boolean {
  return samples.every(({ others }) => others === null || others <= quietBelow);
}

/** Which measurements count. */
export interface Choice<Item> {
  readonly used: readonly Item[];
  readonly made: number;
  /** Whether those used were undisturbed. */
  readonly quiet: boolean;
}

/** With fewer there is no spread worth the name. */
const leastToCount = 3;

/**
 * The undisturbed ones, if they are at least half of what was wanted; otherwise all. What is left out is decided
 * by what others did, never by what was measured.
 */
export function chooseQuiet<Item>(
  items: readonly Item[],
  wanted: number,
  samplesOf: (item: Item) => readonly Sample[],
): Choice<Item> {
  const quiet = items.filter((item) => isQuiet(samplesOf(item)));
  const enough = quiet.length >= Math.max(Math.min(leastToCount, wanted), wanted / 2);
  return { used: enough ? quiet : items, made: items.length, quiet: enough };
}

/** Measures one thing; the number is what counts, whatever its unit. */
export type Measure = () => Sample | Promise<Sample>;

/** What is disturbed is measured again, until this many times as many were made as wanted. */
const patience = 2;

/** Measures `a` and `b` in pairs, A B, B A, A B, ..., until `wanted` of them were undisturbed or patience is over. */
export async function measurePairs(wanted: number, a: Measure, b: Measure): Promise<Choice<Pair>> {
  const pairs: Pair[] = [];
  let quiet = 0;
  while (quiet < wanted && pairs.length < wanted * patience) {
    const aFirst = pairs.length % 2 === 0;
    const first = await (aFirst ? a : b)();
    const second = await (aFirst ? b : a)();
    const pair = aFirst ? { a: first, b: second } : { a: second, b: first };
    pairs.push(pair);
    if (isQuiet([first, second])) quiet++;
  }
  return chooseQuiet(pairs, wanted, (pair) => [pair.a, pair.b]);
}
