/**
 * How far does a program scale? Gene Amdahl's model ("Validity of the single processor approach to achieving large
 * scale computing capabilities", AFIPS Spring Joint Computer Conference 30, 1967): a share `s` of the work is done by
 * one worker, whatever there are, and the rest is shared out evenly, so that p workers take
 * T(p) = T(1) × (s + (1 − s) / p).
 */

/** Wall time of one run, in milliseconds, and how many workers it had. */
export interface ScalingRun {
  readonly workers: number;
  readonly wallMs: number;
}

/** The true value lies between these, as far as the model holds: a 90 % interval. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface AmdahlFit {
  /** Share of the work that is not shared out, from 0 to 1. */
  readonly serial: number;
  readonly serialInterval: Interval;
  /** Wall time that the model gives one worker, in milliseconds. */
  readonly oneWorkerMs: number;
  /** How many runs it rests on. */
  readonly runs: number;
}

/**
 * Fits the model to measured wall times by least squares. In a = T(1) × s and b = T(1) × (1 − s) it is a straight line,
 * T = a + b × (1/p), and s = a / (a + b) is a ratio of two estimates whose errors are correlated: its interval is that
 * of Fieller ("Some problems in interval estimation", Journal of the Royal Statistical Society B 16, 1954), which
 * supposes that the times of all runs scatter alike.
 * @param cores runs with more workers than cores are left out: they share cores, of which the model knows nothing
 * @returns `null` when there is nothing to fit: fewer than two different numbers of workers, or fewer than three runs
 */
export function fitAmdahl(runs: readonly ScalingRun[], cores: number): AmdahlFit | null {
  const used = runs.filter(({ workers, wallMs }) => workers <= cores && Number.isFinite(wallMs));
  const count = used.length;
  if (count < 3 || new Set(used.map(({ workers }) => workers)).size < 2) return null;

  const meanX = sum(used, ({ workers }) => 1 / workers) / count;
  const meanY = sum(used, ({ wallMs }) => wallMs) / count;
  const squaresX = sum(used, ({ workers }) => (1 / workers - meanX) ** 2);
  const b = sum(used, ({ workers, wallMs }) => (1 / workers - meanX) * (wallMs - meanY)) / squaresX;
  const a = meanY - b * meanX;
  const variance = sum(used, ({ workers, wallMs }) => (wallMs - a - b / workers) ** 2) / (count - 2);

  const serialInterval = findInterval({ a, b, variance, count, meanX, squaresX });
  // No share is below 0 or above 1: at the edge the other parameter is fitted alone.
  if (a < 0) {
    const squares = sum(used, ({ workers }) => 1 / workers ** 2);
    const oneWorkerMs = sum(used, ({ workers, wallMs }) => wallMs / workers) / squares;
    return { serial: 0, serialInterval, oneWorkerMs, runs: count };
  }
  if (b < 0) return { serial: 1, serialInterval, oneWorkerMs: meanY, runs: count };
  return { serial: a + b > 0 ? a / (a + b) : 0, serialInterval, oneWorkerMs: a + b, runs: count };
}

/** How many times as fast as one worker `workers` of them are, by the model. */
export function speedUpOf(serial: number, workers: number): number {
  return 1 / (serial + (1 - serial) / workers);
}

/** The model's speed-up with any number of workers, each on a core of its own. The more is serial, the lower it is. */
export function predictSpeedUp(
  { serial, serialInterval }: AmdahlFit,
  workers: number,
): Interval & { readonly speedUp: number } {
  return {
    speedUp: speedUpOf(serial, workers),
    from: speedUpOf(serialInterval.to, workers),
    to: speedUpOf(serialInterval.from, workers),
  };
}

/** Fieller's interval: all s for which a(1 − s) − bs is not further from 0 than its standard error allows. */
function findInterval(line: {
  readonly a: number;
  readonly b: number;
  readonly variance: number;
  readonly count: number;
  readonly meanX: number;
  readonly squaresX: number;
}): Interval {
  const { a, b, variance, count, meanX, squaresX } = line;
  const factor = studentT95(count - 2) ** 2 * variance;
  // Variances of a and b and their covariance, in units of that of a single time.
  const ofA = 1 / count + meanX ** 2 / squaresX;
  const ofB = 1 / squaresX;
  const ofBoth = -meanX / squaresX;
  const total = a + b;
  // A quadratic in s, which is to be 0 or less.
  const square = total ** 2 - factor * (ofA + 2 * ofBoth + ofB);
  const half = a * total - factor * (ofA + ofBoth);
  const rest = a ** 2 - factor * ofA;
  // The times scatter so much that not even the length of the work is certain.
  if (total <= 0 || square <= 0) return { from: 0, to: 1 };
  const root = Math.sqrt(Math.max(0, half ** 2 - square * rest));
  return { from: clampShare((half - root) / square), to: clampShare((half + root) / square) };
}

/** Where a normal variable has 95 % below it. */
const normal95 = 1.644854;
/** The same of Student's t with 1, 2, ... degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
const student95 = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];

/** 95 % of Student's t lie below this, 90 % between it and its negative. */
export function studentT95(degreesOfFreedom: number): number {
  const known = student95[degreesOfFreedom - 1];
  if (known !== undefined) return known;
  // Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
  const z = normal95;
  const first = (z ** 3 + z) / (4 * degreesOfFreedom);
  return z + first + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degreesOfFreedom ** 2);
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
