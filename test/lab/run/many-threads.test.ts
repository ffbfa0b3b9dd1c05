import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSupplies, type Supplies } from "../../../src/lab/machine/supplies.ts";
import type { RunResult } from "../../../src/lab/result.ts";
import { bundle } from "../support/bundle.ts";
import { defaultSpec, entry, run, runToEnd } from "../support/runs.ts";
import { isLinux, listSystemThreads } from "../support/system-threads.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));
const waiting = { workload: "wait", approach: "parallel", taskMs: 20 } as const;

/** This machine, but with only so much memory free before the run begins. */
function withMemory(freeMb: number): () => Supplies {
  const usedBefore = readSupplies().memory.used;
  return () => {
    const used = process.memoryUsage.rss() / 2 ** 20;
    const free = freeMb - Math.max(0, used - usedBefore);
    return { ...readSupplies(), memory: { used, free } };
  };
}

describe("a run with many threads", () => {
  it("has all of them where there is room", async () => {
    const { figures, trace } = await runToEnd({ ...waiting, tasks: 40, workers: 40 });
    expect(figures.threads).toBe(40);
    // Each takes the one task that there is for it.
    expect(trace.threads.slice(1).filter(({ track }) => track.length > 0)).toHaveLength(40);
    expect(figures.notes).toEqual([]);
    expect(figures.startupMs).toBeGreaterThan(0);
  });

  it("tells what they took, from before they were started", async () => {
    const { figures } = await runToEnd({ ...waiting, tasks: 20, workers: 20 });
    const [first] = figures.resources;
    const most = Math.max(...figures.resources.map(({ memoryMb }) => memoryMb ?? 0));
    expect(first?.atMs).toBeLessThan(-figures.startupMs);
    expect(most - (first?.memoryMb ?? 0)).toBeGreaterThan(20);
    expect(figures.resources.at(-1)?.atMs).toBeGreaterThanOrEqual(figures.wallMs);
    if (!isLinux) return;
    const threads = figures.resources.map((sample) => sample.threads ?? 0);
    // The workers and the one that hands out the tasks.
    expect(Math.max(...threads) - (threads[0] ?? 0)).toBeGreaterThanOrEqual(21);
  });

  it("stops starting them before memory runs out, does the work with those, and says so", async () => {
    const before = listSystemThreads().length;
    const { figures } = await runToEnd(
      { ...waiting, tasks: 60, workers: 60 },
      { readSupplies: withMemory(420) },
    );
    expect(figures.threads).toBeGreaterThanOrEqual(8);
    expect(figures.threads).toBeLessThan(60);
    expect(figures.finishedAtMs).toHaveLength(60);
    expect(figures.finishedAtMs.every(Number.isFinite)).toBe(true);
    expect(figures.notes).toHaveLength(1);
    expect(figures.notes[0]).toMatch(
      new RegExp(`^${figures.threads} threads, not 60: \\d+ MB of memory are free, a thread takes \\d+ MB`),
    );
    if (isLinux) expect(listSystemThreads().length).toBeLessThanOrEqual(before + 1);
  });

  it("comes to the same result with fewer threads than were asked for", async () => {
    const all = await runToEnd({ ...waiting, tasks: 30, workers: 30 });
    const few = await runToEnd({ ...waiting, tasks: 30, workers: 30 }, { readSupplies: withMemory(300) });
    expect(few.figures.threads).toBeLessThan(30);
    expect(few.figures.checksum).toBe(all.figures.checksum);
  });

  it("can be aborted while they are being started", async () => {
    const controller = new AbortController();
    let asked = 0;
    const readAndAbort = () => {
      if (++asked === 3) controller.abort();
      return readSupplies();
    };
    const { result } = await run(
      { ...waiting, tasks: 500, workers: 500 },
      { readSupplies: readAndAbort, signal: controller.signal },
    );
    expect(result.state).toBe("aborted");
    expect(asked).toBeLessThan(6);
  });
});

describe.runIf(isLinux)("a run with more threads than the system allows", () => {
  /** Makes the run in a process with a limit of the shell's, for real. */
  function runLimited(limit: string, workers: number): RunResult {
    const spec = JSON.stringify({ ...defaultSpec, ...waiting, tasks: workers, workers });
    const command = `${limit}; exec "$0" "$1" "$2" "$3"`;
    const told = execFileSync("bash", ["-c", command, process.execPath, program, entry.href, spec], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(told) as RunResult;
  }

  it.each([
    // Node itself reserves a gigabyte or so, and half a one for each thread.
    [
      "address space",
      "ulimit -v 14000000",
      /^\d+ threads, not 60: .* of address space are free \(ulimit -v\)/,
    ],
    ["open files", "ulimit -n 150", /^\d+ threads, not 60: \d+ more files may be open \(ulimit -n\)/],
  ])("does it with those that it allows: %s", (_, limit, note) => {
    const result = runLimited(limit, 60);
    expect(result).toMatchObject({ state: "done" });
    if (result.state !== "done") return;
    expect(result.figures.threads).toBeGreaterThanOrEqual(8);
    expect(result.figures.threads).toBeLessThan(60);
    expect(result.figures.notes).toEqual([expect.stringMatching(note)]);
    expect(result.figures.finishedAtMs).toHaveLength(60);
  });

  it("goes on with those that it got where the system gives no more after all", () => {
    // The first eight are started without asking. How many files Node itself has open is its own affair, and which
    // of the threads gets the last ones is chance: so one limit after the other, until some get theirs and some do not.
    for (let files = 72; files >= 44; files -= 2) {
      const result = runLimited(`ulimit -n ${files}`, 8);
      if (result.state !== "done" || result.figures.notes.length === 0) continue;
      const { threads, notes, finishedAtMs } = result.figures;
      expect(threads).toBeLessThan(8);
      expect(finishedAtMs).toHaveLength(8);
      expect(notes).toEqual([
        expect.stringMatching(
          /^\d threads?, not 8: the system gave no more \(too many open files, which ulimit -n limits\)\.$/,
        ),
      ]);
      return;
    }
    throw new Error("no limit gave some of the threads only");
  });

  it("fails and says what to do where there is not even one", () => {
    expect(runLimited("ulimit -n 24", 4)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("ulimit -n") as string,
    });
  });
});
