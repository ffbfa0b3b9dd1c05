/** Steps of the random-number generator in one unit of CPU work: about half a microsecond. */
const stepsPerUnit = 256;

/**
 * Real arithmetic: `units` times 256 steps of Marsaglia's xorshift32 (Journal of Statistical Software 8, 2003).
 * Each step needs the one before it, so that neither compiler nor processor can cut it short,
 * and two runs of the same length from the same seed must come to the same number.
 */
export function compute(seed: number, units: number): number {
  let x = seed | 0;
  const steps = units * stepsPerUnit;
  for (let i = 0; i < steps; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  return x;
}

/** A seed for a task, never 0 (which xorshift would keep for ever). */
export function seedOf(task: number): number {
  return (Math.imul(task + 1, 0x9e3779b1) | 1) >>> 0;
}

/**
 * Runs the kernel until `ms` have passed, so that it is compiled; returns its speed.
 * @returns units a millisecond, the best of several stretches: the others were disturbed
 */
export function warmUpKernel(ms: number, readClock: () => number): number {
  const end = readClock() + ms;
  let best = 0;
  let units = 64;
  let sink = 1;
  for (let now = readClock(); now < end;) {
    sink = compute(sink | 1, units);
    const after = readClock();
    const elapsed = after - now;
    // Stretches below 2 ms are too short to trust; grow towards it.
    if (elapsed < 2) units *= 2;
    else best = Math.max(best, units / elapsed);
    now = after;
  }
  // Always false, but the compiler cannot know: it has to do the work.
  if (sink === 0) throw new Error("xorshift reached 0");
  return best > 0 ? best : units / Math.max(ms, 0.01);
}
