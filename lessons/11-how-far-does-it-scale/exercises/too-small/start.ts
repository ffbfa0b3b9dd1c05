import { Worker } from "node:worker_threads";

interface Task {
  seed: number;
  rounds: number;
}

/** Gives back the results, in the order of the tasks. Some batches are tiny, others are large. */
export default async function computeAll(tasks: Task[], workers: number): Promise<number[]> {
  // grind(seed, rounds) in work.ts computes one task here.
  return computeOnWorkers(tasks, workers);
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
