// split-a-sum | not-passed | Workers, one after the other.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function chunk(from: number, to: number, salt: number): Promise<number> {
  return new Promise((resolve) => {
    new Worker(new URL("./worker.ts", import.meta.url), { workerData: { from, to, salt } }).once("message", resolve);
  });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  let all = 0;
  const size = Math.ceil((to - from) / workers);
  for (let at = 0; at < workers; at++) all = (all + (await chunk(from + at * size, Math.min(to, from + (at + 1) * size), salt))) >>> 0;
  return all;
}
