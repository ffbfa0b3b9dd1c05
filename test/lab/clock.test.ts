import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readClock } from "../../src/lab/clock.ts";

describe("clock", () => {
  it("never goes back, and tells apart what lies less than a millisecond apart", () => {
    const readings = Array.from({ length: 10_000 }, readClock);
    expect(readings.every((atMs, i) => i === 0 || atMs >= (readings[i - 1] as number))).toBe(true);
    expect(readings.some((atMs) => !Number.isInteger(atMs))).toBe(true);
  });

  it("counts milliseconds of the monotonic clock", () => {
    const before = process.hrtime.bigint();
    const atMs = readClock();
    const after = process.hrtime.bigint();
    expect(atMs).toBeGreaterThanOrEqual(Number(before) / 1e6);
    expect(atMs).toBeLessThanOrEqual(Number(after) / 1e6);
  });

  it("is the same in every process", () => {
    const before = readClock();
    const there = execFileSync(process.execPath, ["-p", "Number(process.hrtime.bigint()) / 1e6"], {
      encoding: "utf8",
    });
    expect(Number(there)).toBeGreaterThanOrEqual(before);
    expect(Number(there)).toBeLessThanOrEqual(readClock());
  });
});
