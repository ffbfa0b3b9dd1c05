import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunSpec } from "../../../src/lab/spec.ts";
import { writeModule } from "../support/code.ts";
import { defaultSpec, entry, run, runToEnd } from "../support/runs.ts";
import { expectThreads, isLinux, listSystemThreads } from "../support/system-threads.ts";

let expectedChecksum = 0;
beforeAll(async () => {
  expectedChecksum = (await runToEnd()).figures.checksum;
});

/** Runs what has to fail; afterwards no thread may be left, and the next run has to work. */
async function failRun(spec: Partial<RunSpec>, threadEntry: URL = entry): Promise<string> {
  const before = isLinux ? listSystemThreads() : [];
  const { result } = await run(spec, { entry: threadEntry });
  await expectThreads(before);
  expect((await runToEnd()).figures.checksum).toBe(expectedChecksum);
  if (result.state !== "failed") throw new Error(`the run ended so: ${JSON.stringify(result)}`);
  expect(result.spec).toEqual({ ...defaultSpec, ...spec });
  return result.reason;
}

describe("code that fails", () => {
  it.each([
    ["throws", "export default () => { throw new TypeError('no beans'); }", "TypeError: no beans"],
    ["rejects", "export default async () => { throw new Error('no milk'); }", "Error: no milk"],
    ["throws what is no error", "export default () => { throw 'soup'; }", "soup"],
    ["throws while it is loaded", "throw new RangeError('too far');", "RangeError: too far"],
    [
      "fails in the midst of its tasks",
      "export default async (tasks) => { await tasks[0].run(); throw new Error('burnt'); }",
      "Error: burnt",
    ],
    [
      "fails where nobody waits for it",
      "export default async (tasks) => { void Promise.reject(new Error('alone')); for (;;) await new Promise(setImmediate); }",
      "thread 1 died: alone",
    ],
    [
      "throws from a timer",
      "export default () => new Promise(() => setTimeout(() => { throw new Error('late'); }, 1))",
      "thread 1 died: late",
    ],
    ["exits", "export default () => process.exit(3);", "thread 1 stopped with exit code 3"],
    [
      "exits as if all were well",
      "export default () => process.exit(0);",
      "thread 1 stopped with exit code 0",
    ],
    ["runs no task", "export default () => {};", "the approach ended with 0 of 3 tasks done"],
    [
      "ends before its tasks do",
      "export default async (tasks) => { for (const task of tasks.slice(1)) await task.run(); tasks[0].run(); }",
      "the approach ended with 2 of 3 tasks done",
    ],
    [
      "runs a task twice, and another one not at all",
      "export default async (tasks) => { for (const i of [0, 1, 1]) await tasks[i].run(); }",
      "task 2 was run twice",
    ],
    [
      "runs a task once too often",
      "export default async (tasks) => { for (const i of [0, 1, 2, 2]) await tasks[i].run(); }",
      "task 3 was run twice",
    ],
    [
      "asks for workers where there are none",
      "export default (tasks, { workers }) => workers[0].run(tasks[0]);",
      "TypeError: Cannot read properties of undefined (reading 'run')",
    ],
  ])("is told why: %s", async (_, text, reason) => {
    expect(await failRun({ code: writeModule(text) })).toBe(reason);
  });

  it.each([
    ["has no default export", "export const approach = () => {};"],
    ["has one that is no function", "export default 42;"],
    ["is empty", ""],
  ])("is told what is allowed: it %s", async (_, text) => {
    const code = writeModule(text);
    expect(await failRun({ code })).toBe(
      `TypeError: ${code}: found no default export, allowed: a function (tasks, lab)`,
    );
  });

  it("is told so when it is not there", async () => {
    const code = pathToFileURL("/nowhere/to/be/found.mjs").href;
    expect(await failRun({ code })).toMatch(/^Error: Cannot find module '\/nowhere\/to\/be\/found\.mjs'/);
  });

  it("is told so when it is no JavaScript", async () => {
    expect(await failRun({ code: writeModule("export default (tasks => {") })).toMatch(/^SyntaxError: /);
  });
});

describe("code for workers that fails", () => {
  const parallel = { approach: "parallel", workers: 2 } as const;

  it.each([
    ["exits", "export default () => process.exit(3);", "main stopped with exit code 3"],
    ["throws", "export default () => { throw new Error('no beans'); }", "Error: no beans"],
    [
      "leaves tasks undone",
      "export default (tasks, { workers }) => workers[1].run(tasks[2]);",
      "the approach ended with 1 of 3 tasks done",
    ],
    [
      "hands a task to two workers",
      "export default (tasks, { workers }) => Promise.all(workers.map((worker) => worker.run(tasks[1])));",
      "task 2 was run twice",
    ],
    [
      "hands a task to one worker twice",
      "export default ([task], { workers: [worker] }) => Promise.all([worker.run(task), worker.run(task)]);",
      "task 1 was run twice",
    ],
    [
      "hands out something else",
      "export default (tasks, { workers }) => workers[0].run({ index: 0 });",
      "TypeError: a worker runs the tasks of its run only",
    ],
  ])("is told why: it %s", async (_, text, reason) => {
    expect(await failRun({ ...parallel, code: writeModule(text) })).toBe(reason);
  });
});

describe("a thread that fails", () => {
  it("as it starts fails the run", async () => {
    const missing = pathToFileURL("/nowhere/to/be/found.mjs");
    expect(await failRun({}, missing)).toMatch(/^thread 1 died: Cannot find module/);
  });

  it("as it starts, one of many, fails the run", async () => {
    const oneDies = writeModule(
      `import { workerData } from "node:worker_threads";
       if (workerData.thread === 2) process.exit(5);
       await import(${JSON.stringify(entry.href)});`,
    );
    expect(await failRun({ approach: "parallel", workers: 3 }, new URL(oneDies))).toBe(
      "thread 2 stopped with exit code 5",
    );
  });

  it("while it carries out a task fails the run, and the others are not waited for", async () => {
    const oneDies = writeModule(
      `import { parentPort, workerData } from "node:worker_threads";
       if (workerData.thread === 1) parentPort.on("message", () => { throw new Error("struck"); });
       await import(${JSON.stringify(entry.href)});`,
    );
    const spec = { approach: "parallel", workload: "wait", taskMs: 600_000 } as const;
    expect(await failRun(spec, new URL(oneDies))).toBe("thread 1 died: struck");
  });
});
