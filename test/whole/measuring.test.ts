import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ChromeEvent } from "../../src/export/chrome-trace.ts";
import type { CompareReport, ReportedRun, RunReport } from "../../src/export/report.ts";
import { median, spread } from "../../src/lab/experiment/statistics.ts";
import { makeFolder } from "../support/folders.ts";
import { cliOf, node } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { showsLanes } from "../support/screens.ts";
import { openTerminal } from "../support/terminal.ts";

/** What the JSON of a run holds: what the issue asks for, and what came on top. */
const askedOfRun = [
  "wallMs",
  "cpuMs",
  "startupMs",
  "threads",
  "peakRunning",
  "peakWaiting",
  "coreUsePercent",
  "cores",
  "droppedEvents",
];
const moreOfRun = [
  "warmupMs",
  "answers",
  "buffersMb",
  "connections",
  "counted",
  "endedBy",
  "latency",
  "limit",
  "notes",
  "phases",
  "resources",
  "runtime",
  "stuck",
  "checksum",
  "switches",
  "processCpuPercent",
  "processMemoryMb",
  "finishedAtMs",
];
const variantFields = ["spec", "runs", "medianWallMs", "spreadMs"];

/** A timer of Node counts whole milliseconds from some moment within one: it may seem early by that. */
const timerSlackMs = 1;

async function runJson<Report>(line: string): Promise<Report> {
  const { code, stdout, stderr } = await runProgram([...line.split(" "), "--json"]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout) as Report;
}

function expectSane(run: ReportedRun, machine: RunReport["machine"]): void {
  expect(Object.keys(run).sort()).toEqual([...askedOfRun, ...moreOfRun].sort());
  expect(run.wallMs).toBeGreaterThan(0);
  expect(run.startupMs).toBeGreaterThan(0);
  expect(run.droppedEvents).toBe(0);
  expect(run.peakRunning).toBeGreaterThanOrEqual(1);
  expect(run.peakRunning).toBeLessThanOrEqual(machine.cores);
  // Where the system tells: on Linux it does.
  expect(run.cpuMs).toBeGreaterThan(0);
  // A thread that waits is seldom seen on a core.
  if (run.peakWaiting === 0) expect(run.cores?.length).toBeGreaterThan(0);
  expect(machine.affinity).toEqual(expect.arrayContaining([...(run.cores ?? [])]));
  const last = Math.max(...(run.finishedAtMs ?? []).map((ms) => ms ?? NaN));
  expect(last).toBeGreaterThan(0);
  expect(last).toBeLessThanOrEqual(run.wallMs + timerSlackMs);
}

