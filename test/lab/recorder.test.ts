import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readClock } from "../../src/lab/clock.ts";
import { readSystemThreadId } from "../../src/lab/cores/thread-id.ts";
import { watchThread } from "../../src/lab/cores/thread-watch.ts";
import { createRecorder } from "../../src/lab/recorder.ts";
import type { CrewThread } from "../../src/lab/threads/crew.ts";
import { EventKind } from "../../src/lab/trace/event.ts";
import { createEventReader, createEventWriter, createRingBuffer } from "../../src/lab/trace/event-ring.ts";
import { type ThreadLane, Trace } from "../../src/lab/trace/trace.ts";
import { isLinux } from "./support/system-threads.ts";

/** Threads that are none: the test writes their events. */
function makeCrew(count: number, options: { capacity?: number; systemId?: number | null } = {}) {
  const rings = Array.from({ length: count }, () => createRingBuffer(options.capacity ?? 64));
  const threads: CrewThread[] = rings.map((ring, index) => ({
    label: `thread ${index}`,
    systemId: options.systemId ?? null,
    events: createEventReader(ring),
  }));
  const trace = new Trace({
    tasks: 1000,
    threadLabels: threads.map(({ label }) => label),
    keepEvents: true,
  });
  return { threads, trace, write: rings.map(createEventWriter) };
}

/** Timers go on when the test says so; the clock is the real one. */
function holdTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearTimeout", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
}

