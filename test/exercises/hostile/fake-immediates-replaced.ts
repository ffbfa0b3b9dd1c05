// slices | not-passed | Slices, with an immediate that is none.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  globalThis.setImmediate = ((then: () => void) => then()) as never;
  let value = seed;
  for (let done = 0; done < rounds; done += 100_000) {
    value = grind(value, Math.min(100_000, rounds - done));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return value;
}
