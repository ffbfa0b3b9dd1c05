import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectMs, initialKnobs, orderLab, turnKnob } from "../../../src/app/lab-order.ts";
import { turnableKnobs } from "../../../src/app/screens/lab-screen.ts";
import type { KnobValues } from "../../../src/app/state.ts";
import type { KnobName, Lab } from "../../../src/lessons/model.ts";
import { knobNames } from "../../../src/lessons/model.ts";
import { specLimits } from "../../../src/lab/spec.ts";
import { everyLab } from "../support/lessons.ts";
import { makeLab } from "../support/made-lab.ts";

const cores = 4;

function turned(knob: KnobName, direction: 1 | -1, times: number, lab: Lab = makeLab()): KnobValues {
  let knobs = initialKnobs(lab, cores);
  for (let turn = 0; turn < times; turn++) knobs = turnKnob(lab, knobs, knob, direction, cores);
  return knobs;
}

describe("a knob", () => {
  test.each<[KnobName, 1 | -1, string | number]>([
    ["approach", 1, "concurrent"],
    ["approach", -1, "sequential"],
    ["tasks", 1, 4],
    ["tasks", -1, 2],
    ["task-ms", 1, 250],
    ["task-ms", -1, 150],
    ["workers", 1, 3],
    ["workers", -1, 1],
    ["slice-ms", 1, 50],
    ["slice-ms", -1, 10],
    ["cores", -1, 3],
    ["cores", 1, 4],
  ])("%s turned by %i is %s, and no other knob moves", (knob, direction, expected) => {
    const lab = makeLab();
    expect(turned(knob, direction, 1)).toEqual({ ...initialKnobs(lab, cores), [knob]: expected });
  });

  test.each<[KnobName, 1 | -1, string | number]>([
    ["approach", 1, "parallel"],
    ["tasks", -1, 1],
    ["task-ms", -1, 1],
    ["task-ms", 1, 2000],
    ["workers", -1, 1],
    // Twice the cores: more shows nothing new.
    ["workers", 1, 8],
    ["slice-ms", -1, 0.05],
    ["slice-ms", 1, 500],
    ["cores", -1, 1],
    ["cores", 1, 4],
  ])("%s stops in direction %i at %s", (knob, direction, expected) => {
    expect(turned(knob, direction, 40)[knob]).toBe(expected);
  });

  test("may go to four workers on one core", () => {
    let knobs = initialKnobs(makeLab(), 1);
    for (let turn = 0; turn < 10; turn++) knobs = turnKnob(makeLab(), knobs, "workers", 1, 1);
    expect(knobs.workers).toBe(4);
  });

  test("goes on from a value between two steps", () => {
    const lab = makeLab({ tasks: { kind: "number", value: 7 } });
    expect(turned("tasks", 1, 1, lab).tasks).toBe(8);
    expect(turned("tasks", -1, 1, lab).tasks).toBe(6);
  });

  test("goes no further than a run of 30 seconds", () => {
    expect(turned("tasks", 1, 40).tasks).toBe(100);
    const waiting = makeLab({ workload: "wait", approaches: ["concurrent"] });
    expect(turned("tasks", 1, 40, waiting).tasks).toBe(10_000);
  });

  test("goes down even from a run that is too long", () => {
    const lab = makeLab({ tasks: { kind: "number", value: 5000 } });
    expect(turned("tasks", -1, 1, lab).tasks).toBe(2000);
    expect(turned("tasks", 1, 1, lab).tasks).toBe(5000);
  });
});

describe("the labs of the lessons", () => {
  const labs = everyLab().map(({ step }) => step.lab);
  const turn = fc.record({
    knob: fc.constantFrom(...knobNames),
    direction: fc.constantFrom(1 as const, -1 as const),
  });

  test("make no run longer than 30 seconds, nor one that the engine refuses, however they are turned", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labs),
        fc.constantFrom(1, 2, 4, 64),
        fc.array(turn, { maxLength: 60 }),
        (lab, machineCores, turns) => {
          let knobs = initialKnobs(lab, machineCores);
          for (const { knob, direction } of turns) {
            if (!turnableKnobs(lab).includes(knob)) continue;
            knobs = turnKnob(lab, knobs, knob, direction, machineCores);
          }
          for (const { spec } of orderLab(lab, knobs, machineCores).variants) {
            expect(expectMs(spec, machineCores)).toBeLessThanOrEqual(30_000);
            for (const field of ["tasks", "workers", "sliceMs"] as const) {
              expect(spec[field]).toBeGreaterThanOrEqual(specLimits[field].min);
              expect(spec[field]).toBeLessThanOrEqual(specLimits[field].max);
            }
          }
        },
      ),
    );
  });

  test("are done within half a minute as they stand, all repeats together", () => {
    for (const lab of labs) {
      for (const machineCores of [1, 2, 4, 16]) {
        const { variants, repeat } = orderLab(lab, initialKnobs(lab, machineCores), machineCores);
        const sum = variants.reduce((total, { spec }) => total + expectMs(spec, machineCores), 0);
        expect(sum * repeat, `${lab.id} on ${machineCores} cores`).toBeLessThan(30_000);
      }
    }
  });
});
