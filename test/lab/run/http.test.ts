import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { RunResult } from "../../../src/lab/result.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";
import { bundle } from "../support/bundle.ts";
import { writeModule } from "../support/code.ts";
import { historyOf } from "../support/events.ts";
import { until } from "../support/patience.ts";
import { defaultSpec, entry, run, runToEnd } from "../support/runs.ts";
import { listServers } from "../support/servers.ts";
import { isLinux } from "../support/system-threads.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));

const holdMs = 20;
/** Node counts its timers in whole milliseconds: one may be over a little early. */
const atLeastMs = holdMs - 1;
const spec = { workload: "http", taskMs: holdMs } as const;
const whole = ["queued", "started", "waiting", "resumed", "finished"];

function reasonOf(result: RunResult): string {
  if (result.state !== "failed") throw new Error(`the run ended so: ${JSON.stringify(result)}`);
  return result.reason;
}

afterEach(() => {
  if (isLinux) expect(listServers()).toEqual([]);
});

describe("requests", () => {
  it("wait one after another: sequential", async () => {
    const { figures, trace } = await runToEnd({ ...spec, approach: "sequential" });
    expect(figures).toMatchObject({ threads: 1, peakWaiting: 1, droppedEvents: 0, limit: null, notes: [] });
    expect(figures.wallMs).toBeGreaterThanOrEqual(3 * atLeastMs);
    for (let task = 0; task < 3; task++) expect(historyOf(trace, task)).toEqual(whole);
  });

  it.each([
    ["fetch", 3],
    ["fetch", 300],
    ["node-http", 3],
    ["node-http", 1000],
  ] as const)("wait together on one thread, by %s, all %i of them: concurrent", async (client, tasks) => {
    const { figures, trace } = await runToEnd({
      ...spec,
      taskMs: 400,
      approach: "concurrent",
      client,
      tasks,
    });
    expect(figures).toMatchObject({ threads: 1, peakRunning: 1, peakWaiting: tasks, droppedEvents: 0 });
    expect(figures.wallMs).toBeGreaterThanOrEqual(399);
    for (const task of [0, tasks - 1]) expect(historyOf(trace, task)).toEqual(whole);
  });

  it.each([1, 7])("wait no more than %i at a time where that is the limit", async (limit) => {
    const { figures } = await runToEnd({ ...spec, approach: "concurrent", tasks: 30, limit });
    expect(figures).toMatchObject({ peakWaiting: limit, limit });
    expect(figures.wallMs).toBeGreaterThanOrEqual(Math.ceil(30 / limit) * atLeastMs);
  });

  it("are each held for as long as was asked", async () => {
    const taskMs = [120, 10, 50];
    const { trace } = await runToEnd({ ...spec, approach: "concurrent", tasks: 6, taskMs });
    trace.tasks.forEach((track, task) => {
      // To send is a part of it: the server may have the request before it is recorded as waiting.
      const { running, waiting } = track.timeIn(0, trace.endMs);
      expect(running + waiting).toBeGreaterThanOrEqual((taskMs[task % 3] ?? 0) - 1);
    });
  });

  it("come to the same whoever makes them, and however", async () => {
    const ways: Partial<RunSpec>[] = [
      { approach: "sequential", client: "fetch" },
      { approach: "concurrent", client: "fetch" },
      { approach: "concurrent", client: "node-http" },
      { approach: "concurrent", client: "node-http", limit: 2 },
      { approach: "parallel", client: "fetch" },
      { approach: "hybrid", client: "node-http" },
    ];
    const checksums = new Set<number>();
    for (const way of ways) checksums.add((await runToEnd({ ...spec, tasks: 7, ...way })).figures.checksum);
    expect(checksums.size).toBe(1);
  });

  it.each(["concurrent", "hybrid"] as const)("compute when their answer is there: %s", async (approach) => {
    const { figures, trace } = await runToEnd({ ...spec, approach, tasks: 4, computeMs: 4 });
    const computed = await runToEnd({ ...spec, approach: "sequential", tasks: 4, computeMs: 4 });
    expect(figures.checksum).toBe(computed.figures.checksum);
    expect(figures.checksum).not.toBe((await runToEnd({ ...spec, tasks: 4 })).figures.checksum);
    const [loop, ...workers] = trace.threads.map(({ track }) => track.timeIn(0, trace.endMs).running);
    // Which worker takes a task is the system's choice: on a busy machine one may take them all.
    expect(approach === "hybrid" ? Math.max(...workers) : loop).toBeGreaterThan(1);
    expect(workers).toHaveLength(approach === "hybrid" ? 2 : 0);
  });
});

