import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { ApproachName } from "../../../src/lab/spec.ts";
import { everyLab, lessonsFolder } from "../../app/support/lessons.ts";
import { historyOf, turnsOn } from "../support/events.ts";
import { type Done, runToEnd } from "../support/runs.ts";

/** Files that carry out one of the basic approaches, and which; those of other workloads do more than the built-in ones. */
const files = new Map(
  everyLab().flatMap(({ lesson, step: { lab } }) =>
    lab.workload === "cpu" || lab.workload === "wait"
      ? Object.entries(lab.code).map(([approach, file]) => [`${lesson.id}/${file}`, approach as ApproachName])
      : [],
  ),
);

/** What a run did, as far as it is the same each time. */
function describeRun({ figures, trace }: Done, approach: ApproachName) {
  const tasks = trace.tasks.map((_, task) => task);
  return {
    checksum: figures.checksum,
    threads: figures.threads,
    lanes: trace.threads.length,
    histories: tasks.map((task) => historyOf(trace, task)),
    // Which worker takes what is a matter of chance; on one thread it is not.
    turns: approach === "parallel" ? null : turnsOn(trace, 0),
  };
}

describe("code of the lessons", () => {
  it("is there for every approach", () => {
    expect(new Set(files.values())).toEqual(new Set(["sequential", "concurrent", "parallel"]));
  });

  it.each([...files])("%s does what the built-in approach does", async (file, approach) => {
    const code = pathToFileURL(path.join(lessonsFolder, file)).href;
    for (const workload of ["cpu", "wait"] as const) {
      const spec = { workload, approach, tasks: 5, taskMs: 2 };
      const builtIn = describeRun(await runToEnd(spec), approach);
      expect(describeRun(await runToEnd({ ...spec, code }), approach)).toEqual(builtIn);
    }
  });
});
