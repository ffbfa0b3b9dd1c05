import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { ApproachName } from "../../../src/lab/spec.ts";
import { historyOf, turnsOn } from "../support/events.ts";
import { type Done, runToEnd } from "../support/runs.ts";

const folder = path.resolve(import.meta.dirname, "../../../lessons");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".js"),
);

/** Which approach a lesson's labs run a file as: `sequential: read-mails.js` under `code:`. */
function approachOf(file: string): ApproachName {
  const lesson = readFileSync(path.join(folder, path.dirname(file), "lesson.md"), "utf8");
  const uses = [...lesson.matchAll(/^ +(sequential|concurrent|parallel): (\S+\.js)$/gm)];
  const names = new Set(uses.filter(([, , name]) => name === path.basename(file)).map(([, name]) => name));
  const [approach] = names;
  if (names.size !== 1 || approach === undefined)
    throw new Error(`${file} is used as ${[...names].join(", ")}`);
  return approach as ApproachName;
}

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
    expect(new Set(files.map(approachOf))).toEqual(new Set(["sequential", "concurrent", "parallel"]));
  });

  it.each(files)("%s does what the built-in approach does", async (file) => {
    const approach = approachOf(file);
    const code = pathToFileURL(path.join(folder, file)).href;
    for (const workload of ["cpu", "wait"] as const) {
      const spec = { workload, approach, tasks: 5, taskMs: 2 };
      const builtIn = describeRun(await runToEnd(spec), approach);
      expect(describeRun(await runToEnd({ ...spec, code }), approach)).toEqual(builtIn);
    }
  });
});
