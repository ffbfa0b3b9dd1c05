// slices | deadline | Slices and a right result, and then a loop that is blocked for ever.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  let value = seed;
  for (let done = 0; done < rounds; done += 500_000) {
    value = grind(value, Math.min(500_000, rounds - done));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  setImmediate(() => { for (;;); });
  return value;
}
