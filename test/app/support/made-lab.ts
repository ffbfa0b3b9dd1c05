/** A lab to be changed for a test. */
import type { Lab } from "../../../src/lessons/model.ts";

const number = (value: number) => ({ kind: "number", value }) as const;

export function makeLab(changes: Partial<Lab> = {}): Lab {
  return {
    id: "made",
    workload: "cpu",
    approaches: ["sequential", "concurrent", "parallel"],
    tasks: number(3),
    taskMs: 200,
    workers: number(2),
    sliceMs: 20,
    limit: { kind: "tasks" },
    computeMs: 0,
    serialMs: 0,
    size: 1,
    connections: 1,
    setting: { deadlineMs: null, failing: [], client: null, taskCode: null },
    measure: "wall",
    vary: null,
    repeat: 1,
    knobs: ["approach", "tasks", "task-ms", "workers", "slice-ms", "cores"],
    code: { sequential: "one.js", parallel: "many.js" },
    view: "tasks",
    end: null,
    parts: false,
    process: false,
    noun: "task",
    nouns: "tasks",
    ...changes,
  };
}