describe("recorder", () => {
  it("moves the events of all threads into the trace, counted from the coordinator's first", () => {
    const { threads, trace, write } = makeCrew(2);
    const recorder = createRecorder(trace, threads, 50);
    recorder.start();
    const before = readClock();
    write[0]?.(7, EventKind.queued);
    const after = readClock();
    write[1]?.(7, EventKind.started);
    write[1]?.(7, EventKind.finished);
    const finishedAtMs = readClock();
    recorder.stop(finishedAtMs);
    expect([...trace.events()].map(({ thread, task, kind }) => [thread, task, kind])).toEqual([
      [0, 7, EventKind.queued],
      [1, 7, EventKind.started],
      [1, 7, EventKind.finished],
    ]);
    const times = [...trace.events()].map(({ atMs }) => atMs);
    expect(times[0]).toBe(0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(trace.finishedMs).toBeGreaterThanOrEqual(finishedAtMs - after);
    expect(trace.finishedMs).toBeLessThanOrEqual(finishedAtMs - before);
  });

  it("looks soon after the start, then at intervals, and no more after the end", () => {
    holdTimers();
    const { threads, trace, write } = makeCrew(1);
    const recorder = createRecorder(trace, threads, 50);
    const counts: number[] = [];
    const pass = (ms: number) => {
      write[0]?.(0, EventKind.started);
      vi.advanceTimersByTime(ms);
      counts.push(trace.eventCount);
    };
    recorder.start();
    for (const ms of [3, 1, 49, 1, 50]) pass(ms);
    expect(counts).toEqual([0, 2, 2, 4, 5]);
    recorder.stop(null);
    pass(500);
    expect(trace.eventCount).toBe(5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("tells how many events found their ring full", () => {
    const { threads, trace, write } = makeCrew(2, { capacity: 4 });
    const recorder = createRecorder(trace, threads, 50);
    recorder.start();
    for (let i = 0; i < 10; i++) write[0]?.(i, EventKind.started);
    for (let i = 0; i < 5; i++) write[1]?.(i, EventKind.started);
    expect(recorder.stop(null).droppedEvents).toBe(6 + 1);
    expect(trace.eventCount).toBe(4 + 4);
  });

  it("does not begin to count with the event of a worker, though it be the first that it sees", () => {
    // Between the looks at the two rings the coordinator queues a task, and the worker starts it.
    const { threads, trace, write } = makeCrew(2);
    const [coordinator, worker] = threads as [CrewThread, CrewThread];
    let looks = 0;
    const late: CrewThread = {
      ...coordinator,
      events: {
        dropped: 0,
        drain(receive) {
          const count = coordinator.events.drain(receive);
          if (looks++ === 0) {
            write[0]?.(0, EventKind.queued);
            write[1]?.(0, EventKind.started);
          }
          return count;
        },
      },
    };
    holdTimers();
    const recorder = createRecorder(trace, [late, worker], 50);
    recorder.start();
    vi.advanceTimersByTime(54);
    recorder.stop(null);
    const events = [...trace.events()].sort((a, b) => a.atMs - b.atMs);
    expect(events.map(({ thread, kind }) => [thread, kind])).toEqual([
      [0, EventKind.queued],
      [1, EventKind.started],
    ]);
    expect(events[0]?.atMs).toBe(0);
  });

  it("leaves the trace open where the run did not come to its end", () => {
    const { threads, trace, write } = makeCrew(1);
    const recorder = createRecorder(trace, threads, 50);
    recorder.start();
    write[0]?.(0, EventKind.started);
    recorder.stop(null);
    expect(trace.eventCount).toBe(1);
    expect(trace.finishedMs).toBeNull();
  });

  it("has nothing to say of cores where the system tells nothing", () => {
    const { threads, trace, write } = makeCrew(1);
    const recorder = createRecorder(trace, threads, 50);
    recorder.start();
    write[0]?.(0, EventKind.started);
    const observed = recorder.stop(readClock());
    expect(observed.cpuMs).toBeNull();
    expect(trace.threads[0]?.samples.length).toBe(0);
  });

  it("is timed, and its own CPU time taken", () => {
    const { threads, trace } = makeCrew(1);
    const recorder = createRecorder(trace, threads, 50);
    const before = readClock();
    recorder.start();
    const began = readClock();
    for (const { user, system } = process.cpuUsage(); ;) {
      const now = process.cpuUsage();
      if (now.user + now.system - user - system > 40_000) break;
    }
    const ended = readClock();
    const { watchedMs, ownCpuMs } = recorder.stop(null);
    expect(watchedMs).toBeGreaterThanOrEqual(ended - began);
    expect(watchedMs).toBeLessThanOrEqual(readClock() - before);
    expect(ownCpuMs).toBeGreaterThan(0);
  });
});

describe.runIf(isLinux)("recorder on Linux", () => {
  it("samples cores no oftener than is needed, however often it looks for events", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearTimeout", "clearInterval", "hrtime"] });
    onTestFinished(() => void vi.useRealTimers());
    vi.advanceTimersByTime(60_000); // the machine was not started this very moment
    const { threads, trace, write } = makeCrew(1, { systemId: readSystemThreadId() });
    const recorder = createRecorder(trace, threads, 10);
    recorder.start();
    // The first look finds nothing to count from, and must not put off the first sample.
    vi.advanceTimersByTime(4);
    write[0]?.(0, EventKind.started);
    vi.advanceTimersByTime(120);
    recorder.stop(null);
    const { samples } = trace.threads[0] as ThreadLane;
    const times = Array.from({ length: samples.length }, (_, i) => Math.round(samples.atMs(i)));
    expect(times).toEqual([10, 60, 110, 120]);
  });

  it("samples core and CPU time of each thread, from its start on", () => {
    holdTimers();
    // This thread stands for both; what it computed before must not be counted.
    const { threads, trace, write } = makeCrew(2, { systemId: readSystemThreadId() });
    const recorder = createRecorder(trace, threads, 50);
    const own = watchThread(readSystemThreadId());
    onTestFinished(() => own?.close());
    const ownCpuMs = () => own?.look()?.cpuMs ?? Number.NaN;
    const beforeMs = ownCpuMs();
    recorder.start();
    vi.advanceTimersByTime(4);
    // Nothing has begun yet: there is no time to count from.
    expect(trace.threads[0]?.samples.length).toBe(0);
    write[0]?.(0, EventKind.started);
    for (const began = ownCpuMs(); ownCpuMs() < began + 20;);
    vi.advanceTimersByTime(50);
    const { cpuMs } = recorder.stop(readClock());
    const usedMs = ownCpuMs() - beforeMs;
    for (const { samples } of trace.threads) {
      expect(samples.length).toBe(2);
      expect(samples.atMs(0)).toBeGreaterThan(0);
      expect(samples.atMs(1)).toBeGreaterThan(samples.atMs(0));
      expect(samples.cpuMs(0)).toBeGreaterThanOrEqual(20);
      expect(samples.cpuMs(1)).toBeGreaterThanOrEqual(samples.cpuMs(0));
      expect(samples.cpuMs(1)).toBeLessThanOrEqual(usedMs);
      expect(samples.get(1)?.core).toBeGreaterThanOrEqual(0);
    }
    const sampled = trace.threads.map(({ samples }) => samples.cpuMs(1));
    expect(cpuMs).toBeGreaterThanOrEqual((sampled[0] ?? 0) + (sampled[1] ?? 0));
    expect(cpuMs).toBeLessThanOrEqual(2 * usedMs);
  });
});