/** Code of a lesson: `paths` and `lab` are at hand. */
function writeCode(body: string): string {
  return writeModule(
    `const paths = ["/api/users", "/api/posts", "/api/comments"];
     export default async function code(tasks, { fetch }) { ${body} }`,
  );
}

describe("fetch in the code of a lesson", () => {
  it("gives what Node's fetch gives; each call is the next task", async () => {
    const code = writeCode(`
      const [users] = await Promise.all(paths.map((path) => fetch(path)));
      if (!(users instanceof Response) || !users.ok) throw new Error("no response");
      return (await users.json()).map(({ name }) => name);`);
    const { figures, trace } = await runToEnd({ ...spec, approach: "concurrent", code });
    expect(figures).toMatchObject({ answers: 3, peakWaiting: 3 });
    for (let task = 0; task < 3; task++) expect(historyOf(trace, task)).toEqual(whole);
  });

  it("answers with 404 where there is nothing, and that is no failure", async () => {
    const code = writeCode(`return (await fetch("/api/nobody")).status;`);
    expect((await runToEnd({ ...spec, tasks: 1, code })).figures.answers).toBe(404);
  });

  it("has no more requests than the run has tasks", async () => {
    const code = writeCode(`for (const path of [...paths, "/api/users"]) await fetch(path);`);
    const { result } = await run({ ...spec, code });
    expect(result).toMatchObject({ state: "failed", reason: "this run has 3 requests, and no more" });
  });

  it("is not there without a server", async () => {
    const code = writeCode(`await fetch("/api/users");`);
    const { result } = await run({ workload: "wait", code });
    expect(result).toMatchObject({ state: "failed", reason: "TypeError: there is no server in this run" });
  });
});

