import { parentPort } from "node:worker_threads";
import { look } from "./work.ts";

parentPort?.once("message", ({ counter, times }: { counter: Int32Array; times: number }) => {
  for (let at = 0; at < times; at++) {
    const before = counter[0];
    look(at);
    counter[0] = before + 1;
  }
});
