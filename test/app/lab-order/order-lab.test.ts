import { describe, expect, test } from "vitest";
import { initialKnobs, orderLab } from "../../../src/app/lab-order.ts";
import type { Count, Lab } from "../../../src/lessons/model.ts";
import { makeLab } from "../support/made-lab.ts";

const number = (value: number): Count => ({ kind: "number", value });
const cores = (times = 1, plus = 0): Count => ({ kind: "cores", times, plus });

function order(lab: Lab, machineCores: number, knobs = {}) {
  return orderLab(lab, { ...initialKnobs(lab, machineCores), ...knobs }, machineCores);
}

describe("the knobs at first", () => {
  test("are as the lab says, its counts resolved on this machine", () => {
    const lab = makeLab({ tasks: cores(2), workers: { kind: "tasks" }, taskMs: [600, 40] });
    expect(initialKnobs(lab, 4)).toEqual({
      approach: "sequential",
      tasks: 8,
      "task-ms": 600,
      workers: 8,
      "slice-ms": 20,
      cores: 4,
      limit: Infinity,
      "compute-ms": 0,
      "serial-ms": 0,
      size: 1,
      connections: 1,
    });
  });
});

describe("a lab of single runs", () => {
  test("is one run of what the knobs say", () => {
    const { variants, repeat } = order(makeLab(), 4, { approach: "parallel", tasks: 5, "task-ms": 50 });
    expect(repeat).toBe(1);
    expect(variants).toEqual([
      {
        id: "parallel",
        aliases: [],
        label: "parallel",
        code: "many.js",
        taskCode: null,
        spec: { workload: "cpu", approach: "parallel", tasks: 5, workers: 2, taskMs: 50, sliceMs: 20 },
      },
    ]);
  });

  test("has no code of its own where the lesson has none", () => {
    expect(order(makeLab(), 4, { approach: "concurrent" }).variants[0]?.code).toBeNull();
  });

  test("keeps its list of lengths until the knob is turned", () => {
    const lab = makeLab({ taskMs: [600, 40] });
    expect(order(lab, 4).variants[0]?.spec.taskMs).toEqual([600, 40]);
    expect(order(lab, 4, { "task-ms": 500 }).variants[0]?.spec.taskMs).toBe(500);
  });

  test("confines its threads only to fewer cores than there are", () => {
    expect(order(makeLab(), 4, { cores: 2 }).variants[0]?.spec.onCores).toBe(2);
    expect(order(makeLab(), 4, { cores: 4 }).variants[0]?.spec).not.toHaveProperty("onCores");
  });
});

describe("an experiment", () => {
  test("that varies the approach makes a run of each, with its code", () => {
    const lab = makeLab({ vary: { knob: "approach", values: ["parallel", "sequential"] }, repeat: 3 });
    const { variants, repeat } = order(lab, 4);
    expect(repeat).toBe(3);
    expect(variants.map(({ id, label, code, spec }) => [id, label, code, spec.approach])).toEqual([
      ["parallel", "parallel", "many.js", "parallel"],
      ["sequential", "sequential", "one.js", "sequential"],
    ]);
  });

  const workers = makeLab({
    approaches: ["parallel"],
    vary: { knob: "workers", values: [number(1), number(2), cores(), cores(2)] },
  });
  const idsOn = (machineCores: number) =>
    order(workers, machineCores).variants.map(({ id, aliases }) => [id, ...aliases].join(" = "));

  test("makes a run once that has two names on this machine, and it answers to both", () => {
    expect(idsOn(4)).toEqual(["1", "2", "cores", "2*cores"]);
    expect(idsOn(2)).toEqual(["1", "2 = cores", "2*cores"]);
    expect(idsOn(1)).toEqual(["1 = cores", "2 = 2*cores"]);
  });

  test("makes a run once that has many names", () => {
    const values = [number(1), cores(), cores(2, -1), cores(1, 1)];
    const lab = makeLab({ approaches: ["parallel"], vary: { knob: "workers", values } });
    expect(order(lab, 1).variants.map(({ id, aliases }) => [id, ...aliases])).toEqual([
      ["1", "cores", "2*cores-1"],
      ["cores+1"],
    ]);
  });

  test("is in the order of its values, whatever order they are written in", () => {
    const lab = makeLab({
      approaches: ["parallel"],
      vary: { knob: "workers", values: [cores(2), number(3), cores(), number(100)] },
    });
    expect(order(lab, 1).variants.map(({ id }) => id)).toEqual(["cores", "2*cores", "3", "100"]);
  });

  test.each<[string, Lab["vary"], readonly string[]]>([
    ["tasks", { knob: "tasks", values: [number(1), number(10_000)] }, ["1 mail", "10,000 mails"]],
    ["workers", { knob: "workers", values: [number(1), cores()] }, ["1 worker", "4 workers"]],
    ["cores", { knob: "cores", values: [number(1), cores()] }, ["on 1 core", "on 4 cores"]],
    ["task-ms", { knob: "task-ms", values: [number(5), number(1500)] }, ["mails of 5 ms", "mails of 1.50 s"]],
    [
      "slice-ms",
      { knob: "slice-ms", values: [number(0.02), number(20)] },
      ["turns of 0.02 ms", "turns of 20 ms"],
    ],
  ])("that varies %s says what is varied", (_, vary, labels) => {
    expect(
      order(makeLab({ vary, noun: "mail", nouns: "mails" }), 4).variants.map(({ label }) => label),
    ).toEqual(labels);
  });

  test("that varies the cores confines the threads, but not to all there are", () => {
    const lab = makeLab({ vary: { knob: "cores", values: [number(1), cores()] } });
    expect(order(lab, 4).variants.map(({ spec }) => spec.onCores)).toEqual([1, undefined]);
  });

  test("sets what it varies in each run, and leaves the rest as the knobs say", () => {
    const lab = makeLab({ vary: { knob: "tasks", values: [number(3), number(10)] } });
    expect(order(lab, 4, { "task-ms": 50 }).variants.map(({ spec }) => [spec.tasks, spec.taskMs])).toEqual([
      [3, 50],
      [10, 50],
    ]);
  });
});
