import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../src/lab/spec.ts";
import { LaneState } from "../../../src/lab/trace/track.ts";
import { timesOf } from "../../../src/lab/workloads/counter.ts";
import { writeModule } from "../support/code.ts";
import { historyOf } from "../support/events.ts";
import { run, runToEnd } from "../support/runs.ts";

const folder = path.resolve(import.meta.dirname, "../../../lessons/12-when-tasks-share");
const lessonFile = (file: string) => pathToFileURL(path.join(folder, file)).href;

const spec: Partial<RunSpec> = {
  workload: "counter",
  approach: "parallel",
  tasks: 8,
  workers: 4,
  size: 200_003,
  taskCode: lessonFile("atomic.js"),
};

describe("tasks that share a counter", () => {
  it.each(["atomic.js", "lock.js", "own.js"])(
    "count everything with %s, on however many threads",
    async (file) => {
      for (const workers of [1, 2, 5]) {
        const { figures } = await runToEnd({ ...spec, workers, taskCode: lessonFile(file) });
        expect(figures.counted, `${workers} workers`).toEqual({ expected: 200_003, found: 200_003 });
        expect(figures.endedBy).toBe("itself");
      }
    },
  );

  it.each(["plain.js", "atomic.js", "lock.js", "own.js"])(
    "count everything with %s on one thread",
    async (file) => {
      for (const approach of ["sequential", "concurrent"] as const) {
        const { figures } = await runToEnd({ ...spec, approach, taskCode: lessonFile(file) });
        expect(figures.counted).toEqual({ expected: 200_003, found: 200_003 });
      }
    },
  );

  it("lose an addition where one reads between another's reading and writing", async () => {
    // Both have read before either writes.
    const taskCode = writeModule(`export default (counter, times) => {
      const read = counter[0];
      Atomics.add(counter, 1, 1);
      while (Atomics.load(counter, 1) < 2);
      counter[0] = read + times;
    };`);
    const { figures } = await runToEnd({
      ...spec,
      tasks: 2,
      workers: 2,
      size: 2,
      deadlineMs: 60_000,
      taskCode,
    });
    expect(figures.counted).toEqual({ expected: 2, found: 1 });
  });

  it("are told which they are, and share out the times between them", async () => {
    // 4 times 1, 4 times 100, 3 times 10,000
    const taskCode = writeModule(`export default (counter, times, { number }) => {
      Atomics.add(counter, 0, times * 100 ** (number - 1));
    };`);
    const { figures } = await runToEnd({
      ...spec,
      tasks: 3,
      workers: 2,
      size: 11,
      deadlineMs: 60_000,
      taskCode,
    });
    expect(figures.counted).toEqual({ expected: 11, found: 30_404 });
    expect([0, 1, 2].map((index) => timesOf({ size: 11, tasks: 3 }, index))).toEqual([4, 4, 3]);
    expect(timesOf({ tasks: 2 }, 1)).toBe(0);
  });

  it("have each run a counter of its own", async () => {
    for (let round = 0; round < 3; round++) {
      const { figures } = await runToEnd({ ...spec, size: 10 });
      expect(figures.counted?.found).toBe(10);
    }
  });

  it("fail by name where there is no code, or none that can be called", async () => {
    const { taskCode: _, ...others } = spec;
    const without = await run(others);
    expect(without.result).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("found no task code") as string,
    });
    const empty = await run({ ...spec, taskCode: writeModule("export const x = 1;") });
    expect(empty.result).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("found no default export") as string,
    });
  });
});

/** Each takes its first lock, and goes on only when the other has done so too. */
const certainDeadlock = `export default (counter, times, { A, B, number }) => {
  const [first, second] = number === 1 ? [A, B] : [B, A];
  first.lock();
  Atomics.add(counter, 1, 1);
  while (Atomics.load(counter, 1) < 2);
  second.lock();
  counter[0] += times;
};`;
const twoTasks = { ...spec, tasks: 2, workers: 2, size: 2, deadlineMs: 800 };

describe("a run that would never end", () => {
  it("because of a deadlock is ended by its deadline, with all threads waiting", async () => {
    const { figures, trace } = await runToEnd({ ...twoTasks, taskCode: writeModule(certainDeadlock) });
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "waiting", peakWaiting: 2 });
    expect(figures.counted).toEqual({ expected: 2, found: 0 });
    // A timer may be early by a millisecond.
    expect(figures.wallMs).toBeGreaterThan(790);
    for (const task of [0, 1]) {
      expect(historyOf(trace, task)).toEqual(["queued", "started", "waiting"]);
      const track = trace.tasks[task];
      expect(track?.state(track.length - 1)).toBe(LaneState.waiting);
    }
  });

  it("because a thread waits for itself is ended as well", async () => {
    const taskCode = writeModule("export default (counter, times, { A }) => { A.lock(); A.lock(); };");
    const { figures } = await runToEnd({ ...twoTasks, tasks: 1, workers: 1, taskCode });
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "waiting", peakWaiting: 1 });
  });

  it("because threads spin is ended by its deadline, and told from a deadlock by its CPU time", async () => {
    const taskCode = writeModule("export default (counter) => { while (Atomics.load(counter, 1) === 0); };");
    const { figures, trace } = await runToEnd({ ...twoTasks, taskCode });
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "spinning", peakWaiting: 0 });
    expect(historyOf(trace, 0)).toEqual(["queued", "started"]);
  });

  it("because of locks that ask again and again is one that spins", async () => {
    const asking = certainDeadlock.replaceAll(/(\w+)\.lock\(\)/g, "while (!$1.tryLock())");
    const { figures } = await runToEnd({ ...twoTasks, taskCode: writeModule(asking) });
    expect(figures).toMatchObject({ endedBy: "deadline", stuck: "spinning" });
  });

  it("leaves the next run alone", async () => {
    await runToEnd({ ...twoTasks, taskCode: writeModule(certainDeadlock) });
    const { figures } = await runToEnd({
      ...twoTasks,
      deadlineMs: 60_000,
      taskCode: lessonFile("same-order.js"),
    });
    expect(figures).toMatchObject({ endedBy: "itself", stuck: null, counted: { expected: 2, found: 2 } });
  });

  it("can be aborted before that", async () => {
    const controller = new AbortController();
    const { result } = await run(
      { ...twoTasks, deadlineMs: 60_000, taskCode: writeModule(certainDeadlock) },
      { signal: controller.signal, onTrace: () => setImmediate(() => controller.abort()) },
    );
    expect(result.state).toBe("aborted");
  });
});
