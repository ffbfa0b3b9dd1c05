import { describe, expect, it } from "vitest";
import { calibrate } from "../../../src/lab/run.ts";
import { entry, runToEnd } from "../support/runs.ts";
import { expectThreads, isLinux, listSystemThreads } from "../support/system-threads.ts";

describe("calibration", () => {
  it("gives a speed with which tasks can be planned", async () => {
    const unitsPerMs = await calibrate("cpu", entry);
    expect(unitsPerMs).toBeGreaterThan(0);
    expect(Number.isFinite(unitsPerMs)).toBe(true);
    // No machine does the quarter of a million steps of a thousand units in a microsecond.
    expect(unitsPerMs).toBeLessThan(1e6);
    const { figures } = await runToEnd(
      { tasks: 1, taskMs: 5 },
      { speeds: { kernel: unitsPerMs, image: 1, file: 1 } },
    );
    expect(figures.wallMs).toBeGreaterThan(0);
  });

  it("leaves no thread behind", async () => {
    await calibrate("cpu", entry);
    const before = isLinux ? listSystemThreads() : [];
    await calibrate("cpu", entry);
    await expectThreads(before);
  });

  it("rejects when there is no thread to be had", async () => {
    await expect(calibrate("cpu", new URL("file:///nowhere/to/be/found.mjs"))).rejects.toThrow(
      /^thread 1 died: Cannot find module/,
    );
  });

  it("can be aborted", async () => {
    await expect(calibrate("cpu", entry, AbortSignal.abort())).rejects.toThrow("aborted");
  });
});
