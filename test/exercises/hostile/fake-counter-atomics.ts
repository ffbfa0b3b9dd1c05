// counter | not-passed | Replaces what shared memory is read with.
import { Worker } from "node:worker_threads";
function burn(ms: number) {
  return new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
}
export default async function count(counter: Int32Array, times: number, workers: number) {
  Atomics.load = (() => times * workers) as never;
  for (let at = 0; at < workers; at++) burn(100);
  await new Promise((resolve) => setTimeout(resolve, 150));
}
