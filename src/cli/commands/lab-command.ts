import { closeSync, openSync, writeFileSync } from "node:fs";
import type { WriteStream } from "node:tty";
import { type ChromeEvent, listChromeEvents } from "../../export/chrome-trace.ts";
import { reportComparison, reportRun } from "../../export/report.ts";
import type { Variant } from "../../lab/experiment/experiment.ts";
import { createLaboratory } from "../../lab/lab.ts";
import type { ExperimentResult } from "../../lab/result.ts";
import { approachNames, type RunSpec } from "../../lab/spec.ts";
import type { Trace } from "../../lab/trace/trace.ts";
import { makeHarmless } from "../../text/harmless.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { decideDrawing, type Drawing } from "../environment.ts";
import { exitCodes } from "../exit-codes.ts";
import { createLiveLanes, frameMs, type LiveLanes } from "../live-lanes.ts";
import { threadEntry } from "../paths.ts";
import { formatReport } from "./format-report.ts";

type LabCommand = Extract<Parsed, { command: "run" | "compare" }>;

/** `run` and `compare`: the lab without the tutorial. */
export async function runLab(command: LabCommand): Promise<number> {
  for (const file of [command.out, command.trace]) {
    const problem = file === null ? null : tryFile(file);
    if (problem !== null) return fail(problem);
  }
  const laboratory = createLaboratory(threadEntry);
  const { machine } = laboratory;
  const variants = listVariants(command, machine.cores);
  const live = openLive(command, (stream, drawing) => createLiveLanes(stream, { machine, ...drawing }));
  const stop = listenForSignals();
  const events: ChromeEvent[] = [];
  let runNumber = 0;
  let last: { trace: Trace; name: string } | null = null;
  const exportLast = () => {
    if (last === null || command.trace === null) return;
    for (const event of listChromeEvents(last.trace, { number: runNumber, name: last.name }))
      events.push(event);
    runNumber++;
    last = null;
  };
  try {
    const outcome = await laboratory.experiment(variants, command.repeat, {
      signal: stop.signal,
      ...(live === null ? {} : { tickMs: frameMs, countFrames: () => live.frames }),
      onTrace: (trace, spec) => {
        exportLast();
        live?.settle();
        last = { trace, name: `${spec.approach} ${spec.workload}` };
        live?.show(trace, spec);
      },
    });
    live?.settle();
    live?.close();
    exportLast();
    if (outcome.state === "aborted") return stop.exitCode();
    if (outcome.state === "failed") return fail(`the ${outcome.variant} run failed: ${outcome.reason}`);
    return deliver(command, laboratory.machine, outcome.result, events);
  } finally {
    live?.close();
    stop.release();
  }
}

function listVariants(command: LabCommand, cores: number): Variant[] {
  const { workload, tasks, taskMs, sliceMs } = command;
  const common = { workload, tasks, taskMs, sliceMs, workers: command.workers ?? cores };
  const approaches = command.command === "run" ? [command.approach] : approachNames;
  return approaches.map((approach) => ({ id: approach, spec: { ...common, approach } satisfies RunSpec }));
}

/** Lanes go to standard output; with `--json` or a pipe there, to standard error; else nowhere, and that is said. */
function openLive(
  command: LabCommand,
  create: (stream: WriteStream, drawing: Drawing) => LiveLanes,
): LiveLanes | null {
  if (!command.live) return null;
  const { ascii, noColor, reducedMotion } = command.display;
  const candidates = command.json ? [process.stderr] : [process.stdout, process.stderr];
  for (const stream of candidates) {
    const drawing = decideDrawing(process.env, process.platform, { ascii, noColor }, stream.isTTY);
    if (drawing.canMoveCursor && !reducedMotion) return create(stream, drawing);
  }
  process.stderr.write("--live needs a terminal that can move its cursor; measuring without drawing\n");
  return null;
}

function deliver(
  command: LabCommand,
  machine: Parameters<typeof reportRun>[0],
  result: ExperimentResult,
  events: readonly ChromeEvent[],
): number {
  const [first] = result.variants;
  if (first === undefined) return fail("nothing was run");
  const report = command.command === "run" ? reportRun(machine, first) : reportComparison(machine, result);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  try {
    if (command.out !== null) writeFileSync(command.out, json);
    if (command.trace !== null) writeFileSync(command.trace, JSON.stringify({ traceEvents: events }));
  } catch (error) {
    process.stdout.write(command.json ? json : formatReport(result, command));
    return fail(error instanceof Error ? error.message : String(error));
  }
  process.stdout.write(command.json ? json : formatReport(result, command));
  return exitCodes.ok;
}

/** A file that cannot be written is told before the work, not after it. */
function tryFile(file: string): string | null {
  try {
    closeSync(openSync(file, "a"));
    return null;
  } catch (error) {
    return `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function fail(reason: string): number {
  process.stderr.write(`learn-concurrency: ${makeHarmless(reason).replaceAll("\n", " ")}\n`);
  return exitCodes.failure;
}

/** Ends the work on SIGINT, SIGTERM and SIGHUP, and tells which it was by the exit code. */
function listenForSignals(): { signal: AbortSignal; exitCode: () => number; release: () => void } {
  const controller = new AbortController();
  let received: keyof typeof exitCodes.signals = "SIGINT";
  const names = Object.keys(exitCodes.signals) as (keyof typeof exitCodes.signals)[];
  const listeners = names.map((name) => {
    const listener = () => {
      received = name;
      controller.abort();
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return {
    signal: controller.signal,
    exitCode: () => exitCodes.signals[received],
    release: () => {
      for (const off of listeners) off();
    },
  };
}
