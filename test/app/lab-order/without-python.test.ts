import { describe, expect, test } from "vitest";
import { hasPython, initialKnobs, orderLab } from "../../../src/app/lab-order.ts";
import type { Case } from "../../../src/lessons/model.ts";
import { everyLab } from "../support/lessons.ts";
import { makeLab } from "../support/made-lab.ts";

function makeCase(id: string, changes: Partial<Case>): Case {
  const nothing = { against: null, workload: null, approach: null, code: null, twin: null };
  return { id, label: id, knobs: {}, setting: {}, ...nothing, ...changes };
}

const twin = { label: "4 worker threads", code: "workers.js" };
const cases = [
  makeCase("pool", { workload: "python", approach: "parallel", code: "pool.py", label: "4 processes", twin }),
  makeCase("alone", { workload: "python", approach: "sequential", code: "sequential.py" }),
  makeCase("node", { workload: "node", approach: "sequential", code: "sequential.js" }),
];
const lab = makeLab({ workload: "node", size: 100, vary: { knob: "case", values: cases } });

function ordered(python: boolean) {
  const { variants } = orderLab(lab, initialKnobs(lab, 4), 4, python);
  return variants.map(({ id, label, code, spec }) => [id, label, code, spec.workload]);
}

describe("a lab of Python programs", () => {
  test("runs them where there is Python", () => {
    expect(ordered(true)).toEqual([
      ["pool", "4 processes", "pool.py", "python"],
      ["alone", "alone", "sequential.py", "python"],
      ["node", "node", "sequential.js", "node"],
    ]);
  });

  test("runs their twins without it, and leaves out those that have none", () => {
    expect(ordered(false)).toEqual([
      ["pool", "4 worker threads", "workers.js", "node"],
      ["node", "node", "sequential.js", "node"],
    ]);
  });

  test("is taken to have Python until it is known that there is none that can be used", () => {
    expect(hasPython({ python: null })).toBe(true);
    expect(hasPython({ python: { state: "found", version: "3.11.7" } })).toBe(true);
    expect(hasPython({ python: { state: "absent" } })).toBe(false);
    expect(hasPython({ python: { state: "old", version: "3.7.0" } })).toBe(false);
    expect(hasPython({ python: { state: "broken", reason: "it hangs" } })).toBe(false);
  });

  test("is never empty, and never runs Python, without Python", () => {
    for (const { step } of everyLab()) {
      const { variants } = orderLab(step.lab, initialKnobs(step.lab, 4), 4, false);
      expect(variants.length, step.id).toBeGreaterThan(0);
      expect(variants.map(({ spec }) => spec.workload)).not.toContain("python");
    }
  });
});
