// split-a-sum | denied | All objects have an option without permissions, and the constructor is looked for elsewhere.
import { isMainThread, Worker } from "node:worker_threads";
import { writeFileSync } from "node:fs";
if (!isMainThread) writeFileSync("/tmp/learn-concurrency-hostile", "x");
export default async function sum() {
  (Object.prototype as any).execArgv = [];
  const Original = Worker.prototype.constructor as typeof Worker;
  new Original(new URL("./start.ts", import.meta.url));
  await new Promise(() => {});
}
