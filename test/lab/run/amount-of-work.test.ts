import { describe, expect, it } from "vitest";
import { compute, seedOf } from "../../../src/lab/workloads/kernel.ts";
import { taskMsOf } from "../../../src/lab/spec.ts";
import { turnsOn } from "../support/events.ts";
import { run, runToEnd } from "../support/runs.ts";

/** FNV-1a over the results of all tasks, as 32-bit integers. */
function checksumOf(results: readonly number[]): number {
  return results.reduce((hash, result) => Math.imul(hash ^ (result | 0), 0x01000193) >>> 0, 0x811c9dc5);
}

/** Slices that two tasks of one thread compute by turns. */
async function countSlices(taskMs: number, unitsPerMs: number): Promise<number> {
  const { trace } = await runToEnd(
    { approach: "concurrent", tasks: 2, taskMs, sliceMs: 1 },
    { speeds: { kernel: unitsPerMs, image: 1, file: 1 } },
  );
  return turnsOn(trace, 0).length / 2;
}

describe("amount of work", () => {
  it("is the time that was asked for, by the speed of the machine: every unit is computed", async () => {
    const spec = { tasks: 5, taskMs: [3, 0, 7.25] };
    for (const unitsPerMs of [40, 77.7]) {
      const expected = checksumOf(
        Array.from({ length: 5 }, (_, task) => {
          const units = Math.round(taskMsOf(spec, task) * unitsPerMs);
          return compute(seedOf(task), units);
        }),
      );
      const { figures } = await runToEnd(spec, { speeds: { kernel: unitsPerMs, image: 1, file: 1 } });
      expect(figures.checksum).toBe(expected);
    }
  });

  it.each([
    [8, 100, 8],
    [16, 100, 16],
    [16, 200, 16],
    [2.5, 100, 3],
  ])("of %d ms at %d units a ms is %d slices of 1 ms", async (taskMs, unitsPerMs, slices) => {
    expect(await countSlices(taskMs, unitsPerMs)).toBe(slices);
  });

  it("comes to the same result in every approach and with any slice", async () => {
    const checksums = new Set<number>();
    for (const approach of ["sequential", "concurrent", "parallel"] as const) {
      for (const sliceMs of [0.01, 0.7, 100]) {
        const { figures } = await runToEnd({ approach, sliceMs, tasks: 7, workers: 3, taskMs: [2, 1] });
        checksums.add(figures.checksum);
      }
    }
    expect(checksums.size).toBe(1);
  });

  it("comes to the same result in every approach when it is waiting", async () => {
    const checksums = new Set<number>();
    for (const approach of ["sequential", "concurrent", "parallel"] as const) {
      const { figures } = await runToEnd({
        workload: "wait",
        approach,
        tasks: 7,
        workers: 3,
        taskMs: [2, 1],
      });
      checksums.add(figures.checksum);
    }
    expect([...checksums]).toEqual([checksumOf([0, 1, 2, 3, 4, 5, 6].map(seedOf))]);
  });

  it.each([
    ["more tasks", { tasks: 4 }],
    ["longer tasks", { taskMs: 5 }],
  ])("comes to another result with %s", async (_, other) => {
    const { figures } = await runToEnd();
    const { figures: different } = await runToEnd(other);
    expect(different.checksum).not.toBe(figures.checksum);
  });

  it("is the same in the next run", async () => {
    const [first, second] = [await run(), await run()].map(({ result }) => result);
    if (first?.state !== "done" || second?.state !== "done") throw new Error("a run failed");
    expect(second.figures.checksum).toBe(first.figures.checksum);
  });
});
