import { describe, expect, it } from "vitest";
import { figuresDisagree, type Machine } from "../../../src/lab/machine/machine.ts";

const machine: Machine = {
  platform: "linux",
  cpuModel: "test",
  coresInstalled: 4,
  affinity: [0, 1, 2, 3],
  quota: null,
  cores: 4,
  memoryGb: 8,
  nodeVersion: "v20.0.0",
  tellsCores: true,
};

describe("figures of the machine", () => {
  it.each([
    ["agree where all cores may be used", {}, false],
    ["agree where the system tells nothing else", { affinity: null }, false],
    ["disagree where some cores may not be used", { affinity: [0, 2] }, true],
    ["disagree under a quota", { quota: 1.5 }, true],
    ["disagree under a quota where the affinity is not told", { affinity: null, quota: 3 }, true],
  ])("%s", (_, other, expected) => {
    expect(figuresDisagree({ ...machine, ...other })).toBe(expected);
  });
});
