import { describe, expect, test } from "vitest";
import type { ThreadRecord } from "../../src/exercises/run/sampler.ts";
import { listSeenThreads, sumUpUsage } from "../../src/exercises/run/usage.ts";

/** A thread that is looked at every 10 ms, and computes in the given stretches. */
function thread(
  id: number,
  busy: readonly (readonly [from: number, to: number])[],
  { bornMs = -10, isHelper = false } = {},
): ThreadRecord {
  const samples: ThreadRecord["samples"] = [];
  for (let at = bornMs; at <= 200; at += 10) {
    const cpu = busy.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(at, to) - from), 0);
    samples.push([at, id % 2, cpu, cpu]);
  }
  return { id, isHelper, samples };
}

const usageOf = (threads: readonly ThreadRecord[], workers = 2) => sumUpUsage(threads, 1, workers, 0, 200);

describe("CPU time of threads", () => {
  test("two workers that share the work", () => {
    const usage = usageOf([thread(1, []), thread(2, [[0, 160]]), thread(3, [[0, 80]])]);
    expect(usage).toMatchObject({ computed: 240, busyThreads: 2, mainShare: 0, balance: 50, newThreads: 0 });
    // In steps of 40 ms: in four of them anything was computed, in two by both.
    expect(usage.overlap).toBe(50);
  });

  test("one after the other does not overlap", () => {
    const usage = usageOf([thread(1, []), thread(2, [[0, 100]]), thread(3, [[100, 200]])]);
    expect(usage.balance).toBe(100);
    expect(usage.overlap).toBe(0);
  });

  test("what the engine's own threads do is no work of a worker's", () => {
    const helper = thread(9, [[0, 100]], { isHelper: true });
    const usage = usageOf([thread(1, [[0, 100]]), helper]);
    expect(usage).toMatchObject({ busyThreads: 1, balance: 0, overlap: 0, computed: 200, mainShare: 50 });
    expect(usageOf([thread(1, [[0, 100]]), { ...helper, isHelper: false }]).busyThreads).toBe(2);
  });

  test("threads that hardly do anything are not busy", () => {
    expect(usageOf([thread(1, [[0, 200]]), thread(2, [[0, 10]]), thread(3, [[0, 10]])]).busyThreads).toBe(1);
  });

  test("what was computed before the beginning does not count", () => {
    expect(usageOf([thread(1, [[-10, 50]])]).computed).toBe(50);
  });

  test("of a thread that was born later all counts", () => {
    const usage = usageOf([thread(1, []), thread(2, [[20, 60]], { bornMs: 30 })]);
    expect(usage.newThreads).toBe(1);
    expect(usage.computed).toBe(40);
  });

  test("nothing at all", () => {
    expect(usageOf([])).toMatchObject({
      computed: 0,
      busyThreads: 0,
      balance: 0,
      mainShare: 0,
      overlap: null,
    });
  });
});

describe("lanes", () => {
  const labels = { main: "main", worker: (number: number) => `worker ${number}` };

  test("the main thread first, then those that computed, and no helper", () => {
    const threads = [
      thread(7, [[0, 100]]),
      thread(5, [[0, 100]], { isHelper: true }),
      thread(6, []),
      thread(1, []),
      thread(4, [[0, 50]]),
    ];
    const seen = listSeenThreads(threads, 1, 0, 200, labels);
    expect(seen.map(({ label }) => label)).toEqual(["main", "worker 1", "worker 2"]);
    expect(seen[1]?.samples.at(-1)?.[2]).toBe(50);
    expect(seen.flatMap(({ samples }) => samples).every(([atMs]) => atMs >= 0)).toBe(true);
  });
});
