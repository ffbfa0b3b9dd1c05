// counter | not-passed | Writes down what would have been counted.
import { Worker } from "node:worker_threads";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
export default async function count(counter: Int32Array, times: number, workers: number) {
  for (let at = 0; at < workers; at++) burn(100);
  await new Promise((resolve) => setTimeout(resolve, 150));
  counter[0] = times * workers;
}
