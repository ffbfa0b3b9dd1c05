import { expect, test } from "vitest";
import { parseCount, resolveCount, variantIds, writeCount } from "../../src/lessons/count.ts";

test.each([
  [4, "4", 4],
  ["1000", "1000", 1000],
  [0.5, "0.5", 0.5],
  ["cores", "cores", 2],
  ["2*cores", "2*cores", 4],
  ["2 * cores", "2*cores", 4],
  ["cores+1", "cores+1", 3],
  ["3*cores-1", "3*cores-1", 5],
  ["cores-2", "cores-2", 1],
  ["cores/2", "cores/2", 1],
  ["cores/3", "cores/3", 1],
  ["cores/2+1", "cores/2+1", 2],
  ["tasks", "tasks", 9],
])("%s is written %s and comes to %d on two cores and nine tasks", (raw, written, value) => {
  const count = parseCount(raw);
  if (!count) throw new Error("not a count");
  expect(writeCount(count)).toBe(written);
  expect(parseCount(writeCount(count))).toEqual(count);
  expect(resolveCount(count, { cores: 2, tasks: 9 })).toBe(value);
});

test.each(["", "core", "cores*2", "-1", "1e3", "cores/1", "2*cores/2", "2*tasks"])(
  "%j is no count",
  (raw) => {
    expect(parseCount(raw)).toBeNull();
  },
);

test("variants are the varied values as they are written, or the approaches", () => {
  expect(variantIds({ approaches: ["concurrent"], vary: null })).toEqual(["concurrent"]);
  const values = [parseCount(1), parseCount("2*cores")].flatMap((count) => count ?? []);
  expect(variantIds({ approaches: ["parallel"], vary: { knob: "workers", values } })).toEqual([
    "1",
    "2*cores",
  ]);
});
