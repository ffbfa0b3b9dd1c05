import { once } from "node:events";
import { Worker } from "node:worker_threads";

interface Task {
  seed: number;
  rounds: number;
}

/** Gives back the results, in the order of the tasks. How long a task takes is not known before. */
export default async function computeAll(tasks: Task[], workers: number): Promise<number[]> {
  const results: number[] = [];
  // Each worker has its own share of the tasks.
  const share = Math.ceil(tasks.length / workers);
  const work = async (number: number) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    const end = Math.min((number + 1) * share, tasks.length);
    for (let at = number * share; at < end; at++) {
      results[at] = await compute(worker, tasks[at]);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, (_, number) => work(number)));
  return results;
}

async function compute(worker: Worker, task: Task): Promise<number> {
  worker.postMessage(task);
  const [result] = (await once(worker, "message")) as [number];
  return result;
}
