import { describe, expect, it } from "vitest";
import { taskMsOf } from "../../src/lab/spec.ts";

describe("length of a task", () => {
  it("is the same for all where there is one number", () => {
    expect([0, 1, 7].map((task) => taskMsOf({ taskMs: 20 }, task))).toEqual([20, 20, 20]);
  });
  it("is dealt out in turn where there is a list", () => {
    expect([0, 1, 2, 3, 4].map((task) => taskMsOf({ taskMs: [30, 10] }, task))).toEqual([30, 10, 30, 10, 30]);
  });
  it("is 0 where the list is empty", () => {
    expect(taskMsOf({ taskMs: [] }, 0)).toBe(0);
  });
});
