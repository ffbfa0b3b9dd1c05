import { describe, expect, test } from "vitest";
import { expectMs } from "../../../src/app/lab-order.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";

const spec: RunSpec = {
  workload: "cpu",
  approach: "sequential",
  tasks: 6,
  workers: 3,
  taskMs: 100,
  sliceMs: 20,
};

describe("how long a run should take", () => {
  test.each<[string, Partial<RunSpec>, number]>([
    ["one after another", {}, 600],
    ["in turns, computing: no less", { approach: "concurrent" }, 600],
    ["in turns, waiting: as the longest", { approach: "concurrent", workload: "wait" }, 100],
    ["on three workers", { approach: "parallel" }, 200],
    ["on more workers than cores", { approach: "parallel", workers: 8 }, 150],
    ["on more workers than cores, waiting", { approach: "parallel", workers: 8, workload: "wait" }, 100],
    ["on more workers than tasks", { approach: "parallel", workers: 16, workload: "wait", tasks: 2 }, 100],
    ["confined to one core", { approach: "parallel", onCores: 1 }, 600],
    ["confined to one core, waiting", { approach: "parallel", onCores: 1, workload: "wait" }, 200],
    ["with a long and a short task", { tasks: 2, taskMs: [600, 40] }, 640],
    ["with lengths dealt out in turn", { tasks: 3, taskMs: [600, 40] }, 1240],
    ["not shorter than its longest task", { approach: "parallel", tasks: 2, taskMs: [600, 40] }, 600],
    ["timers, the last of which is due after the computation", { workload: "timers", tasks: 11 }, 200],
    ["timers, the last of which is due before its end", { workload: "timers" }, 100],
    ["as fast as a queue is served", { workload: "queue", approach: "concurrent", tasks: 8 }, 200],
    ["as fast as a limit allows", { workload: "queue", approach: "concurrent", tasks: 8, limit: 2 }, 400],
  ])("%s", (_, changes, expected) => {
    expect(expectMs({ ...spec, ...changes }, 4)).toBe(expected);
  });
});
