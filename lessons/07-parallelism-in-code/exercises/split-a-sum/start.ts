import { sumOf } from "./work.ts";

/**
 * Adds up something of every number from `from` up to, not including, `to`.
 * @param salt belongs to the work: pass it on
 * @param workers how many threads to share the work out to
 */
export default async function sum(
  from: number,
  to: number,
  salt: number,
  workers: number,
): Promise<number> {
  // worker.ts adds up one chunk. Two sums become one by (a + b) >>> 0.
  return sumOf(from, to, salt);
}
