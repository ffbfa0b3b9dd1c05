// slices | not-passed | Slices that never let the loop go on.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  let value = seed;
  for (let done = 0; done < rounds; done += 100_000) {
    value = grind(value, Math.min(100_000, rounds - done));
    await Promise.resolve();
  }
  return value;
}
