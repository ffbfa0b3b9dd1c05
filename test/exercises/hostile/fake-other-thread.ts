// slices | not-passed | Computes in a worker.
import { Worker } from "node:worker_threads";
export default async function compute(seed: number, rounds: number) {
  return new Promise((resolve) => {
    new Worker(`
      const { parentPort, workerData } = require("node:worker_threads");
      import(workerData.work).then(({ grind }) => parentPort.postMessage(grind(workerData.seed, workerData.rounds)));`,
      { eval: true, workerData: { seed, rounds, work: new URL("./work.js", import.meta.url).href } },
    ).once("message", resolve);
  });
}
