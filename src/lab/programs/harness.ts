/**
 * Runs one plain Node program, and tells when each of its chunks begins and ends. The twin of harness.py: a process
 * of its own, which reports through standard output and ends with whoever holds the other end of standard input.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Chunk } from "./report.ts";
import { readSettings } from "./settings.ts";

// By its address, not bundled into this file: the program and its workers load the same module.
const reportUrl = new URL("report.js", import.meta.url).href;
const { readCoreAndCpu, readNanoseconds, say, sayKept, thread } = (await import(
  reportUrl
)) as typeof import("./report.ts");

/**
 * Waits for the word to begin; then until nobody holds the other end any more, and takes all of the group along.
 * A thread of its own, for the program may never let the event loop have a turn.
 */
const waitForWord = `
  const { readSync } = require("node:fs");
  const { parentPort } = require("node:worker_threads");
  const read = () => { try { return readSync(0, Buffer.alloc(1)) } catch { return 0 } };
  if (read() === 1) parentPort.postMessage("go");
  while (read() === 1);
  process.kill(process.platform === "win32" ? process.pid : 0, "SIGKILL");
`;

type Approach = (chunks: readonly Chunk[], workers: number) => unknown;

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  const { size, tasks, workers, chunkFunction, precise } = settings;
  // The program as it stands, and one line: from now on its chunk function reports. Its worker threads are started
  // from the same text, so that theirs does too.
  const text = `${readFileSync(settings.file, "utf8")}
import { reported as $reported } from ${JSON.stringify(reportUrl)}; ${chunkFunction} = $reported(${chunkFunction});`;
  const program = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Record<
    string,
    unknown
  >;
  const approach = program[settings.function];
  if (typeof approach !== "function") throw new TypeError(`the program has no function ${settings.function}`);
  const edge = (index: number) => Math.floor((index * size) / tasks);
  const chunks = Array.from({ length: tasks }, (_, index) => ({ from: edge(index), to: edge(index + 1) }));

  const go = once(new Worker(waitForWord, { eval: true }), "message");
  say("ready", readNanoseconds(), thread, process.versions.node);
  await go;
  const where = `${thread} ${readCoreAndCpu()}`;
  if (!precise) say("begin", readNanoseconds(), where);
  const cpu = process.cpuUsage();
  const began = readNanoseconds();
  const result: unknown = await (approach as Approach)(chunks, workers);
  const ended = readNanoseconds();
  const { user, system } = process.cpuUsage(cpu);
  if (precise) {
    say("begin", began, where);
    sayKept();
  }
  say("done", began, ended, (user + system) * 1000, 0, String(result));
}

function fail(error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  say("failed", Buffer.from(text).subarray(0, 400).toString("hex") || "-");
}

process.on("uncaughtException", fail);
run().catch(fail);
