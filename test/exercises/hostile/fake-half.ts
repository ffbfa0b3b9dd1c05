// split-a-sum | not-passed | Computes a half, and doubles it.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function chunk(from: number, to: number, salt: number): Promise<number> {
  return new Promise((resolve) => {
    new Worker(new URL("./worker.ts", import.meta.url), { workerData: { from, to, salt } }).once("message", resolve);
  });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  const middle = (from + to) >> 1;
  const quarter = (from + middle) >> 1;
  const [a, b] = await Promise.all([chunk(from, quarter, salt), chunk(quarter, middle, salt)]);
  return ((a! + b!) * 2) >>> 0;
}
