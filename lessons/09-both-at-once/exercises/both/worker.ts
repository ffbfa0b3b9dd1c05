// The worker needs no change: it computes one picture after the other, and says which one it was.
import { parentPort } from "node:worker_threads";
import { grind } from "./work.ts";

interface Job {
  id: number;
  seed: number;
  rounds: number;
}

parentPort?.on("message", ({ id, seed, rounds }: Job) => {
  parentPort?.postMessage({ id, value: grind(seed, rounds) });
});
