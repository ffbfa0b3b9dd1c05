import { describe, expect, it } from "vitest";
import { LaneState } from "../../../src/lab/trace/track.ts";
import { runToEnd } from "../support/runs.ts";

const blocking = { workload: "block", tasks: 4, taskMs: 30, workers: 4 } as const;

describe("tasks that block their thread", () => {
  it("wait one after another on one thread, however they are started", async () => {
    const { figures, trace } = await runToEnd({ ...blocking, approach: "concurrent" });
    expect(figures.peakWaiting).toBe(1);
    expect(figures.wallMs).toBeGreaterThanOrEqual(4 * 30 - 1);
    for (const track of trace.tasks) {
      const { waiting } = track.timeIn(0, trace.endMs);
      expect(waiting).toBeGreaterThanOrEqual(29);
    }
    expect(trace.threads[0]?.track.state(1)).toBe(LaneState.waiting);
  });

  it("wait at the same moment on threads of their own", async () => {
    const { figures } = await runToEnd({ ...blocking, approach: "parallel" });
    expect(figures.peakWaiting).toBe(4);
  });

  it("come to the same result as tasks of their number always do", async () => {
    const parallel = await runToEnd({ ...blocking, approach: "parallel" });
    const concurrent = await runToEnd({ ...blocking, approach: "concurrent" });
    expect(parallel.figures.checksum).toBe(concurrent.figures.checksum);
  });
});
