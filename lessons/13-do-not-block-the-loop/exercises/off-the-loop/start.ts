import { grind } from "./work.ts";

/** Computes `rounds` rounds. Meanwhile the event loop has to answer others. */
export default async function compute(seed: number, rounds: number): Promise<number> {
  return grind(seed, rounds);
}
