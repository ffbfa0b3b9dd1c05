import { describe, expect, it } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { LaneState } from "../../../src/lab/trace/track.ts";
import { machine, run, runToEnd } from "../support/runs.ts";
import { isLinux } from "../support/system-threads.ts";

describe("figures of a run", () => {
  it("count time from the start of the approach, warm-up and start-up apart", async () => {
    const { figures, trace } = await runToEnd({ approach: "parallel", tasks: 4 });
    expect(figures.wallMs).toBeGreaterThan(0);
    expect(figures.startupMs).toBeGreaterThan(0);
    // Each thread warms up for 30 ms, the last one to start as well.
    expect(figures.warmupMs).toBeGreaterThanOrEqual(30);
    expect(trace.finishedMs).toBeGreaterThanOrEqual(Math.max(...figures.finishedAtMs));
    expect(trace.finishedMs).toBeLessThanOrEqual(figures.wallMs);
    expect(trace.endMs).toBe(trace.finishedMs);
    const times = [...trace.events()].map(({ atMs }) => atMs);
    expect(Math.min(...times)).toBe(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(figures.wallMs);
  });

  it("tell when each task was done", async () => {
    const { figures, trace } = await runToEnd({ tasks: 3 });
    expect(figures.finishedAtMs).toEqual(trace.tasks.map((track) => track.atMs(track.length - 1)));
    expect(trace.tasks.map((track) => track.state(track.length - 1))).toEqual([0, 0, 0]);
  });

  it("agree with the lanes: the thread runs while its tasks run", async () => {
    const { trace } = await runToEnd({ approach: "concurrent", tasks: 3 });
    const ofTasks = trace.tasks.map((track) => track.timeIn(0, trace.endMs).running);
    const ofThread = trace.threads[0]?.track.timeIn(0, trace.endMs).running ?? Number.NaN;
    expect(ofThread).toBeCloseTo(
      ofTasks.reduce((sum, ms) => sum + ms, 0),
      6,
    );
    expect(trace.threads[0]?.track.state(0)).toBe(LaneState.running);
  });

  it("are kept with the spec that they belong to", async () => {
    const { result } = await run({ tasks: 2, taskMs: [1, 2] });
    expect(result.spec).toEqual({
      workload: "cpu",
      approach: "sequential",
      tasks: 2,
      workers: 2,
      taskMs: [1, 2],
      sliceMs: 1,
    });
  });

  it("keep no events unless they are told to", async () => {
    const { trace } = await runToEnd({}, { keepEvents: undefined });
    expect(trace.eventCount).toBe(9);
    expect([...trace.events()]).toEqual([]);
  });

  it("say nothing of drawing where nothing was drawn", async () => {
    expect((await runToEnd()).figures).not.toHaveProperty("drawing");
  });

  it("count the frames that were drawn meanwhile, and what they cost", async () => {
    let frames = 100;
    const before = readClock();
    const { figures } = await runToEnd({ taskMs: 30 }, { tickMs: 5, countFrames: () => (frames += 3) });
    expect(figures.drawing?.frames).toBe(3);
    // The run was watched no longer than from here to there, and no shorter than it took.
    expect(figures.drawing?.framesPerSecond).toBeGreaterThanOrEqual(3 / ((readClock() - before) / 1000));
    expect(figures.drawing?.framesPerSecond).toBeLessThanOrEqual(3 / (figures.wallMs / 1000));
    expect(figures.drawing?.cpuMs).toBeGreaterThan(0);
  });

  it("hand out the trace before the first event, and let it grow", async () => {
    const seen: { events: number; tasks: number }[] = [];
    const { trace } = await runToEnd(
      { tasks: 3 },
      { onTrace: (growing) => seen.push({ events: growing.eventCount, tasks: growing.tasks.length }) },
    );
    expect(seen).toEqual([{ events: 0, tasks: 3 }]);
    expect(trace.eventCount).toBe(9);
  });
});

describe.runIf(isLinux)("figures of a run on Linux", () => {
  it("tell CPU time, cores and memory", async () => {
    const { figures, trace } = await runToEnd({ approach: "parallel", tasks: 4, taskMs: 20 });
    expect(figures.cpuMs).toBeGreaterThan(1);
    expect(figures.cores?.length).toBeGreaterThanOrEqual(1);
    for (const core of figures.cores ?? []) expect(machine.affinity).toContain(core);
    expect(figures.cores).toEqual([...(figures.cores ?? [])].sort((a, b) => a - b));
    expect(figures.processMemoryMb).toBeGreaterThan(10);
    for (const { samples } of trace.threads) {
      expect(samples.length).toBeGreaterThanOrEqual(1);
      for (let i = 1; i < samples.length; i++) {
        expect(samples.atMs(i)).toBeGreaterThan(samples.atMs(i - 1));
        expect(samples.cpuMs(i)).toBeGreaterThanOrEqual(samples.cpuMs(i - 1));
      }
    }
  });

  it("see hardly any CPU time in waiting", async () => {
    const waiting = await runToEnd({ workload: "wait", taskMs: 40, tasks: 5 });
    // Warm-up is not part of it: a hundred times as many tasks wait there.
    expect(waiting.figures.cpuMs).toBeLessThan(waiting.figures.wallMs / 2);
    expect(waiting.figures.cpuMs).toBeGreaterThanOrEqual(0);
  });
});
