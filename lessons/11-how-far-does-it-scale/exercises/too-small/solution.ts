import { Worker } from "node:worker_threads";
import { grind } from "./work.ts";

interface Task {
  seed: number;
  rounds: number;
}

/** To start a thread takes about so long. What is done before that is not worth one. */
const worthMs = 20;

/** Gives back the results, in the order of the tasks. Some batches are tiny, others are large. */
export default async function computeAll(tasks: Task[], workers: number): Promise<number[]> {
  const results: number[] = [];
  const began = performance.now();
  for (const { seed, rounds } of tasks) {
    if (performance.now() - began > worthMs) break;
    results.push(grind(seed, rounds));
  }
  const rest = tasks.slice(results.length);
  return rest.length === 0 ? results : [...results, ...(await computeOnWorkers(rest, workers))];
}

async function computeOnWorkers(tasks: Task[], workers: number): Promise<number[]> {
  const share = Math.ceil(tasks.length / workers);
  const parts = Array.from({ length: workers }, (_, number) => {
    return computeOnOne(tasks.slice(number * share, (number + 1) * share));
  });
  return (await Promise.all(parts)).flat();
}

function computeOnOne(tasks: Task[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: tasks });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
