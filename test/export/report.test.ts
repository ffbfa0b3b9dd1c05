import { describe, expect, it } from "vitest";
import { reportComparison, reportRun } from "../../src/export/report.ts";
import type { Machine } from "../../src/lab/machine/machine.ts";
import type { RunFigures, VariantResult } from "../../src/lab/result.ts";
import { untold } from "../lab/support/untold.ts";

const machine: Machine = {
  platform: "linux",
  cpuModel: "test",
  coresInstalled: 4,
  affinity: [0, 1],
  quota: 1.5,
  cores: 1,
  memoryGb: 8,
  nodeVersion: "v20.0.0",
  tellsCores: true,
};

const figures: RunFigures = {
  wallMs: 100,
  cpuMs: 90,
  startupMs: 20,
  warmupMs: 30,
  threads: 2,
  peakRunning: 2,
  peakWaiting: 0,
  cores: [0, 1],
  ...untold,
  coreUsePercent: [90, 85],
  droppedEvents: 0,
  finishedAtMs: [60, 99.5],
  checksum: 7,
  switches: 3,
  processCpuPercent: 150,
  processMemoryMb: 80,
};

const variant: VariantResult = {
  id: "two workers",
  approach: "parallel",
  spec: { workload: "cpu", approach: "parallel", tasks: 2, workers: 2, taskMs: 50, sliceMs: 10 },
  runs: [figures, { ...figures, wallMs: 110 }],
  medianWallMs: 105,
  spreadMs: 5,
};

/** All of them but the pictures and the single delays, which are for the screen. */
const { pictures: _, delays: __, ...told } = figures;

/** As it stands in the file. */
const written = (report: object): unknown => JSON.parse(JSON.stringify(report));

describe("report of a run", () => {
  it("has machine, spec, runs, median and spread, and nothing else", () => {
    expect(written(reportRun(machine, variant))).toEqual({
      machine,
      spec: variant.spec,
      runs: [told, { ...told, wallMs: 110 }],
      medianWallMs: 105,
      spreadMs: 5,
    });
  });

  it("has all that a run measured", () => {
    const [run] = reportRun(machine, variant).runs;
    expect(Object.keys(run ?? {}).sort()).toEqual([
      "answers",
      "buffersMb",
      "checksum",
      "connections",
      "coreUsePercent",
      "cores",
      "counted",
      "cpuMs",
      "droppedEvents",
      "endedBy",
      "finishedAtMs",
      "latency",
      "limit",
      "notes",
      "peakRunning",
      "peakWaiting",
      "phases",
      "processCpuPercent",
      "processMemoryMb",
      "resources",
      "runtime",
      "startupMs",
      "stuck",
      "switches",
      "threads",
      "wallMs",
      "warmupMs",
    ]);
  });

  it("has what drawing cost where it was drawn", () => {
    const drawing = { frames: 30, framesPerSecond: 29.5, cpuMs: 3 };
    const drawn = { ...variant, runs: [{ ...figures, drawing }] };
    expect(reportRun(machine, drawn).runs[0]?.drawing).toEqual(drawing);
    expect(reportRun(machine, variant).runs[0]).not.toHaveProperty("drawing");
  });

  it("has null for a task whose end was lost", () => {
    const lost = { ...variant, runs: [{ ...figures, finishedAtMs: [60, Number.NaN] }] };
    expect(reportRun(machine, lost).runs[0]?.finishedAtMs).toEqual([60, null]);
  });

  it.each([
    [1000, true],
    [1001, false],
  ])("lists when each of %d tasks was done: %s", (tasks, listed) => {
    const finishedAtMs = Array.from({ length: tasks }, (_, task) => task);
    const [run] = reportRun(machine, { ...variant, runs: [{ ...figures, finishedAtMs }] }).runs;
    expect(run).toBeDefined();
    expect(run?.finishedAtMs).toEqual(listed ? finishedAtMs : undefined);
    expect(Object.hasOwn(run ?? {}, "finishedAtMs")).toBe(listed);
  });
});

describe("report of a comparison", () => {
  it("has one result an approach, and the verdicts", () => {
    const other: VariantResult = {
      ...variant,
      id: "one by one",
      approach: "sequential",
      spec: { ...variant.spec, approach: "sequential" },
      runs: [figures],
      medianWallMs: 100,
      spreadMs: 0,
    };
    const verdicts = [{ a: "one by one", b: "two workers", ratio: 1.05, verdict: "too-close" }] as const;
    expect(written(reportComparison(machine, { variants: [variant, other], verdicts }))).toEqual({
      machine,
      results: [
        {
          approach: "parallel",
          spec: variant.spec,
          runs: [told, { ...told, wallMs: 110 }],
          medianWallMs: 105,
          spreadMs: 5,
        },
        { approach: "sequential", spec: other.spec, runs: [told], medianWallMs: 100, spreadMs: 0 },
      ],
      verdicts,
    });
  });
});
