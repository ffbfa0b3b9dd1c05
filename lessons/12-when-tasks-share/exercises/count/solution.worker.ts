import { parentPort } from "node:worker_threads";
import { look } from "./work.ts";

parentPort?.once("message", ({ counter, times }: { counter: Int32Array; times: number }) => {
  for (let at = 0; at < times; at++) {
    look(at);
    // Reads, adds and writes in one step, which no other thread gets into.
    Atomics.add(counter, 0, 1);
  }
});
