import { parentPort, workerData } from "node:worker_threads";
import { sumOf } from "./work.ts";

const { from, to, salt } = workerData as { from: number; to: number; salt: number };
parentPort?.postMessage(sumOf(from, to, salt));
