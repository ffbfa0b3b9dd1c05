/** Runs with a server in a process of its own: what it is asked by, what it lacks, and that it never stays behind. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import type { RunReport } from "../../src/export/report.ts";
import { killAll, processesOf, waitUntilAny, waitUntilNone } from "../support/processes.ts";
import { cleanEnvironment, cliOf, idVariable, node } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";

const run = ["run", "--workload", "http", "--approach", "concurrent"];

/** Starts the program in bash, which may set limits first, and waits until its server is there. */
function start(args: readonly string[], before = ":") {
  const id = randomUUID();
  onTestFinished(() => killAll(processesOf(id)));
  const program = spawn("bash", ["-c", `${before}; exec "$@"`, "bash", node, cliOf(), ...args], {
    env: cleanEnvironment({ [idVariable]: id }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  program.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  program.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const ended = once(program, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const servers = () => processesOf(id).filter(({ command }) => command.includes("http-server.js"));
  return { program, ended, output, servers, left: () => processesOf(id) };
}

test("a run of requests says how they were made, as text and as JSON", async () => {
  const told = await runProgram([...run, "--tasks", "3", "--task-ms", "20"]);
  expect(told.stdout.split("\n")[0]).toBe("3 tasks of 20 ms that ask a server by fetch, 1 run");
  const written = await runProgram([...run, "--tasks", "101", "--task-ms", "20", "--limit", "7", "--json"]);
  const report = JSON.parse(written.stdout) as RunReport;
  expect(report.spec).toMatchObject({ client: "node-http", limit: 7 });
  expect(report.runs[0]).toMatchObject({ peakWaiting: 7, limit: 7, notes: [] });
});

test("with few open files fewer requests are in flight, and it is said; with too few it fails and says why", async () => {
  const args = [...run, "--tasks", "200", "--task-ms", "5"];
  const lowered = start(args, "ulimit -n 64");
  expect(await lowered.ended).toEqual([0, null]);
  expect(lowered.output.stdout.replace(/\s+/g, " ")).toMatch(
    /At most (\d+) requests were in flight, not 200: .* 64\)\. Allow more with `ulimit -n`\./,
  );
  const failed = start(args, "ulimit -n 40");
  expect(await failed.ended).toEqual([1, null]);
  expect(failed.output.stderr).toMatch(/too many open files .* 40\).*`ulimit -n`/);
  for (const one of [lowered, failed]) await waitUntilNone(one.left);
});

test.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)("%s leaves no server behind", async (signal) => {
  const { program, ended, servers, left } = start([...run, "--tasks", "50", "--task-ms", "600000"]);
  await waitUntilAny(servers);
  program.kill(signal);
  await ended;
  await waitUntilNone(left);
});

test("a server that dies fails the run, which says so", async () => {
  const { ended, output, servers, left } = start([
    ...run,
    ...["--tasks", "50", "--task-ms", "600000", "--live"],
  ]);
  await waitUntilAny(servers);
  killAll(servers());
  expect(await ended).toEqual([1, null]);
  expect(output.stderr).toMatch(
    /the concurrent run failed: (connection re(set|fused)|the server of this run)/,
  );
  await waitUntilNone(left);
});
