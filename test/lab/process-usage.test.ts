import "./support/patience.ts";
import os from "node:os";
import { describe, expect, it } from "vitest";
import { watchProcess } from "../../src/lab/process-usage.ts";

/** Computes until this process has had that much CPU time more. */
function compute(ms: number): void {
  const before = process.cpuUsage();
  for (let used = 0; used < ms * 1000;) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
}

describe("use of the process", () => {
  it("is CPU % and memory, as numbers that can be", async () => {
    const watch = await watchProcess();
    compute(100);
    const { cpuPercent, memoryMb } = await watch.stop();
    expect(cpuPercent).toBeGreaterThan(0);
    expect(cpuPercent).toBeLessThanOrEqual(100 * os.availableParallelism());
    expect(memoryMb).toBeGreaterThan(10);
    expect(memoryMb).toBeLessThan(os.totalmem() / 2 ** 20);
  });

  it("can be watched again", async () => {
    for (let round = 0; round < 2; round++) {
      const watch = await watchProcess();
      compute(30);
      expect((await watch.stop()).memoryMb).toBeGreaterThan(10);
    }
  });

  it("includes the highest memory while it was watched", async () => {
    const watch = await watchProcess();
    const grown = Buffer.alloc(200 * 2 ** 20, 1);
    const { memoryMb } = await watch.stop();
    expect(memoryMb).toBeGreaterThan(200);
    expect(grown.length).toBe(200 * 2 ** 20);
  });
});
