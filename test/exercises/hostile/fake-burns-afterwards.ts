// slices | not-passed | Blocks, and then computes something else in slices, so that the block is a small part of all.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  const began = performance.now();
  const value = grind(seed, rounds);
  const most = 8 * (performance.now() - began) * 1000;
  while (process.cpuUsage().user < most) {
    grind(1, 100_000);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return value;
}
