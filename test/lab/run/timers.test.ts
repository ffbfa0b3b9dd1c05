import { describe, expect, it } from "vitest";
import { timerIntervalMs } from "../../../src/lab/spec.ts";
import { LaneState } from "../../../src/lab/trace/track.ts";
import { writeModule } from "../support/code.ts";
import { runToEnd, unitsPerMs } from "../support/runs.ts";

/** The first task computes for so long that several timers come due meanwhile, whatever the machine. */
const tasks = 6;
const spec = { workload: "timers", approach: "concurrent", tasks, taskMs: 200, sliceMs: 5 } as const;
const set = "const all = timers.map((timer) => timer.run()); await new Promise(setImmediate);";
const codeOf = (middle: string) => `export default async ([report, ...timers], { pool }) => {
  ${set} ${middle} await Promise.all(all); };`;

describe("timers beside a task that computes", () => {
  it("are late while it computes in one go: they fire when it is done", async () => {
    const code = writeModule(codeOf("while (report.step());"));
    const { figures, trace } = await runToEnd({ ...spec, code });
    const [reportMs = 0, ...timersMs] = figures.finishedAtMs;
    for (const [index, atMs] of timersMs.entries()) {
      expect(atMs).toBeGreaterThanOrEqual(Math.min(reportMs, (index + 1) * timerIntervalMs));
    }
    expect(figures.latency?.count).toBe(tasks - 1);
    // The first was due long before: that is how late the latest is.
    expect(figures.latency?.maxMs).toBeGreaterThan(reportMs - 2 * timerIntervalMs);
    // Each delay with the moment when its timer was due, from the start of the run.
    const due = figures.delays.map(({ atMs }) => Math.round(atMs)).sort((a, b) => a - b);
    expect(due).toEqual(timersMs.map((_, index) => (index + 1) * timerIntervalMs));
    expect(Math.max(...figures.delays.map(({ lateMs }) => lateMs))).toBe(figures.latency?.maxMs);
    // Overdue is ready, from the moment when it was due.
    const states = Array.from({ length: trace.tasks[1]?.length ?? 0 }, (_, entry) =>
      trace.tasks[1]?.state(entry),
    );
    expect(states).toContain(LaneState.ready);
    const overdue = states.lastIndexOf(LaneState.ready);
    expect(trace.tasks[1]?.atMs(overdue)).toBe(timerIntervalMs);
  });

  it("fire between its slices", async () => {
    const code = writeModule(codeOf("while (report.step()) await new Promise(setImmediate);"));
    const { figures } = await runToEnd({ ...spec, code });
    const [reportMs = 0, firstMs = Infinity] = figures.finishedAtMs;
    expect(firstMs).toBeLessThan(reportMs);
    expect(figures.switches).toBeGreaterThan(0);
  });

  it("fire while a worker computes, and all come to the same", async () => {
    const onWorker = await runToEnd({
      ...spec,
      approach: "hybrid",
      workers: 1,
      code: writeModule(codeOf("await pool.run(report);")),
    });
    const [reportMs = 0, firstMs = Infinity] = onWorker.figures.finishedAtMs;
    expect(firstMs).toBeLessThan(reportMs);
    const builtIn = await runToEnd({ ...spec, approach: "hybrid", workers: 1 });
    const alone = await runToEnd(spec);
    expect(onWorker.figures.checksum).toBe(alone.figures.checksum);
    expect(builtIn.figures.checksum).toBe(alone.figures.checksum);
  });

  it("are not due before their time", async () => {
    const { figures } = await runToEnd({ ...spec, taskMs: 0 });
    for (const [task, atMs] of figures.finishedAtMs.entries()) {
      if (task > 0) expect(atMs).toBeGreaterThanOrEqual(task * timerIntervalMs - 2);
    }
    expect(unitsPerMs).toBeGreaterThan(0);
  });
});
