import { describe, expect, it } from "vitest";
import { historyOf, turnsOn } from "../support/events.ts";
import { runToEnd } from "../support/runs.ts";

describe("turns of computing tasks on a real thread", () => {
  it("go round: each task a slice, then the next", async () => {
    const { figures, trace } = await runToEnd({ approach: "concurrent", tasks: 3, taskMs: 5, sliceMs: 1 });
    expect(turnsOn(trace, 0)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]);
    expect(figures.switches).toBe(14);
    expect(historyOf(trace, 1)).toEqual([
      "queued",
      "started",
      ...Array.from({ length: 4 }, () => ["yielded", "resumed"]).flat(),
      "finished",
    ]);
  });

  it("are left to the others by a short task that is done", async () => {
    const { figures, trace } = await runToEnd({
      approach: "concurrent",
      tasks: 2,
      taskMs: [6, 2],
      sliceMs: 1,
    });
    // When the short one is done, the long one has the thread to itself.
    expect(turnsOn(trace, 0)).toEqual([0, 1, 0, 1, 0]);
    expect(figures.finishedAtMs[1]).toBeLessThan(figures.finishedAtMs[0] ?? Number.NaN);
  });

  it.each(["sequential", "concurrent", "parallel"] as const)(
    "are not given up by a lone task: %s",
    async (approach) => {
      const { figures, trace } = await runToEnd({ approach, tasks: 1, taskMs: 20, sliceMs: 1 });
      expect(historyOf(trace, 0)).toEqual(["queued", "started", "finished"]);
      expect(figures.switches).toBe(0);
    },
  );

  it("are not given up by a task that runs by itself, one after another", async () => {
    const { trace } = await runToEnd({ approach: "sequential", tasks: 3, taskMs: 5, sliceMs: 1 });
    expect(turnsOn(trace, 0)).toEqual([0, 1, 2]);
  });
});
