import "../support/patience.ts";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { readSystemThreadId } from "../../../src/lab/cores/thread-id.ts";
import { watchThread } from "../../../src/lab/cores/thread-watch.ts";
import { detectMachine } from "../../../src/lab/machine/machine.ts";
import { isLinux, listSystemThreads } from "../support/system-threads.ts";

/** A thread that tells its id, computes when it is told to, and says so when it has. */
async function startThread() {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
     const { readFileSync } = require("node:fs");
     parentPort.on("message", () => {
       for (let i = 0, x = 1; i < 1e8; i++) x = (x * 31 + i) | 0;
       parentPort.postMessage("done");
     });
     parentPort.postMessage(parseInt(readFileSync("/proc/thread-self/stat", "latin1"), 10));`,
    { eval: true },
  );
  const [systemId] = (await once(worker, "message")) as [number];
  return { worker, systemId };
}

describe("watch of a thread", () => {
  it("is none where there is no id, or no such thread", () => {
    expect(watchThread(null)).toBeNull();
    expect(watchThread(2 ** 22 + 1)).toBeNull();
  });

  it.runIf(isLinux)("knows this thread by the id that the system gives it", () => {
    expect(listSystemThreads()).toContain(String(readSystemThreadId()));
  });

  it.runIf(isLinux)("sees the core and the CPU time of another thread, until it is gone", async () => {
    const { worker, systemId } = await startThread();
    const watch = watchThread(systemId);
    const before = watch?.look();
    worker.postMessage("compute");
    await once(worker, "message");
    const after = watch?.look();
    expect(detectMachine().affinity).toContain(after?.core);
    expect(before?.cpuMs).toBeGreaterThanOrEqual(0);
    // A hundred million steps: on no machine are they done in less.
    expect((after?.cpuMs ?? 0) - (before?.cpuMs ?? 0)).toBeGreaterThan(5);
    await worker.terminate();
    expect(watch?.look()).toBeNull();
    watch?.close();
  });
});
