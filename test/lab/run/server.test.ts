import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { RunResult } from "../../../src/lab/result.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";
import { EventKind } from "../../../src/lab/trace/event.ts";
import { bundle } from "../support/bundle.ts";
import { writeModule } from "../support/code.ts";
import { historyOf } from "../support/events.ts";
import { until } from "../support/patience.ts";
import { isLinux } from "../support/system-threads.ts";
import { defaultSpec, entry, run, runToEnd } from "../support/runs.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));

const lesson = path.resolve(import.meta.dirname, "../../../lessons/09-both-at-once");
const codeOf = (file: string) => pathToFileURL(path.join(lesson, file)).href;
const onTheLoop = { approach: "concurrent", code: codeOf("on-the-loop.js") } as const;
const onWorkers = { approach: "hybrid", code: codeOf("on-workers.js") } as const;

/** Pictures of twenty thousand points; see the speeds of `runs.ts`. */
const spec = { workload: "server", tasks: 3, taskMs: 20, workers: 1, connections: 40 } as const;

/** Processes of clients that another one has started, by their numbers. */
function listClients(starter: number | undefined = process.pid): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, "latin1")
        .replace(/^.*\) /s, "")
        .split(" ");
      return (
        Number(parent) === starter && readFileSync(`/proc/${name}/cmdline`, "latin1").includes("clients.js")
      );
    } catch {
      return false;
    }
  });
}

describe.each([
  ["on the event loop", onTheLoop, 0],
  ["on workers", onWorkers, 1],
] as const)("pictures %s", (_, how, thread) => {
  test("under a thousand connections, all of them are open and answered", async () => {
    const { figures, trace } = await runToEnd({ ...spec, ...how, connections: 1000 });
    expect(figures.connections).toBe(1000);
    expect(figures.notes).toEqual([]);
    expect(figures.latency?.count).toBe(480);
    expect(figures.latency?.p50Ms).toBeLessThanOrEqual(figures.latency?.p99Ms ?? 0);
    expect(figures.delays).toHaveLength(480);
    const due = figures.delays.map(({ atMs }) => atMs);
    expect(Math.min(...due)).toBeGreaterThan(0);
    expect(Math.max(...due)).toBeLessThan(figures.wallMs);
    expect(figures.droppedEvents).toBe(0);
    expect(figures.finishedAtMs).toHaveLength(spec.tasks);
    expect(figures.pictures).not.toBeNull();
    for (let task = 0; task < spec.tasks; task++) {
      expect(historyOf(trace, task)).toEqual(["queued", "started", "finished"]);
    }
    const done = [...trace.events()].filter(
      ({ task, kind }) => task < spec.tasks && kind === EventKind.started,
    );
    expect(done.map((event) => event.thread)).toEqual([thread, thread, thread]);
    // Each connection is asked once before the measurement, those of the pictures too.
    const light = historyOf(trace, spec.tasks);
    expect(light.filter((kind) => kind === "waiting")).toHaveLength(1000 + spec.tasks + 480);
    expect([light[0], light.at(-1)]).toEqual(["started", "finished"]);
    expect(trace.extraLabels.get(spec.tasks)).toBe("light");
    const image = await runToEnd({ workload: "image", tasks: spec.tasks, taskMs: spec.taskMs });
    expect(figures.checksum).toBe(image.figures.checksum);
  });
});

test("pictures that take no time are not asked for: so it is without any", async () => {
  const { figures, trace } = await runToEnd({ ...spec, ...onTheLoop, tasks: 1, taskMs: 0 });
  expect(figures.latency?.count).toBe(480);
  expect(historyOf(trace, 0)).toEqual([]);
});

test("one long computation on the event loop holds everybody up, and that is counted", async () => {
  const blockMs = 200;
  const code = writeModule(`
    import http from "node:http";
    export default (tasks, lab) => lab.serve(http.createServer((request, response) => {
      const end = performance.now() + (request.url.startsWith("/image") ? ${blockMs} : 0);
      while (performance.now() < end);
      response.end("done");
      if (request.url.startsWith("/image")) tasks[0].run();
    }))`);
  const { figures } = await runToEnd({ ...spec, ...onTheLoop, code, tasks: 1 });
  expect(figures.latency?.maxMs).toBeGreaterThan(blockMs * 0.9);
});