describe("run --json", () => {
  test("holds the machine, what was asked for, every run, median and spread", async () => {
    const report = await runJson<RunReport>(
      "run --workload wait --approach concurrent --tasks 3 --task-ms 20.5 --repeat 3",
    );
    expect(Object.keys(report).sort()).toEqual(["machine", ...variantFields].sort());
    expect(report.spec).toMatchObject({
      workload: "wait",
      approach: "concurrent",
      tasks: 3,
      taskMs: 20.5,
    });
    expect(report.machine.platform).toBe("linux");
    expect(report.machine.nodeVersion).toMatch(/^v\d+/);
    expect(report.runs).toHaveLength(3);
    for (const run of report.runs) expectSane(run, report.machine);
    const walls = report.runs.map(({ wallMs }) => wallMs);
    expect(report.medianWallMs).toBe(median(walls));
    expect(report.spreadMs).toBe(spread(walls));
  });

  test("tasks that wait, concurrently: all at once on one thread", async () => {
    const { runs } = await runJson<RunReport>(
      "run --workload wait --approach concurrent --tasks 3 --task-ms 50",
    );
    expect(runs[0]).toMatchObject({ peakWaiting: 3, threads: 1 });
    expect(runs[0]?.wallMs).toBeGreaterThanOrEqual(50 - timerSlackMs);
  });

  test("tasks that wait, sequentially: one at a time, and the waits add up", async () => {
    const { runs } = await runJson<RunReport>(
      "run --workload wait --approach sequential --tasks 4 --task-ms 30",
    );
    expect(runs[0]).toMatchObject({ peakWaiting: 1, threads: 1 });
    expect(runs[0]?.wallMs).toBeGreaterThanOrEqual(4 * (30 - timerSlackMs));
    const ends = runs[0]?.finishedAtMs?.map((ms) => ms ?? NaN) ?? [];
    for (const [index, end] of ends.entries()) {
      expect(end - (ends[index - 1] ?? 0)).toBeGreaterThanOrEqual(30 - timerSlackMs);
    }
  });

  test("tasks that wait, in parallel: as many at once as there are workers", async () => {
    const { runs } = await runJson<RunReport>(
      "run --workload wait --approach parallel --tasks 6 --workers 3 --task-ms 40",
    );
    expect(runs[0]).toMatchObject({ peakWaiting: 3, threads: 3 });
    expect(runs[0]?.wallMs).toBeGreaterThanOrEqual(2 * (40 - timerSlackMs));
  });

  test("ten thousand wait on one thread", async () => {
    const { runs } = await runJson<RunReport>(
      "run --workload wait --approach concurrent --tasks 10000 --task-ms 500",
    );
    expect(runs[0]).toMatchObject({ peakWaiting: 10_000, threads: 1, droppedEvents: 0 });
    expect(runs[0]).not.toHaveProperty("finishedAtMs");
  });

  test("tasks that compute, concurrently: turns, and the first is done late", async () => {
    const { runs, machine } = await runJson<RunReport>(
      "run --approach concurrent --tasks 3 --task-ms 60 --slice-ms 5",
    );
    const [run] = runs;
    if (run === undefined) throw new Error("no run");
    expectSane(run, machine);
    expect(run).toMatchObject({ threads: 1, peakRunning: 1, peakWaiting: 0 });
    expect(run.switches).toBeGreaterThan(3);
    // With fair turns all end near the end.
    expect(Math.min(...(run.finishedAtMs ?? []).map((ms) => ms ?? NaN))).toBeGreaterThan(run.wallMs / 2);
  });

  test("tasks that compute, in parallel: a thread for each worker", async () => {
    const { runs, machine } = await runJson<RunReport>(
      "run --approach parallel --tasks 4 --workers 2 --task-ms 60",
    );
    const [run] = runs;
    if (run === undefined) throw new Error("no run");
    expectSane(run, machine);
    expect(run.threads).toBe(2);
    // How many ran at once is measured: other programs may have had the other core.
    expect(run.peakRunning).toBeLessThanOrEqual(Math.min(2, machine.cores));
    if ((run.cpuMs ?? 0) / run.wallMs > 1.6) expect(run.peakRunning).toBe(2);
  });

  test("without --workers there is one for each core", async () => {
    const { runs, machine, spec } = await runJson<RunReport>("run --approach parallel --task-ms 5");
    expect(spec.workers).toBe(machine.cores);
    expect(runs[0]?.threads).toBe(machine.cores);
  });
});

describe("compare --json", () => {
  test("holds a result for each approach, and a verdict for each pair", async () => {
    const report = await runJson<CompareReport>("compare --workload wait --tasks 4 --task-ms 40 --repeat 3");
    expect(Object.keys(report).sort()).toEqual(["machine", "results", "verdicts"]);
    expect(report.results.map(({ approach }) => approach)).toEqual(["sequential", "concurrent", "parallel"]);
    for (const result of report.results) {
      expect(Object.keys(result).sort()).toEqual(["approach", ...variantFields].sort());
      expect(result.spec.approach).toBe(result.approach);
      expect(result.runs).toHaveLength(3);
      for (const run of result.runs) expectSane(run, report.machine);
      expect(result.medianWallMs).toBe(median(result.runs.map(({ wallMs }) => wallMs)));
    }
    // The same work gives the same result, whoever does it.
    const checksums = report.results.flatMap(({ runs }) => runs.map(({ checksum }) => checksum));
    expect(new Set(checksums).size).toBe(1);

    expect(report.verdicts.map(({ a, b }) => `${a} ${b}`).sort()).toEqual([
      "concurrent sequential",
      "parallel concurrent",
      "parallel sequential",
    ]);
    for (const verdict of report.verdicts) {
      expect(Object.keys(verdict).sort()).toEqual(["a", "b", "ratio", "verdict"]);
      const [a, b] = [verdict.a, verdict.b].map(
        (name) => report.results.find(({ approach }) => approach === name)?.medianWallMs ?? NaN,
      ) as [number, number];
      expect(verdict.ratio).toBeCloseTo(b / a, 6);
      if (verdict.verdict === "faster") expect(verdict.ratio).toBeGreaterThan(1.05 - 1e-9);
      if (verdict.verdict === "slower") expect(verdict.ratio).toBeLessThan(1 / 1.05 + 1e-9);
    }
    // Waits that lie on top of each other: no machine is so slow that this is not seen.
    const found = report.verdicts.find(({ a, b }) => a === "concurrent" && b === "sequential");
    expect(found?.verdict).toBe("faster");
  });

  test("with a single run of each there is no spread to judge by", async () => {
    const { verdicts } = await runJson<CompareReport>(
      "compare --workload wait --tasks 3 --task-ms 30 --repeat 1",
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["too-close", "too-close", "too-close"]);
  });

  test("tasks that compute give the same result by all three approaches", async () => {
    const { results, machine } = await runJson<CompareReport>("compare --tasks 3 --task-ms 20 --repeat 2");
    expect(new Set(results.flatMap(({ runs }) => runs.map(({ checksum }) => checksum))).size).toBe(1);
    expect(results.flatMap(({ runs }) => runs.map(({ threads }) => threads))).toEqual([
      1,
      1,
      1,
      1,
      machine.cores,
      machine.cores,
    ]);
  });
});

