// split-a-sum | not-passed | Workers that do nothing, beside work on the main thread.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
export default async function sum(from: number, to: number, salt: number, workers: number) {
  for (let at = 0; at < workers; at++) new Worker("setTimeout(() => {}, 5000)", { eval: true });
  return sumOf(from, to, salt);
}
