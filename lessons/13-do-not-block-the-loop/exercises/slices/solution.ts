import { grind } from "./work.ts";

/** Lets the event loop do what has come in the meantime. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Computes `rounds` rounds. Meanwhile the event loop has to answer others, again and again. */
export default async function compute(seed: number, rounds: number): Promise<number> {
  const slice = 1_000_000;
  let value = seed;
  for (let done = 0; done < rounds; done += slice) {
    value = grind(value, Math.min(slice, rounds - done));
    await breathe();
  }
  return value;
}
