// The worker needs no change: it computes the tasks that it is started with.
import { parentPort, workerData } from "node:worker_threads";
import { grind } from "./work.ts";

const tasks = workerData as { seed: number; rounds: number }[];
parentPort?.postMessage(tasks.map(({ seed, rounds }) => grind(seed, rounds)));
