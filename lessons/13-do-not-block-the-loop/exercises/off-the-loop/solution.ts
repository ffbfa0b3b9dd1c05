import { Worker } from "node:worker_threads";

/** Computes `rounds` rounds. Meanwhile the event loop has to answer others. */
export default async function compute(seed: number, rounds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { seed, rounds },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
