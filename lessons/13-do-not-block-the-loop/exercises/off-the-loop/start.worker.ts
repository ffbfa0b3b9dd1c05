import { parentPort, workerData } from "node:worker_threads";
import { grind } from "./work.ts";

// Nobody starts this file yet. What it is started with is in workerData;
// parentPort?.postMessage(...) sends something back.
