import { describe, expect, it } from "vitest";
import { historyOf } from "../support/events.ts";
import { machine, runToEnd } from "../support/runs.ts";

describe("tasks that compute", () => {
  it("run one after another on one thread: sequential", async () => {
    const { figures, trace } = await runToEnd({ approach: "sequential", tasks: 4 });
    expect(figures).toMatchObject({
      threads: 1,
      peakRunning: 1,
      peakWaiting: 0,
      switches: 3,
      droppedEvents: 0,
    });
    expect(trace.threads.map(({ label }) => label)).toEqual(["thread 1"]);
    for (let task = 0; task < 4; task++)
      expect(historyOf(trace, task)).toEqual(["queued", "started", "finished"]);
    expect(figures.finishedAtMs).toEqual([...figures.finishedAtMs].sort((a, b) => a - b));
    // Each starts when the one before it is done.
    const starts = trace.tasks.map((track) => track.atMs(1));
    for (let task = 1; task < 4; task++)
      expect(starts[task]).toBeGreaterThanOrEqual(figures.finishedAtMs[task - 1] ?? Number.NaN);
  });

  it("take turns on one thread: concurrent", async () => {
    const { figures, trace } = await runToEnd({ approach: "concurrent", tasks: 3 });
    expect(figures).toMatchObject({ threads: 1, peakRunning: 1, peakWaiting: 0, droppedEvents: 0 });
    expect(trace.threads).toHaveLength(1);
    // All have started before the first one is done.
    const lastStart = Math.max(...trace.tasks.map((track) => track.atMs(1)));
    expect(Math.min(...figures.finishedAtMs)).toBeGreaterThan(lastStart);
  });

  it("run on threads of their own: parallel", async () => {
    const { figures, trace } = await runToEnd({ approach: "parallel", tasks: 6, workers: 3 });
    expect(figures).toMatchObject({ threads: 3, peakWaiting: 0, droppedEvents: 0 });
    expect(figures.peakRunning).toBeGreaterThanOrEqual(1);
    expect(figures.peakRunning).toBeLessThanOrEqual(Math.min(3, machine.cores));
    expect(trace.threads.map(({ label }) => label)).toEqual(["main", "thread 1", "thread 2", "thread 3"]);
    for (let task = 0; task < 6; task++)
      expect(historyOf(trace, task)).toEqual(["queued", "started", "finished"]);
    // The coordinator queues and computes nothing; the first three tasks are handed out to the three workers.
    const events = [...trace.events()];
    expect(events.filter(({ thread }) => thread === 0).map(({ task, kind }) => [task, kind])).toEqual(
      [0, 1, 2, 3, 4, 5].map((task) => [task, 0]),
    );
    expect(trace.tasks.slice(0, 3).map((track) => track.tag(1))).toEqual([1, 2, 3]);
  });

  it("are never more at the same moment than there are cores", async () => {
    const { figures } = await runToEnd(
      { approach: "parallel", tasks: 4, workers: 4, taskMs: 20 },
      { cores: 1 },
    );
    expect(figures.peakRunning).toBe(1);
  });

  it("leave workers idle where there are fewer tasks", async () => {
    const { trace } = await runToEnd({ approach: "parallel", tasks: 1, workers: 3 });
    expect(trace.threads.map(({ track }) => track.length)).toEqual([0, 2, 0, 0]);
  });

  it("that are given nothing to do finish all the same", async () => {
    for (const approach of ["sequential", "concurrent", "parallel"] as const) {
      const { figures } = await runToEnd({ approach, tasks: 3, taskMs: 0 });
      expect(figures.finishedAtMs.every(Number.isFinite)).toBe(true);
    }
  });
});
