// slices | not-passed | Blocks, and then computes something else in slices, so that the block is a small part of all.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  const value = grind(seed, rounds);
  const end = Date.now() + 2500;
  while (Date.now() < end) {
    grind(1, 100_000);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return value;
}
