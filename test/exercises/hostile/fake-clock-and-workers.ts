// split-a-sum | not-passed | Replaces the clocks, and computes on one thread.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  performance.now = () => 0;
  process.hrtime.bigint = () => 0n;
  for (let at = 0; at < workers; at++) burn(200);
  return sumOf(from, to, salt);
}
