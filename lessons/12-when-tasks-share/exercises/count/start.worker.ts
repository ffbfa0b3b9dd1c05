import { parentPort } from "node:worker_threads";

parentPort?.once("message", ({ counter, times }: { counter: Int32Array; times: number }) => {
  for (let n = 0; n < times; n++) {
    counter[0] = counter[0] + 1;
  }
});
