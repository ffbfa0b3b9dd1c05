import { describe, expect, it } from "vitest";
import { EventKind } from "../../../src/lab/trace/event.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";
import type { ProgramSpec } from "../../../src/lab/programs/languages.ts";
import { historyOf } from "../support/events.ts";
import { isLinux } from "../support/system-threads.ts";
import { hasPython, liveSize, machine, reasonOf, runToEnd, writeProgram } from "./support/program-runs.ts";

const node = [
  { workload: "node", approach: "sequential" },
  { workload: "node", approach: "concurrent" },
  { workload: "node", approach: "parallel" },
] as const;
const python = [
  { workload: "python", approach: "sequential" },
  { workload: "python", approach: "concurrent" },
  { workload: "python", approach: "parallel" },
] as const;
const all: readonly Pick<ProgramSpec, "workload" | "approach">[] = hasPython ? [...node, ...python] : node;

describe.each(all)("$workload, $approach", (spec) => {
  it.each([1000, liveSize])(
    "works on every chunk of %i numbers once, in the time that it tells",
    async (size) => {
      const { figures, trace } = await runToEnd({ ...spec, size });
      for (let task = 0; task < 4; task++) {
        expect(historyOf(trace, task)).toEqual(["queued", "started", "finished"]);
      }
      expect(figures.droppedEvents).toBe(0);
      expect(figures.finishedAtMs).toHaveLength(4);
      expect(trace.finishedMs).toBe(trace.endMs);
      expect(Math.max(...figures.finishedAtMs)).toBeLessThanOrEqual(trace.endMs);
      expect(figures.wallMs).toBeGreaterThan(0);
      expect(figures.startupMs).toBeGreaterThan(0);
    },
  );

  it("tells what its time was made of", async () => {
    const { figures } = await runToEnd({ ...spec, size: liveSize });
    const { startMs, handOverMs, computeMs } = figures.phases ?? { startMs: 0, handOverMs: 0, computeMs: 0 };
    expect(startMs + handOverMs + computeMs).toBeCloseTo(figures.wallMs, 6);
    expect(computeMs).toBeGreaterThan(0);
    if (spec.approach === "sequential") expect(startMs).toBe(0);
    if (spec.approach === "parallel") expect(startMs).toBeGreaterThan(0);
  });

  it("tells what ran it, and what it used", async () => {
    const { figures } = await runToEnd({ ...spec, size: liveSize });
    expect(figures.runtime?.language).toBe(spec.workload);
    expect(figures.runtime?.version).toMatch(/^\d+\.\d+\.\d+$/);
    if (spec.workload === "node") expect(figures.runtime?.version).toBe(process.versions.node);
    expect(figures.cpuMs).toBeGreaterThan(0);
    expect(figures.processMemoryMb).toBeGreaterThan(1);
    // One look before it begins, one when it is over.
    expect(figures.resources.length).toBeGreaterThanOrEqual(2);
    expect(figures.resources[0]?.atMs).toBeLessThan(0);
  });
});

describe("the sum of the squares", () => {
  it("is 328350 for the numbers from 0 to 99, whoever adds them up", async () => {
    for (const spec of all) {
      expect((await runToEnd({ ...spec, size: 100 })).figures.answers).toBe(328350);
    }
  });

  it("comes to the same in every language and approach, beyond what a JavaScript number can hold", async () => {
    const checksums = new Set<number>();
    for (const spec of all) {
      const { figures } = await runToEnd({ ...spec, size: liveSize, tasks: 5 });
      expect(figures.answers).toBeNull();
      checksums.add(figures.checksum);
    }
    expect(checksums.size).toBe(1);
    const { figures } = await runToEnd({ size: liveSize - 1 });
    expect(checksums.has(figures.checksum)).toBe(false);
  });
});

/** Labels of the lanes in which chunks were worked on. */
function workedIn(trace: Trace): string[] {
  const worked = [...trace.events()].filter(({ kind }) => kind === EventKind.started);
  return [...new Set(worked.map(({ thread }) => trace.threads[thread]?.label ?? "?"))].sort();
}

