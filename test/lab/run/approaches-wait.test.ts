import { describe, expect, it } from "vitest";
import { historyOf } from "../support/events.ts";
import { runToEnd } from "../support/runs.ts";

const waitMs = 15;
/** Node counts its timers in whole milliseconds: one may be over a little early. */
const atLeastMs = waitMs - 1;
const spec = { workload: "wait", taskMs: waitMs } as const;
const whole = ["queued", "started", "waiting", "resumed", "finished"];

describe("tasks that wait", () => {
  it("wait one after another: sequential", async () => {
    const { figures, trace } = await runToEnd({ ...spec, approach: "sequential", tasks: 3 });
    expect(figures).toMatchObject({ threads: 1, peakRunning: 1, peakWaiting: 1, droppedEvents: 0 });
    expect(figures.wallMs).toBeGreaterThanOrEqual(3 * atLeastMs);
    expect(figures.finishedAtMs).toEqual([...figures.finishedAtMs].sort((a, b) => a - b));
    for (let task = 0; task < 3; task++) expect(historyOf(trace, task)).toEqual(whole);
  });

  it.each([1, 3, 500])("wait together on one thread, all %d of them: concurrent", async (tasks) => {
    const { figures, trace } = await runToEnd({ ...spec, approach: "concurrent", tasks });
    expect(figures).toMatchObject({ threads: 1, peakRunning: 1, peakWaiting: tasks, droppedEvents: 0 });
    expect(figures.wallMs).toBeGreaterThanOrEqual(atLeastMs);
    for (const task of [0, tasks - 1]) expect(historyOf(trace, task)).toEqual(whole);
  });

  it("wait one a thread: parallel", async () => {
    const { figures, trace } = await runToEnd({ ...spec, approach: "parallel", tasks: 6, workers: 2 });
    expect(figures).toMatchObject({ threads: 2, droppedEvents: 0 });
    expect(figures.peakWaiting).toBeGreaterThanOrEqual(1);
    expect(figures.peakWaiting).toBeLessThanOrEqual(2);
    expect(figures.wallMs).toBeGreaterThanOrEqual(3 * atLeastMs);
    for (let task = 0; task < 6; task++) expect(historyOf(trace, task)).toEqual(whole);
    for (const { track } of trace.threads.slice(1))
      expect(track.timeIn(0, trace.endMs).waiting).toBeGreaterThan(0);
  });

  it("wait each as long as it was asked to", async () => {
    const taskMs = [30, 5, 12];
    const { figures } = await runToEnd({ ...spec, approach: "concurrent", tasks: 6, taskMs });
    for (const [task, atMs] of figures.finishedAtMs.entries())
      expect(atMs).toBeGreaterThanOrEqual((taskMs[task % 3] ?? 0) - 1);
    // Those that wait less long are done before the others, whenever they began.
    const order = figures.finishedAtMs
      .map((_, task) => task)
      .sort((a, b) => (figures.finishedAtMs[a] ?? 0) - (figures.finishedAtMs[b] ?? 0));
    expect(order.slice(0, 2).sort()).toEqual([1, 4]);
    expect(order.slice(4).sort()).toEqual([0, 3]);
  });
});
