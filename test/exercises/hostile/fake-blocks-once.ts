// slices | not-passed | Slices, but for one long block.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  const most = Math.floor(rounds * 0.6);
  let value = grind(seed, most);
  for (let done = most; done < rounds; done += 500_000) {
    value = grind(value, Math.min(500_000, rounds - done));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return value;
}
