import "../support/patience.ts";
import { describe, expect, it } from "vitest";
import { runToEnd } from "../support/runs.ts";

const both = { workload: "wait", taskMs: 15, computeMs: 4, tasks: 6, workers: 2 } as const;

describe("hybrid", () => {
  it("waits for all tasks on one thread and computes on the workers", async () => {
    const { figures, trace } = await runToEnd({ ...both, approach: "hybrid" });
    expect(figures.peakWaiting).toBe(6);
    expect(figures.threads).toBe(3);
    expect(trace.threads.map(({ label }) => label)).toEqual(["main", "thread 1", "thread 2"]);
    const computing = trace.threads.slice(1).map(({ track }) => track.timeIn(0, trace.endMs).running);
    expect(Math.min(...computing)).toBeGreaterThan(0);
    expect(figures.finishedAtMs.every(Number.isFinite)).toBe(true);
  });

  it("comes to the same result as every other approach", async () => {
    const results: number[] = [];
    for (const approach of ["sequential", "concurrent", "parallel", "hybrid"] as const) {
      results.push((await runToEnd({ ...both, approach })).figures.checksum);
    }
    expect(new Set(results).size).toBe(1);
  });

  it("keeps what only waits on its own thread, and what only computes on the workers", async () => {
    const waiting = await runToEnd({ ...both, computeMs: 0, approach: "hybrid" });
    expect(waiting.trace.threads[1]?.track.length).toBe(0);
    const computing = await runToEnd({ workload: "cpu", approach: "hybrid", tasks: 4, taskMs: 2 });
    expect(computing.trace.threads[0]?.track.length).toBe(0);
  });

  it("has no more in flight than its limit", async () => {
    const { figures } = await runToEnd({ ...both, approach: "hybrid", limit: 2 });
    expect(figures.peakWaiting).toBeLessThanOrEqual(2);
    expect(figures.limit).toBe(2);
  });
});

describe("a serial part", () => {
  it("is computed by the coordinator before the tasks, in a lane of its own", async () => {
    const { trace, figures } = await runToEnd({ approach: "parallel", tasks: 2, taskMs: 3, serialMs: 5 });
    expect(trace.extraLabels.get(2)).toBe("serial part");
    const alone = trace.tasks[2];
    expect(alone?.timeIn(0, trace.endMs).running).toBeGreaterThan(0);
    for (const task of trace.tasks.slice(0, 2)) {
      expect(task.timeIn(0, alone?.atMs(1) ?? 0).running).toBe(0);
    }
    expect(figures.finishedAtMs).toHaveLength(2);
  });
});

describe("a deadline", () => {
  it("ends a run that waits, and says so", async () => {
    const { figures } = await runToEnd({ workload: "wait", taskMs: 60_000, deadlineMs: 80 });
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "waiting", answers: null });
    expect(figures.finishedAtMs.every(Number.isNaN)).toBe(true);
  });

  it("ends a run that computes without end", async () => {
    const spec = { taskMs: 600_000, sliceMs: 600_000, tasks: 1, deadlineMs: 300 };
    const { figures } = await runToEnd(spec);
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "spinning" });
  });

  it("is no matter to a run that is done before", async () => {
    const { figures } = await runToEnd({ deadlineMs: 60_000 });
    expect(figures).toMatchObject({ endedBy: "itself", stuck: null });
  });
});
