import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFlight } from "../../../src/lab/approaches/in-flight.ts";

describe("tasks in flight", () => {
  it("are never more than the limit, as many as it allows, and each carried out once", async () => {
    const limits = fc.option(fc.integer({ min: 1, max: 30 }));
    await fc.assert(
      fc.asyncProperty(limits, fc.integer({ min: 0, max: 25 }), async (limit, count) => {
        const tasks = Array.from({ length: count }, (_, index) => index);
        const done: number[] = [];
        let under = 0;
        let most = 0;
        await inFlight(limit, tasks, async (task) => {
          most = Math.max(most, ++under);
          await new Promise(setImmediate);
          under--;
          done.push(task);
        });
        expect(most).toBe(Math.min(limit ?? count, count));
        expect(done.toSorted((a, b) => a - b)).toEqual(tasks);
      }),
      { numRuns: 50 },
    );
  });

  it("end with the first failure", async () => {
    const fail = (task: number) => (task === 2 ? Promise.reject(new Error("no")) : Promise.resolve());
    await expect(inFlight(1, [1, 2, 3], fail)).rejects.toThrow("no");
  });
});
