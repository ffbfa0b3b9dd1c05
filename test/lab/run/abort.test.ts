import { beforeAll, describe, expect, it } from "vitest";
import type { RunSpec } from "../../../src/lab/spec.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";
import { writeModule } from "../support/code.ts";
import { until } from "../support/patience.ts";
import { defaultSpec, run, runToEnd } from "../support/runs.ts";
import { expectThreads, isLinux, listSystemThreads } from "../support/system-threads.ts";

/** Work that would go on for minutes, of every kind. */
const endless: readonly (readonly [string, Partial<RunSpec>])[] = [
  ["one long computation", { approach: "sequential", taskMs: 600_000, sliceMs: 600_000 }],
  ["computations that take turns", { approach: "concurrent", taskMs: 600_000 }],
  ["computations on many threads", { approach: "parallel", workers: 5, tasks: 10, taskMs: 600_000 }],
  ["long waits", { workload: "wait", approach: "concurrent", tasks: 100, taskMs: 600_000 }],
  ["long waits on threads", { workload: "wait", approach: "parallel", taskMs: 600_000 }],
];

beforeAll(async () => {
  // Node starts threads of its own when they are first needed.
  await runToEnd({ approach: "parallel" });
});

/** Makes a run that has to be aborted, and nothing be left of it. */
async function expectAborted(
  spec: Partial<RunSpec>,
  abort: (controller: AbortController, trace: () => Trace | null) => Promise<void>,
): Promise<Trace | null> {
  const before = isLinux ? listSystemThreads() : [];
  const controller = new AbortController();
  let growing: Trace | null = null;
  const outcome = run(spec, {
    signal: controller.signal,
    tickMs: 5,
    onTrace: (trace) => (growing = trace),
  });
  await abort(controller, () => growing);
  const { result, trace } = await outcome;
  expect(result).toEqual({ state: "aborted", spec: { ...defaultSpec, ...spec } });
  await expectThreads(before);
  return trace;
}

describe("a run that is aborted", () => {
  it.each(endless)("while it goes on is gone with all its threads: %s", async (_, spec) => {
    const trace = await expectAborted(spec, async (controller, growing) => {
      await until(() => (growing()?.eventCount ?? 0) > 0);
      controller.abort();
    });
    expect(trace?.eventCount).toBeGreaterThan(0);
    expect(trace?.finishedMs).toBeNull();
  });

  it("while it goes on is gone though its code never gives way", async () => {
    const code = writeModule("export default (tasks) => { tasks[0].run(); for (;;); }");
    await expectAborted({ code }, async (controller, growing) => {
      await until(() => (growing()?.eventCount ?? 0) > 0);
      controller.abort();
    });
  });

  it("while its code waits for ever is gone", async () => {
    const code = writeModule("export default () => new Promise(() => {})");
    await expectAborted({ code }, async (controller, growing) => {
      await until(() => (growing()?.eventCount ?? 0) > 0);
      controller.abort();
    });
  });

  it.each(endless)("while its threads start has none: %s", async (_, spec) => {
    const trace = await expectAborted(spec, (controller) => {
      controller.abort();
      return Promise.resolve();
    });
    expect(trace).toBeNull();
  });

  it("as its work begins is gone", async () => {
    const controller = new AbortController();
    const { result } = await run(
      { approach: "parallel", taskMs: 600_000 },
      { signal: controller.signal, onTrace: () => controller.abort() },
    );
    expect(result.state).toBe("aborted");
  });

  it.each(endless)("before it starts does not begin: %s", async (_, spec) => {
    const before = isLinux ? listSystemThreads() : [];
    const { result, trace } = await run(spec, { signal: AbortSignal.abort() });
    expect(result).toEqual({ state: "aborted", spec: { ...defaultSpec, ...spec } });
    expect(trace).toBeNull();
    await expectThreads(before);
  });

  it("leaves nothing behind that listens to the signal", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal) as (...args: unknown[]) => void;
    const remove = signal.removeEventListener.bind(signal) as (...args: unknown[]) => void;
    signal.addEventListener = (...args: unknown[]) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: unknown[]) => {
      listeners--;
      remove(...args);
    };
    await runToEnd({}, { signal });
    expect(listeners).toBe(0);
  });

  it("does not disturb the next one", async () => {
    const { figures } = await runToEnd();
    await expectAborted({ taskMs: 600_000 }, async (controller, growing) => {
      await until(() => growing() !== null);
      controller.abort();
    });
    expect((await runToEnd()).figures.checksum).toBe(figures.checksum);
  });
});

describe.runIf(isLinux)("a run that is over", () => {
  it("has left no thread behind", async () => {
    const before = listSystemThreads();
    await runToEnd({ approach: "parallel", workers: 4, tasks: 8 });
    await expectThreads(before);
  });
});
