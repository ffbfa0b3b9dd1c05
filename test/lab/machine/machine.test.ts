import "../support/patience.ts";
import { execFileSync } from "node:child_process";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { detectMachine, type Machine } from "../../../src/lab/machine/machine.ts";
import { bundle } from "../support/bundle.ts";
import { isLinux } from "../support/system-threads.ts";

const program = fileURLToPath(await bundle("test/lab/machine/detect-program.ts"));
const machine = detectMachine();

describe("machine", () => {
  it("is described by figures that agree", () => {
    expect(machine.platform).toBe(process.platform);
    expect(machine.nodeVersion).toBe(process.version);
    expect(machine.tellsCores).toBe(isLinux);
    expect(machine.cpuModel).toMatch(/^\S(.*\S)?$/);
    expect(machine.coresInstalled).toBe(os.cpus().length);
    expect(machine.memoryGb).toBeCloseTo(os.totalmem() / 1024 ** 3, 6);
    expect(machine.cores).toBeGreaterThanOrEqual(1);
    expect(machine.cores).toBeLessThanOrEqual(os.availableParallelism());
    if (machine.quota !== null) expect(machine.cores).toBeLessThanOrEqual(Math.max(1, machine.quota));
  });

  it.runIf(isLinux)("tells the cores on which this process may run", () => {
    const affinity = machine.affinity ?? [];
    // As taskset(1) tells it: `pid 4711's current affinity list: 0-3,8`.
    const list = execFileSync("taskset", ["-pc", String(process.pid)], { encoding: "utf8" });
    const [, told = ""] = /: (\S+)\s*$/.exec(list) ?? [];
    const expected = told.split(",").flatMap((part) => {
      const [from = 0, to = from] = part.split("-").map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
    expect(affinity).toEqual(expected);
    expect(machine.cores).toBeLessThanOrEqual(affinity.length);
  });

  it.runIf(isLinux)("has one core for a process that is confined to one, whatever is installed", () => {
    for (const core of [machine.affinity?.at(0) ?? 0, machine.affinity?.at(-1) ?? 0]) {
      const told = execFileSync("taskset", ["-c", String(core), process.execPath, program], {
        encoding: "utf8",
      });
      expect(JSON.parse(told)).toEqual({ ...machine, affinity: [core], cores: 1 } satisfies Machine);
    }
  });
});
