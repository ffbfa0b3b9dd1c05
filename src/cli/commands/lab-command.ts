import { closeSync, openSync, writeFileSync } from "node:fs";
import type { WriteStream } from "node:tty";
import { type ChromeEvent, listChromeEvents } from "../../export/chrome-trace.ts";
import { reportComparison, reportRun } from "../../export/report.ts";
import type { Variant } from "../../lab/experiment/experiment.ts";
import { createLaboratory, type Laboratory } from "../../lab/lab.ts";
import { clientOf } from "../../lab/http/in-flight.ts";
import { describePython } from "../../lab/machine/python.ts";
import { defaultSize } from "../../lab/programs/chunks.ts";
import { isProgram } from "../../lab/programs/languages.ts";
import type { ExperimentResult } from "../../lab/result.ts";
import { approachesToCompare, type RunSpec } from "../../lab/spec.ts";
import type { Trace } from "../../lab/trace/trace.ts";
import { nameId } from "../../lessons/questions/index.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
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
  const variants = listVariants(await settleLanguage(command, laboratory), machine.cores);
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
    if (outcome.state === "failed")
      return fail(say.report.runFailed(nameId(outcome.variant), outcome.reason));
    return deliver(command, laboratory.machine, outcome.result, events);
  } finally {
    live?.close();
    stop.release();
  }
}

/** Where there is no Python, its program is run as the same in Node, and that is said. */
async function settleLanguage(command: LabCommand, laboratory: Laboratory): Promise<LabCommand> {
  if (command.workload !== "python") return command;
  const python = await laboratory.findPython();
  if (python.state === "found") return command;
  tell(`${say.programs.python.nodeInstead(describePython(python))} ${say.programs.python.howToGet}`);
  return { ...command, workload: "node" };
}

function listVariants(command: LabCommand, cores: number): Variant[] {
  const { workload, tasks, taskMs, sliceMs, limit, computeMs, size } = command;
  const common = {
    workload,
    tasks,
    taskMs,
    sliceMs,
    workers: command.workers ?? cores,
    ...(limit === null ? {} : { limit }),
    ...(computeMs === 0 ? {} : { computeMs }),
    ...(workload === "http" ? { client: clientOf({ tasks }) } : {}),
    ...(isProgram(workload) ? { size: size ?? defaultSize } : {}),
  };
  const approaches = command.command === "run" ? [command.approach] : approachesToCompare(common);
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
  process.stderr.write(`${say.report.liveNeedsTerminal}\n`);
  return null;
}

function deliver(
  command: LabCommand,
  machine: Parameters<typeof reportRun>[0],
  result: ExperimentResult,
  events: readonly ChromeEvent[],
): number {
  const [first] = result.variants;
  if (first === undefined) return fail(say.report.nothingRun);
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
    return say.report.cannotWrite(file, error instanceof Error ? error.message : String(error));
  }
}

/** In one line, where errors go. */
function tell(text: string): void {
  process.stderr.write(`learn-concurrency: ${makeHarmless(text).replaceAll("\n", " ")}\n`);
}

function fail(reason: string): number {
  tell(reason);
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