describe("as text", () => {
  test("run and compare print plain lines with their figures", async () => {
    const run = await runProgram(["run", "--task-ms", "5", "--approach", "parallel", "--workers", "3"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^parallel +\d.* ms,.*3 threads/m);
    const compare = await runProgram(["compare", "--task-ms", "5", "--repeat", "2"]);
    expect(compare).toMatchObject({ code: 0, stderr: "" });
    expect(compare.stdout).toMatch(/^concurrent against sequential: .+/m);
    expect(compare.stdout).toMatch(/^parallel against sequential: .+/m);
    for (const { stdout } of [run, compare]) {
      expect(stdout).not.toMatch(/\u001b|undefined|NaN|null/);
    }
  });
});

describe("--out and --trace", () => {
  test("--out writes the same JSON that --json prints, and replaces what was there", async () => {
    const out = path.join(makeFolder("out"), "result.json");
    for (const repeat of ["2", "1"]) {
      const ended = await runProgram(["run", "--task-ms", "2", "--repeat", repeat, "--json", "--out", out]);
      expect(ended).toMatchObject({ code: 0, stderr: "" });
      expect(readFileSync(out, "utf8")).toBe(ended.stdout);
    }
  });

  test("--trace writes a slice for each turn of a task on a thread", async () => {
    const { events, report } = await traceOf("run --approach parallel --workers 2 --tasks 4 --task-ms 40");
    const [run] = report.runs;
    const slices = events.filter(({ ph, name }) => ph === "X" && name.startsWith("task "));
    expect(new Set(slices.map(({ args }) => args?.["task"]))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(slices.map(({ tid }) => tid)).size).toBe(2);
    for (const { ts = NaN, dur = NaN } of slices) {
      expect(ts).toBeGreaterThanOrEqual(0);
      expect(dur).toBeGreaterThan(0);
      expect((ts + dur) / 1000).toBeLessThanOrEqual((run?.wallMs ?? 0) + timerSlackMs);
    }
    // On which core each thread was seen.
    const cores = events.filter(({ ph, args }) => ph === "X" && args?.["core"] !== undefined);
    expect(cores.length).toBeGreaterThan(0);
    expect(run?.cores).toEqual(expect.arrayContaining(cores.map(({ args }) => args?.["core"])));
  });

  test("--trace writes a wait as a pair of a beginning and an end", async () => {
    const { events } = await traceOf("run --workload wait --approach concurrent --tasks 3 --task-ms 30");
    const ends = new Map(events.filter(({ ph }) => ph === "e").map((event) => [event.id, event]));
    const begins = events.filter(({ ph }) => ph === "b");
    expect(begins.map(({ name }) => name).sort()).toEqual(["task 1 waits", "task 2 waits", "task 3 waits"]);
    for (const { id, ts = NaN } of begins) {
      expect((ends.get(id)?.ts ?? NaN) - ts).toBeGreaterThanOrEqual(1000 * (30 - timerSlackMs));
    }
  });

  test("--trace of compare has every run as a process of its own", async () => {
    const { events } = await traceOf("compare --workload wait --tasks 2 --task-ms 5 --repeat 2");
    const names = namesOf(events, "process_name").map(({ args }) => args?.["name"]);
    for (const approach of ["sequential", "concurrent", "parallel"]) {
      expect(names.filter((name) => name === `${approach} wait: threads`)).toHaveLength(2);
    }
    expect(new Set(namesOf(events, "process_name").map(({ pid }) => pid)).size).toBe(names.length);
  });

  async function traceOf(line: string): Promise<{ events: ChromeEvent[]; report: RunReport }> {
    const file = path.join(makeFolder("out"), "trace.json");
    const ended = await runProgram([...line.split(" "), "--json", "--trace", file]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const { traceEvents } = JSON.parse(readFileSync(file, "utf8")) as { traceEvents: ChromeEvent[] };
    return { events: traceEvents, report: JSON.parse(ended.stdout) as RunReport };
  }

  function namesOf(events: readonly ChromeEvent[], name: string): ChromeEvent[] {
    return events.filter((event) => event.ph === "M" && event.name === name);
  }
});

describe("--live", () => {
  test.each([
    ["run", "--approach parallel --tasks 4 --task-ms 150"],
    ["run", "--workload wait --approach sequential --tasks 3 --task-ms 100"],
    ["compare", "--workload wait --tasks 3 --task-ms 60 --repeat 1"],
  ])("%s %s draws lanes in a terminal while it measures, and says what that cost", async (command, line) => {
    const out = path.join(makeFolder("out"), "result.json");
    const terminal = openTerminal({ args: [command, ...line.split(" "), "--live", "--out", out] });
    await terminal.waitFor(showsLanes, "lanes");
    expect(terminal.modes()).toMatchObject({ alternateScreen: false, cursorVisible: false });
    const { code, state } = await terminal.exit();
    const before = await terminal.before();
    expect(code).toBe(0);
    expect(state.modes).toEqual(before.modes);
    expect(state.line).toBe(before.line);
    // The lanes stay, what was printed before them too, and the report stands below.
    expect(state.mainScreen.slice(0, before.mainScreen.length)).toEqual(before.mainScreen);
    expect(showsLanes(state.mainScreen)).toBe(true);
    expect(state.mainScreen.at(-1)).not.toBe("");
    const report = JSON.parse(readFileSync(out, "utf8")) as RunReport & Partial<CompareReport>;
    const runs = (report.results ?? [report]).flatMap((result) => result.runs);
    expect(runs.length).toBeGreaterThan(0);
    for (const { drawing } of runs) {
      expect(Object.keys(drawing ?? {}).sort()).toEqual(["cpuMs", "frames", "framesPerSecond"]);
      expect(drawing?.frames).toBeGreaterThan(0);
      expect(drawing?.framesPerSecond).toBeGreaterThan(0);
      expect(drawing?.cpuMs).toBeGreaterThanOrEqual(0);
    }
  });

  test("with --json, the lanes go to standard error and the JSON stays whole", async () => {
    const folder = makeFolder("out");
    const terminal = openTerminal({
      command: ["/bin/sh", "-c", '"$0" "$@" >result.json', node, cliOf()],
      args: ["run", "--approach", "parallel", "--task-ms", "80", "--live", "--json"],
      cwd: folder,
    });
    await terminal.waitFor(showsLanes, "lanes");
    expect((await terminal.exit()).code).toBe(0);
    const report = JSON.parse(readFileSync(path.join(folder, "result.json"), "utf8")) as RunReport;
    expect(report.runs[0]?.drawing?.frames).toBeGreaterThan(0);
  });

  test("without a terminal it measures without drawing, and says so", async () => {
    const ended = await runProgram(["run", "--task-ms", "5", "--live", "--json"]);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/^--live needs a terminal[^\n]*\n$/);
    expect((JSON.parse(ended.stdout) as RunReport).runs[0]).not.toHaveProperty("drawing");
  });
});

describe("interrupted", () => {
  const long = ["--tasks", "64", "--workers", "64", "--task-ms", "600000"];

  test.each(["cpu", "wait"])(
    "Ctrl-C in a run of 64 tasks (%s) ends it with 130, and no process is left",
    async (workload) => {
      const args = ["run", "--approach", "parallel", "--workload", workload, ...long, "--live"];
      const terminal = openTerminal({ args });
      await terminal.waitFor(showsLanes, "lanes");
      terminal.press("ctrlC");
      const { code, state } = await terminal.exit();
      expect(code).toBe(130);
      expect(state.modes).toEqual((await terminal.before()).modes);
      expect(state.line).toBe((await terminal.before()).line);
      await terminal.allGone();
    },
  );

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s in compare ends it with %i", async (signal, code) => {
    const out = path.join(makeFolder("out"), "result.json");
    const terminal = openTerminal({ args: ["compare", ...long, "--live", "--out", out] });
    await terminal.waitFor(showsLanes, "lanes");
    terminal.signal(signal);
    expect((await terminal.exit()).code).toBe(code);
    await terminal.allGone();
  });
});
