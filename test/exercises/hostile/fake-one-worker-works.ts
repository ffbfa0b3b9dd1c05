// split-a-sum | not-passed | One worker does all, the others spin.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
function chunk(from: number, to: number, salt: number): Promise<number> {
  return new Promise((resolve) => {
    new Worker(new URL("./worker.ts", import.meta.url), { workerData: { from, to, salt } }).once("message", resolve);
  });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  for (let at = 1; at < workers; at++) burn(400);
  return chunk(from, to, salt);
}
