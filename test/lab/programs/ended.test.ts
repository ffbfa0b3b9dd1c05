import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ProgramSpec } from "../../../src/lab/programs/languages.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";
import { killAll, waitUntilNone } from "../../support/processes.ts";
import { bundle } from "../support/bundle.ts";
import { until } from "../support/patience.ts";
import { isLinux } from "../support/system-threads.ts";
import {
  defaultSpec,
  endlessSize,
  folder,
  hasPython,
  runProgram,
  watchProcesses,
} from "./support/program-runs.ts";

const engine = await bundle("test/lab/programs/support/endless-run.ts");

const endless = (["node", "python"] as const)
  .filter((workload) => workload === "node" || hasPython)
  .flatMap((workload) =>
    (["sequential", "concurrent", "parallel"] as const).map((approach) => ({
      ...defaultSpec,
      workload,
      approach,
      size: endlessSize,
    })),
  );

/** Makes a run that has to be aborted. */
async function abort(
  spec: ProgramSpec,
  when: (controller: AbortController, trace: () => Trace | null) => Promise<void> | void,
): Promise<Trace | null> {
  const controller = new AbortController();
  let growing: Trace | null = null;
  const outcome = runProgram(spec, { signal: controller.signal, onTrace: (trace) => (growing = trace) });
  await when(controller, () => growing);
  const { result, trace } = await outcome;
  expect(result).toEqual({ state: "aborted", spec });
  return trace;
}

describe.runIf(isLinux)("of a program, no process is left", () => {
  it.each(endless)("when its run is aborted while it works: $workload, $approach", async (spec) => {
    const left = watchProcesses();
    const trace = await abort(spec, async (controller, growing) => {
      await until(() => [...(growing()?.events() ?? [])].some(({ kind }) => kind > 0));
      expect(left().length).toBeGreaterThan(0);
      controller.abort();
    });
    await waitUntilNone(left);
    expect(trace?.finishedMs).toBeNull();
  });

  it.each(endless)("when its run is aborted while it starts: $workload, $approach", async (spec) => {
    const left = watchProcesses();
    expect(await abort(spec, (controller) => controller.abort())).toBeNull();
    await waitUntilNone(left);
  });

  it("when its run was aborted before it began", async () => {
    const { result } = await runProgram({}, { signal: AbortSignal.abort() });
    expect(result.state).toBe("aborted");
  });

  it.each(endless)("when its run is done: $workload, $approach", async (spec) => {
    const left = watchProcesses();
    const { result } = await runProgram({ ...spec, size: 1000 });
    expect(result.state).toBe("done");
    await waitUntilNone(left);
  });

  it.each(endless)("when the one that has started it is killed: $workload, $approach", async (spec) => {
    const left = watchProcesses();
    const child = spawn(process.execPath, [fileURLToPath(engine), folder.href, JSON.stringify(spec)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      await once(child.stdout, "data");
      expect(left().length).toBeGreaterThan(1);
      child.kill("SIGKILL");
      await waitUntilNone(left);
    } finally {
      killAll(left());
    }
  });
});

it("a run leaves nothing behind that listens to its signal", async () => {
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
  await runProgram({}, { signal });
  expect(listeners).toBe(0);
});