describe("a request that fails", () => {
  const failing = { ...spec, approach: "concurrent", taskMs: [240, 20, 400], failing: [1] } as const;

  it("ends Promise.all at once, with nothing in hand; the others are still on their way", async () => {
    const code = writeCode(`
      try { return await Promise.all(paths.map((path) => fetch(path))); }
      catch (error) { return error instanceof TypeError && error.message === "fetch failed" ? [] : 7; }`);
    const { figures, trace } = await runToEnd({ ...failing, code });
    expect(figures.answers).toBe(0);
    expect(historyOf(trace, 1)).toEqual(["queued", "started", "waiting", "resumed", "failed"]);
    for (const task of [0, 2]) expect(historyOf(trace, task)).toEqual(["queued", "started", "waiting"]);
    expect(figures.finishedAtMs.map(Number.isNaN)).toEqual([true, false, true]);
    expect([...trace.failedTasks]).toEqual([1]);
  });

  it("leaves Promise.allSettled with the other answers, when the last is there", async () => {
    const code = writeCode(`
      const ends = await Promise.allSettled(paths.map((path) => fetch(path)));
      return ends.filter(({ status }) => status === "fulfilled");`);
    const { figures, trace } = await runToEnd({ ...failing, code });
    expect(figures.answers).toBe(2);
    expect(figures.wallMs).toBeGreaterThanOrEqual(399);
    for (const task of [0, 2]) expect(historyOf(trace, task)).toEqual(whole);
  });

  it("fails the run where its code does not take it, and says what happened", async () => {
    for (const client of ["fetch", "node-http"] as const) {
      const { result, trace } = await run({ ...failing, client });
      expect(reasonOf(result)).toMatch(/^connection reset \(/);
      expect([...(trace?.failedTasks ?? [])]).toEqual([1]);
    }
  });
});

describe.runIf(isLinux)("a server that dies", () => {
  it.each(["fetch", "node-http"] as const)("fails the run, and the reason names it: %s", async (client) => {
    const growing: Trace[] = [];
    const outcome = run(
      { ...spec, approach: "concurrent", tasks: 20, taskMs: 600_000, client },
      { tickMs: 5, onTrace: (trace) => growing.push(trace) },
    );
    await until(() => (growing[0]?.eventCount ?? 0) >= 60);
    const servers = listServers();
    expect(servers).toHaveLength(1);
    for (const pid of servers) process.kill(pid, "SIGKILL");
    expect(reasonOf((await outcome).result)).toMatch(/^connection reset \(.*`ulimit -n`/);
  });
});

describe("a run with a server that is aborted", () => {
  const endless = { ...spec, approach: "concurrent", tasks: 50, taskMs: 600_000 } as const;

  it("while it goes on has no process left", async () => {
    const controller = new AbortController();
    const growing: Trace[] = [];
    const outcome = run(endless, {
      signal: controller.signal,
      tickMs: 5,
      onTrace: (trace) => growing.push(trace),
    });
    await until(() => (growing[0]?.eventCount ?? 0) > 0);
    controller.abort();
    expect((await outcome).result.state).toBe("aborted");
  });

  it("while the server starts, or before, has none either", async () => {
    const controller = new AbortController();
    const outcome = run(endless, { signal: controller.signal });
    controller.abort();
    expect((await outcome).result.state).toBe("aborted");
    expect((await run(endless, { signal: controller.signal })).result.state).toBe("aborted");
  });
});

/** Makes a run in a process that may have so many files open. */
function runWithFiles(most: number, change: Partial<RunSpec>): RunResult {
  const wanted: RunSpec = { ...defaultSpec, ...spec, approach: "concurrent", ...change };
  const command = `ulimit -n ${most}; exec "$@"`;
  const args = ["-c", command, "bash", process.execPath, program, entry.href, JSON.stringify(wanted)];
  return JSON.parse(execFileSync("bash", args, { encoding: "utf8" })) as RunResult;
}

describe.runIf(isLinux)("few open files", () => {
  it.each(["fetch", "node-http"] as const)(
    "lower the number in flight, and the run says so: %s",
    (client) => {
      const result = runWithFiles(64, { tasks: 200, client });
      if (result.state !== "done") throw new Error(JSON.stringify(result));
      const { limit, notes, peakWaiting } = result.figures;
      expect(limit).toBeGreaterThan(2);
      expect(limit).toBeLessThan(64);
      expect(peakWaiting).toBe(limit);
      expect(notes).toEqual([
        `At most ${limit ?? 0} requests were in flight, not 200: each is an open file (this program may have 64). Allow more with \`ulimit -n\`.`,
      ]);
      expect(result.figures.finishedAtMs).toHaveLength(200);
    },
  );

  it("lower it for code that knows of no limit, too", () => {
    const code = writeModule(
      "export default (tasks, { fetch }) => Promise.all(tasks.map(() => fetch('/api/users')))",
    );
    const result = runWithFiles(64, { tasks: 200, code });
    if (result.state !== "done") throw new Error(JSON.stringify(result));
    expect(result.figures.answers).toBe(200);
    expect(result.figures.notes).toHaveLength(1);
  });

  it("do not matter where they are enough", () => {
    const result = runWithFiles(128, { tasks: 20 });
    expect(result).toMatchObject({ state: "done", figures: { limit: null, notes: [], peakWaiting: 20 } });
  });

  it.each([
    ["not even one is left", 40, {}],
    ["threads would need a connection each", 96, { approach: "parallel", workers: 7, tasks: 7 }],
  ] as const)("fail the run where %s, and the reason names them", (_, most, change) => {
    expect(reasonOf(runWithFiles(most, change))).toMatch(/^too many open files .*`ulimit -n`/);
  });
});