describe.runIf(isLinux)("no client is left", () => {
  test.each([
    ["that ends well", {}, "done"],
    ["whose code throws", { code: writeCode("throw new Error('no')") }, "failed"],
    [
      "whose server answers with an error",
      { code: serving("response.statusCode = 500; response.end()") },
      "failed",
    ],
    ["whose server hangs up", { code: serving("response.destroy()") }, "failed"],
    ["that forgets a picture", { code: serving("response.end('done')") }, "failed"],
    ["that is ended by its deadline", { code: serving(""), deadlineMs: 300 }, "done"],
  ] as const)("of a run %s", async (_, change, state) => {
    const { result } = await run({ ...spec, ...onTheLoop, ...change });
    expect(result.state).toBe(state);
    expect(listClients()).toEqual([]);
  });

  test("of a run that is aborted", async () => {
    const controller = new AbortController();
    let trace: { eventCount: number } | null = null;
    const aborted = run(
      { ...spec, ...onTheLoop },
      { signal: controller.signal, onTrace: (grows) => (trace = grows) },
    );
    await until(() => (trace?.eventCount ?? 0) > spec.tasks);
    expect(listClients()).toHaveLength(1);
    controller.abort();
    expect((await aborted).result.state).toBe("aborted");
    expect(listClients()).toEqual([]);
  });

  test("of a program that is killed", async () => {
    const wanted: RunSpec = { ...defaultSpec, ...spec, ...onTheLoop };
    const child = spawn(process.execPath, [program, entry.href, JSON.stringify(wanted)], { stdio: "ignore" });
    await until(() => listClients(child.pid).length > 0);
    const clients = listClients(child.pid);
    child.kill("SIGKILL");
    await once(child, "exit");
    await until(() => clients.every((pid) => !existsSync(`/proc/${pid}`)));
  });

  test("of a run whose clients are killed, and the run fails", async () => {
    let trace: { eventCount: number } | null = null;
    const ended = run({ ...spec, ...onTheLoop }, { onTrace: (grows) => (trace = grows) });
    await until(() => (trace?.eventCount ?? 0) > spec.tasks);
    const [client] = listClients();
    process.kill(Number(client), "SIGKILL");
    expect(reasonOf((await ended).result)).toContain("the clients of this run ended before they were done");
    expect(listClients()).toEqual([]);
  });
});

test("reasons say what happened", async () => {
  const reason = async (change: Partial<RunSpec>) =>
    reasonOf((await run({ ...spec, ...onTheLoop, ...change })).result);
  expect(await reason({ code: serving("response.statusCode = 500; response.end('no')") })).toContain(
    "the server answered",
  );
  expect(await reason({ code: serving("response.end('done')") })).toContain("0 of 3 tasks done");
  expect(await reason({ workload: "cpu" })).toContain("there are no clients in this run");
});

describe.runIf(isLinux)("with few files that may be open", () => {
  function runWithFiles(most: number): RunResult {
    const wanted: RunSpec = { ...defaultSpec, ...spec, ...onTheLoop, connections: 1000 };
    const command = `ulimit -n ${most}; exec "$@"`;
    const args = ["-c", command, "bash", process.execPath, program, entry.href, JSON.stringify(wanted)];
    return JSON.parse(execFileSync("bash", args, { encoding: "utf8" })) as RunResult;
  }

  test("there are fewer connections, and the run says so", () => {
    const result = runWithFiles(256);
    if (result.state !== "done") throw new Error(JSON.stringify(result));
    const { connections, notes } = result.figures;
    expect(connections).toBeGreaterThan(100);
    expect(connections).toBeLessThan(256);
    expect(notes).toEqual([
      `The clients kept ${connections ?? 0} connections open, not 1,000: each is an open file (this program may have 256). Allow more with \`ulimit -n\`.`,
    ]);
  });

  test("or there is no run, and the reason names them", () => {
    expect(reasonOf(runWithFiles(50))).toMatch(
      /^too many open files \(this program may have 50\).*`ulimit -n`$/,
    );
  });
});

function reasonOf(result: RunResult): string {
  if (result.state !== "failed") throw new Error(JSON.stringify(result));
  return result.reason;
}

/** A module whose server answers so. */
function serving(answer: string): string {
  return writeCode(
    `return lab.serve(http.createServer((request, response) => { if (request.url !== "/hello") { ${answer} } else response.end("hi"); }))`,
  );
}

function writeCode(body: string): string {
  return `data:text/javascript,${encodeURIComponent(`import http from "node:http"; export default async (tasks, lab) => { ${body} }`)}`;
}
