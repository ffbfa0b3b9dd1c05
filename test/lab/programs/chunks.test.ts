import fc from "fast-check";
import { expect, it } from "vitest";
import { listFirstNumbers, needsPrecision } from "../../../src/lab/programs/chunks.ts";

it("four chunks of a hundred numbers begin at 0, 25, 50 and 75", () => {
  expect(listFirstNumbers(100, 4)).toEqual([0, 25, 50, 75]);
});

it("chunks differ by one number at most, and no two begin alike", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(1_000_000), (tasks, more) => {
      const size = tasks + more;
      const edges = [...listFirstNumbers(size, tasks), size];
      const lengths = edges.slice(1).map((to, index) => to - (edges[index] ?? 0));
      expect(edges[0]).toBe(0);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }),
  );
});

it("reports of short chunks wait, those of long ones do not", () => {
  expect(needsPrecision(100, 4)).toBe(true);
  expect(needsPrecision(4_000_000, 4)).toBe(false);
});
