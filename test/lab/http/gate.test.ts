import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGate } from "../../../src/lab/http/gate.ts";

describe("a gate", () => {
  it("lets no more through at a time than it may, and as many; in their order; and nobody is forgotten", async () => {
    const visit = fc.record({ rounds: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(visit, { maxLength: 30 }),
        async (most, visits) => {
          const enter = createGate(most);
          const entered: number[] = [];
          let inside = 0;
          let peak = 0;
          const outcomes = await Promise.allSettled(
            visits.map(({ rounds, fails }, index) =>
              enter(async () => {
                entered.push(index);
                peak = Math.max(peak, ++inside);
                for (let round = 0; round < rounds; round++) await Promise.resolve();
                inside--;
                if (fails) throw new Error(`no ${index}`);
                return index;
              }),
            ),
          );
          expect(entered).toEqual(visits.map((_, index) => index));
          expect(peak).toBe(Math.min(most, visits.length));
          expect(outcomes.map(({ status }) => status === "rejected")).toEqual(
            visits.map(({ fails }) => fails),
          );
        },
      ),
    );
  });
});
