import "../support/patience.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import { Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { pollProcesses } from "../../../src/lab/resources/process-poll.ts";
import { watchResources } from "../../../src/lab/resources/watch.ts";

const isLinux = process.platform === "linux";

/** Computes until this process has had that much CPU time more. */
function compute(ms: number): void {
  const before = process.cpuUsage();
  for (let used = 0; used < ms * 1000;) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
}

/** A program that does nothing. */
const steadyReader = { read: () => ({ memoryMb: 100, threads: 10, cpuMs: 5 }), close: () => {} };

describe("resources of this program", () => {
  it("has a reading from before, in time relative to the work, and one from the end", () => {
    const watchedAt = readClock();
    const watch = watchResources();
    const startedAt = readClock();
    const samples = watch.stop(startedAt);
    expect(samples.length).toBeGreaterThanOrEqual(2);
    expect(samples[0]?.atMs).toBeLessThanOrEqual(0);
    expect(samples[0]?.atMs).toBeGreaterThanOrEqual(watchedAt - startedAt - 0.01);
    expect(samples.at(-1)?.atMs).toBeGreaterThanOrEqual(0);
    expect(samples[0]?.cpuPercent).toBeNull();
  });

  it("sees memory grow", () => {
    const watch = watchResources();
    const grown = Buffer.alloc(200 * 2 ** 20, 1);
    const samples = watch.stop(readClock());
    const memory = samples.map(({ memoryMb }) => memoryMb ?? 0);
    expect((memory.at(-1) ?? 0) - (memory[0] ?? 0)).toBeGreaterThan(190);
    expect(grown.length).toBe(200 * 2 ** 20);
  });

  it("sees how busy it was, as much as the cores allow", () => {
    const watch = watchResources();
    compute(200);
    const [, last] = watch.stop(readClock());
    expect(last?.cpuPercent).toBeGreaterThan(1);
    expect(last?.cpuPercent).toBeLessThanOrEqual(100 * os.availableParallelism());
  });

  it.runIf(isLinux)("counts threads while they are there", async () => {
    const watch = watchResources();
    const workers = Array.from(
      { length: 3 },
      () =>
        new Worker("require('node:worker_threads').parentPort.once('message', () => {});", { eval: true }),
    );
    await Promise.all(workers.map((worker) => once(worker, "online")));
    const during = watch.stop(readClock());
    await Promise.all(workers.map((worker) => worker.terminate()));
    const first = during[0]?.threads ?? 0;
    expect(first).toBeGreaterThan(0);
    expect((during.at(-1)?.threads ?? 0) - first).toBeGreaterThanOrEqual(3);
    const after = watchResources().stop(readClock());
    expect(after[0]?.threads).toBe(first);
  });

  it.runIf(isLinux)("adds what other processes of the run use", async () => {
    const program =
      "globalThis.kept = Buffer.alloc(150 * 2 ** 20, 1); console.log('there'); setInterval(() => {}, 1e6)";
    const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "data");
    const others = pollProcesses(() => (child.pid === undefined ? [] : [child.pid]));
    onTestFinished(() => others.stop());
    await vi.waitUntil(() => others.latest.memoryMb > 0, { interval: 5, timeout: 20_000 });
    expect(others.latest.memoryMb).toBeGreaterThan(150);
    expect(others.latest.threads).toBeGreaterThan(1);
  });

  it("adds them to its own, and forgets them with the watch", () => {
    let stopped = 0;
    const others = {
      latest: { memoryMb: 10_000, cpuPercent: 50, threads: 1000 },
      stop: () => {
        stopped++;
      },
    };
    const [, last] = watchResources({ others, reader: steadyReader }).stop(readClock());
    expect(last).toMatchObject({ memoryMb: 10_100, threads: 1010, cpuPercent: 50 });
    expect(stopped).toBe(1);
  });

  it("says nothing of threads where the system does not", () => {
    const reader = { ...steadyReader, read: () => ({ ...steadyReader.read(), threads: null }) };
    const samples = watchResources({ reader }).stop(readClock());
    expect(samples.map(({ threads }) => threads)).toEqual([null, null]);
  });
});

describe("samples of a long run", () => {
  /** A program whose memory, threads and CPU time grow with every reading. */
  function watchGrowing(readings: number) {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "hrtime"] });
    onTestFinished(() => void vi.useRealTimers());
    let count = 0;
    let closed = 0;
    const reader = {
      read: () => {
        count++;
        // As 30 % of a core would.
        return { memoryMb: 100 + count, threads: 10 + count, cpuMs: readClock() * 0.3 };
      },
      close: () => {
        closed++;
      },
    };
    const watch = watchResources({ reader });
    for (let i = 0; i < readings; i++) vi.advanceTimersToNextTimer();
    vi.advanceTimersByTime(1);
    return { samples: watch.stop(readClock()), count, closed: () => closed, last: () => count };
  }

  it("are taken every 20 ms in a short run", () => {
    const { samples } = watchGrowing(10);
    expect(samples).toHaveLength(12);
    expect(samples[1]?.atMs).toBeCloseTo((samples[0]?.atMs ?? 0) + 20, 1);
  });

  it.each([299, 300, 1000, 1500])("are never too many, and reach from beginning to end: %d", (readings) => {
    const { samples, last, closed } = watchGrowing(readings);
    expect(samples.length).toBeLessThanOrEqual(301);
    expect(samples.length).toBeGreaterThan(140);
    expect(samples[0]?.memoryMb).toBe(101);
    expect(samples.at(-1)?.memoryMb).toBe(100 + last());
    expect(samples.map(({ atMs }) => atMs)).toEqual(samples.map(({ atMs }) => atMs).sort((a, b) => a - b));
    // Fewer samples, and the same CPU use.
    for (const { cpuPercent } of samples.slice(1)) expect(cpuPercent).toBeCloseTo(30, 0);
    expect(closed()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
