import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { pinThreads } from "../../../src/lab/cores/pin.ts";
import type { RunResult } from "../../../src/lab/result.ts";
import { bundle } from "../support/bundle.ts";
import { defaultSpec, entry, machine, run, runToEnd } from "../support/runs.ts";
import { isLinux } from "../support/system-threads.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));
const busy = { approach: "parallel", tasks: 4, workers: 2, taskMs: 20 } as const;
const [firstCore = 0] = machine.affinity ?? [];

/** A machine without the programs of util-linux. */
function withoutTaskset(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-path-"));
  vi.stubEnv("PATH", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
}

describe.runIf(isLinux)("a run that is confined to some cores", () => {
  it("computes on one core when it is told to, and never twice at once", async () => {
    for (let round = 0; round < 3; round++) {
      const { figures } = await runToEnd({ ...busy, onCores: 1 });
      expect(figures.cores).toEqual([firstCore]);
      expect(figures.peakRunning).toBe(1);
    }
  });

  it("is confined to the cores that it may use, whichever they are", async () => {
    const last = machine.affinity?.at(-1) ?? 0;
    const { figures } = await runToEnd({ ...busy, onCores: 1 }, { coreIds: [last] });
    expect(figures.cores).toEqual([last]);
  });

  it("may use them all where as many are asked for, or more", async () => {
    const { figures } = await runToEnd({ ...busy, onCores: 4096 });
    for (const core of figures.cores ?? []) expect(machine.affinity).toContain(core);
    expect(figures.cores?.length).toBeGreaterThanOrEqual(1);
    expect(figures.peakRunning).toBeLessThanOrEqual(machine.cores);
  });

  it("comes to the same result", async () => {
    const { figures } = await runToEnd(busy);
    expect((await runToEnd({ ...busy, onCores: 1 })).figures.checksum).toBe(figures.checksum);
  });

  it("works where the whole program is confined to one core", () => {
    const spec = JSON.stringify({ ...defaultSpec, ...busy, onCores: 1 });
    const told = execFileSync(
      "taskset",
      ["-c", String(firstCore), process.execPath, program, entry.href, spec],
      { encoding: "utf8" },
    );
    expect(JSON.parse(told)).toMatchObject({
      state: "done",
      figures: { cores: [firstCore], peakRunning: 1, threads: 2 },
    } satisfies { state: RunResult["state"]; figures: object });
  });
});

describe.runIf(isLinux)("a run that cannot be confined", () => {
  it("fails and says so where the system tells nothing of cores", async () => {
    const { result } = await run({ onCores: 1 }, { coreIds: null });
    expect(result).toMatchObject({
      state: "failed",
      reason: "this system does not let a program choose the cores of its threads",
    });
  });

  it("fails and says what is missing", async () => {
    withoutTaskset();
    const { result } = await run({ onCores: 1 });
    expect(result).toMatchObject({
      state: "failed",
      reason: "the program taskset (package util-linux) is not there",
    });
  });

  it("fails where the core is not there", async () => {
    const { result } = await run({ onCores: 1 }, { coreIds: [4095] });
    expect(result).toMatchObject({ state: "failed", reason: "taskset failed" });
  });

  it("fails where the id of a thread is not known", async () => {
    await expect(pinThreads([null], [firstCore])).rejects.toThrow(
      "the system does not tell the ids of threads",
    );
  });

  it("does not disturb the next one", async () => {
    await run({ onCores: 1 }, { coreIds: null });
    expect((await runToEnd()).figures.droppedEvents).toBe(0);
  });
});
