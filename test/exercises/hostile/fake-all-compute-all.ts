// split-a-sum | not-passed | Each worker computes the whole sum.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function chunk(from: number, to: number, salt: number): Promise<number> {
  return new Promise((resolve) => {
    new Worker(new URL("./worker.ts", import.meta.url), { workerData: { from, to, salt } }).once("message", resolve);
  });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  const sums = await Promise.all(Array.from({ length: workers }, () => chunk(from, to, salt)));
  return sums[0];
}
