import { Worker } from "node:worker_threads";

/**
 * Adds up something of every number from `from` up to, not including, `to`.
 * @param salt belongs to the work: pass it on
 * @param workers how many threads to share the work out to
 */
export default async function sum(
  from: number,
  to: number,
  salt: number,
  workers: number,
): Promise<number> {
  const size = Math.ceil((to - from) / workers);
  const chunks = Array.from({ length: workers }, (_, at) => {
    const start = from + at * size;
    return sumChunk(start, Math.min(start + size, to), salt);
  });
  const sums = await Promise.all(chunks);
  return sums.reduce((all, one) => (all + one) >>> 0, 0);
}

function sumChunk(from: number, to: number, salt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { from, to, salt },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
