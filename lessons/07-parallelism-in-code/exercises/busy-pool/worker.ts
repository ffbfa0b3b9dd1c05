// The worker needs no change: it computes one task after the other, as they come.
import { parentPort } from "node:worker_threads";
import { grind } from "./work.ts";

parentPort?.on("message", ({ seed, rounds }: { seed: number; rounds: number }) => {
  parentPort?.postMessage(grind(seed, rounds));
});
