// split-a-sum | denied | A worker that asks for flags without permissions.
import { isMainThread, Worker } from "node:worker_threads";
import { writeFileSync } from "node:fs";
if (!isMainThread) writeFileSync("/tmp/learn-concurrency-hostile", "x");
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url), { execArgv: [], env: { NODE_OPTIONS: "" } });
  await new Promise(() => {});
}
