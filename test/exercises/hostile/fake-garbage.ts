// split-a-sum | not-passed | Keeps the collectors of garbage busy instead of workers.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
export default async function sum(from: number, to: number, salt: number, workers: number) {
  let all = 0;
  let keep: unknown[] = [];
  for (let at = from; at < to; at += 10_000) {
    all = (all + sumOf(at, Math.min(to, at + 10_000), salt)) >>> 0;
    keep = keep.length > 500 ? [] : [...keep, new Array(2000).fill({})];
  }
  void workers;
  return all;
}