describe("lanes", () => {
  it("are the one thread of a program that has no others", async () => {
    for (const spec of all.filter(({ approach }) => approach === "sequential")) {
      const { figures, trace } = await runToEnd(spec);
      expect(trace.threads.map(({ label }) => label)).toEqual(["main"]);
      expect(workedIn(trace)).toEqual(["main"]);
      expect(figures.threads).toBe(1);
    }
  });

  it("are worker threads in Node", async () => {
    const { figures, trace } = await runToEnd({ approach: "parallel", workers: 3, size: liveSize });
    expect(trace.threads.map(({ label }) => label)).toEqual(["main", "thread 1", "thread 2", "thread 3"]);
    expect(workedIn(trace)).not.toContain("main");
    expect(figures.threads).toBe(3);
  });

  it.runIf(hasPython)("are processes of a pool in Python, or threads", async () => {
    const pool = await runToEnd({ ...python[2], size: 4 * liveSize });
    expect(pool.trace.threads.map(({ label }) => label)).toEqual(["main", "process 1", "process 2"]);
    expect(workedIn(pool.trace)).not.toContain("main");
    const threads = await runToEnd({ ...python[1], size: liveSize });
    expect(threads.trace.threads.map(({ label }) => label)).toEqual(["main", "thread 1", "thread 2"]);
    expect(workedIn(threads.trace)).not.toContain("main");
  });

  it.runIf(isLinux)("know their cores, which are cores that there are", async () => {
    for (const spec of all) {
      const { figures, trace } = await runToEnd({ ...spec, size: 4 * liveSize });
      expect(trace.cores.size).toBeGreaterThan(0);
      for (const core of trace.cores.keys()) expect(machine.affinity).toContain(core);
      expect(figures.cores?.length).toBeGreaterThan(0);
    }
  });

  it("grow while the program runs", async () => {
    for (const spec of all) {
      let seen: Trace | null = null;
      let grewBefore = false;
      const watch = setInterval(() => {
        grewBefore ||= seen !== null && seen.finishedMs === null && seen.eventCount > 0;
      });
      await runToEnd({ ...spec, size: 8 * liveSize }, { onTrace: (trace) => (seen = trace) }).finally(() =>
        clearInterval(watch),
      );
      expect(grewBefore, spec.approach).toBe(true);
    }
  });
});

describe.runIf(isLinux && machine.affinity !== null)("a program that is confined to one core", () => {
  it.each(all)("is seen on no other: $workload, $approach", async (spec) => {
    const { figures, trace } = await runToEnd({ ...spec, size: 2 * liveSize, onCores: 1 });
    expect([...trace.cores.keys()]).toEqual(machine.affinity?.slice(0, 1));
    expect(figures.peakRunning).toBe(1);
  });
});

describe.runIf(hasPython)("a pool whose processes are not forked from the program", () => {
  it.each(["spawn", "forkserver", "fork"])("reports all the same: %s", async (method) => {
    const code = writeProgram(
      "pool.py",
      `
from multiprocessing import get_context

def sum_of_squares(numbers):
    return sum(n * n for n in numbers)

def parallel(chunks, workers):
    with get_context("${method}").Pool(workers) as pool:
        return sum(pool.map(sum_of_squares, chunks))
`,
    );
    for (const size of [100, liveSize]) {
      const { figures, trace } = await runToEnd({ ...python[2], code, size });
      for (let task = 0; task < 4; task++) {
        expect(historyOf(trace, task)).toEqual(["queued", "started", "finished"]);
      }
      expect(workedIn(trace)).not.toContain("main");
      expect(figures.phases?.startMs).toBeGreaterThan(0);
      expect(figures.checksum).toBe((await runToEnd({ size })).figures.checksum);
    }
  });
});

describe("a program that cannot be run as it is", () => {
  it("has to have a function for the approach", async () => {
    expect(await reasonOf({ approach: "hybrid" })).toBe(
      "Node: found hybrid, allowed: sequential, concurrent, parallel",
    );
    const code = writeProgram("none.js", "function sumOfSquares() {}");
    expect(await reasonOf({ code })).toContain("the program has no function sequential");
  });

  it("needs a number for each task", async () => {
    expect(await reasonOf({ size: 3 })).toBe("found 3 numbers for 4 tasks, allowed: at least one for each");
  });

  it("says what it threw", async () => {
    const thrown = "function sumOfSquares() { throw new RangeError('too\\nmany'); }";
    const code = writeProgram(
      "throws.js",
      `${thrown}\nexport const sequential = (chunks) => chunks.map(sumOfSquares);`,
    );
    expect(await reasonOf({ code })).toBe("the Node program failed: RangeError: too many");
  });

  it.runIf(hasPython)("says what it raised, in a process of its pool too", async () => {
    const raised = "def sum_of_squares(numbers):\n    raise ValueError('no such number')\n";
    const pool =
      "from multiprocessing import Pool\ndef parallel(chunks, workers):\n    with Pool(workers) as pool:\n        return sum(pool.map(sum_of_squares, chunks))\n";
    const code = writeProgram("raises.py", raised + pool);
    expect(await reasonOf({ ...python[2], code })).toBe(
      "the Python program failed: ValueError: no such number",
    );
  });
});
