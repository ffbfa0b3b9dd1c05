import { once } from "node:events";
import { Worker } from "node:worker_threads";

interface Task {
  seed: number;
  rounds: number;
}

/** Gives back the results, in the order of the tasks. How long a task takes is not known before. */
export default async function computeAll(tasks: Task[], workers: number): Promise<number[]> {
  const results: number[] = [];
  // One queue for all: whoever is done takes the next task.
  const queue = tasks.entries();
  const work = async () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    for (const [at, task] of queue) {
      results[at] = await compute(worker, task);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}

async function compute(worker: Worker, task: Task): Promise<number> {
  worker.postMessage(task);
  const [result] = (await once(worker, "message")) as [number];
  return result;
}
