import { describe, expect, it } from "vitest";
import { heldBytes } from "../../../src/lab/workloads/queue.ts";
import { runToEnd } from "../support/runs.ts";

const tasks = 60;
const taskMs = 10;
const spec = { workload: "queue", approach: "concurrent", tasks, taskMs } as const;
const heldMb = heldBytes / 1024 / 1024;
/** Four are served at a time: so far apart are the first to end and the last. Timers may be early by a part of 1 ms. */
const leastMs = (tasks / 4 - 1) * (taskMs - 1);
const apartMs = (finishedAtMs: readonly number[]) => Math.max(...finishedAtMs) - Math.min(...finishedAtMs);

describe("tasks that hold something while they wait to be served", () => {
  it("all hold it at once without a limit", async () => {
    const { figures } = await runToEnd(spec);
    expect(figures.peakWaiting).toBe(tasks);
    expect(figures.buffersMb).toBeGreaterThan((tasks - 1) * heldMb);
    expect(apartMs(figures.finishedAtMs)).toBeGreaterThanOrEqual(leastMs);
  });

  it("hold it as many at a time as a limit allows, and it takes no less long", async () => {
    const limit = 5;
    const { figures } = await runToEnd({ ...spec, limit });
    expect(figures.peakWaiting).toBe(limit);
    expect(figures.buffersMb).toBeGreaterThan((limit - 1) * heldMb);
    expect(apartMs(figures.finishedAtMs)).toBeGreaterThanOrEqual(leastMs);
    const all = await runToEnd(spec);
    expect(all.figures.checksum).toBe(figures.checksum);
  });

  it("one after another hold one", async () => {
    const { figures } = await runToEnd({ ...spec, approach: "sequential", tasks: 8 });
    expect(figures.peakWaiting).toBe(1);
  });
});
