import { parentPort, workerData } from "node:worker_threads";
import { grind } from "./work.ts";

const { seed, rounds } = workerData as { seed: number; rounds: number };
parentPort?.postMessage(grind(seed, rounds));
