// split-a-sum | output | A worker prints without end.
import { isMainThread, Worker } from "node:worker_threads";

if (!isMainThread) {
  const { writeSync } = await import("node:fs");
  for (;;) try { writeSync(1, "x".repeat(1000)); } catch {}
}
export default async function sum() {
  new Worker(new URL("./start.ts", import.meta.url));

  await new Promise(() => {});
}
