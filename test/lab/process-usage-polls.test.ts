import os from "node:os";
import pidusage from "pidusage";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { watchProcess } from "../../src/lab/process-usage.ts";

vi.mock("pidusage", () => ({ default: Object.assign(vi.fn(), { clear: vi.fn() }) }));
const ask = vi.mocked(pidusage as (pid: number) => Promise<pidusage.Status>);

const mib = 2 ** 20;
const most = 100 * os.availableParallelism();

/** What pidusage answers, call by call; `null` for an error. */
function answer(...answers: readonly ({ cpu: number; memory: number } | null)[]): void {
  const left = [...answers];
  ask.mockImplementation(() => {
    const next = left.shift();
    if (next === undefined || next === null) return Promise.reject(new Error("no /proc, no ps"));
    return Promise.resolve(next as pidusage.Status);
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  vi.clearAllMocks();
});

describe("use of the process, poll by poll", () => {
  it("is the highest of each, but for the first CPU %, which is the average since the process began", async () => {
    answer(
      { cpu: most, memory: 10 * mib },
      { cpu: 40, memory: 30 * mib },
      { cpu: 70, memory: 20 * mib },
      { cpu: 5, memory: 5 * mib },
    );
    const watch = await watchProcess();
    await vi.advanceTimersByTimeAsync(500);
    expect(await watch.stop()).toEqual({ cpuPercent: 70, memoryMb: 30 });
    expect(ask.mock.calls).toEqual(Array.from({ length: 4 }, () => [process.pid]));
  });

  it("is never more than the cores can give", async () => {
    answer({ cpu: 0, memory: mib }, { cpu: most + 50, memory: mib });
    expect(await (await watchProcess()).stop()).toEqual({ cpuPercent: most, memoryMb: 1 });
  });

  it("is unknown where the system does not tell", async () => {
    answer(null, null);
    expect(await (await watchProcess()).stop()).toEqual({ cpuPercent: null, memoryMb: null });
  });

  it("is unknown where the figure is none", async () => {
    answer({ cpu: 1, memory: mib }, { cpu: Number.NaN, memory: mib });
    expect(await (await watchProcess()).stop()).toEqual({ cpuPercent: null, memoryMb: 1 });
  });

  it("is not compared with what was before the run", async () => {
    answer({ cpu: 1, memory: mib }, { cpu: 1, memory: mib });
    const watch = await watchProcess();
    expect(vi.mocked(pidusage.clear)).toHaveBeenCalledBefore(ask);
    await watch.stop();
  });

  it("is asked for no more when the watch is over", async () => {
    answer({ cpu: 1, memory: mib }, { cpu: 1, memory: mib });
    await (await watchProcess()).stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
