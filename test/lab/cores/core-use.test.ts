import os from "node:os";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { watchCoreUse } from "../../../src/lab/cores/core-use.ts";

type Ticks = readonly [user: number, nice: number, sys: number, idle: number, irq: number];

/** What the system says of its cores, call by call. */
function pretendCores(...looks: readonly (readonly Ticks[])[]): void {
  const left = [...looks];
  const spy = vi.spyOn(os, "cpus").mockImplementation(() =>
    (left.shift() ?? []).map(([user, nice, sys, idle, irq]) => ({
      model: "",
      speed: 0,
      times: { user, nice, sys, idle, irq },
    })),
  );
  onTestFinished(() => spy.mockRestore());
}

describe("use of the cores", () => {
  it("is the share of the time in which each was not idle", () => {
    pretendCores(
      [
        [1000, 10, 100, 5000, 1],
        [0, 0, 0, 0, 0],
        [7, 7, 7, 7, 7],
        [0, 0, 0, 500, 0],
      ],
      [
        [1020, 15, 110, 5060, 6],
        [100, 0, 0, 0, 0],
        [7, 7, 7, 7, 7],
        [0, 0, 0, 600, 0],
      ],
    );
    expect(watchCoreUse().stop()).toEqual([40, 100, 0, 0]);
  });

  it("counts a core that has come meanwhile from its own beginning", () => {
    pretendCores(
      [[0, 0, 0, 10, 0]],
      [
        [0, 0, 0, 20, 0],
        [1, 0, 0, 3, 0],
      ],
    );
    expect(watchCoreUse().stop()).toEqual([0, 25]);
  });

  it("is never more than all where the system counts badly", () => {
    // Idle time that runs backwards has been seen on real machines.
    pretendCores([[0, 0, 0, 100, 0]], [[50, 0, 0, 90, 0]]);
    expect(watchCoreUse().stop()).toEqual([100]);
  });

  it("is told of every core of this machine", () => {
    const percents = watchCoreUse().stop();
    expect(percents).toHaveLength(os.cpus().length);
    for (const percent of percents) {
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
    }
  });
});
