// slices | not-passed | Computes only a part.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  return grind(seed, rounds / 10);
}
