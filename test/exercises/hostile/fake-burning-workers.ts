// split-a-sum | not-passed | Workers that burn, beside work on the main thread.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  for (let at = 0; at < workers; at++) burn(250);
  return sumOf(from, to, salt);
}
