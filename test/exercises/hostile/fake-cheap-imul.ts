// split-a-sum | not-passed | Makes the work cheaper.
import { Worker } from "node:worker_threads";
import { sumOf } from "./work.ts";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
export default async function sum(from: number, to: number, salt: number, workers: number) {
  Math.imul = () => 1;
  await new Promise((resolve) => burn(100).once("exit", resolve));
  void workers;
  return sumOf(from, to, salt);
}
