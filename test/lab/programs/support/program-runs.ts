/** Real programs in processes of their own, and machines on which `python3` is something else. */
import "../../support/patience.ts";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, onTestFinished, vi } from "vitest";
import { buildPrograms } from "../../../../scripts/build-programs.ts";
import { detectMachine } from "../../../../src/lab/machine/machine.ts";
import { lookForPython } from "../../../../src/lab/machine/python.ts";
import { performProgramRun, type ProgramRunOptions } from "../../../../src/lab/programs/perform-program.ts";
import type { ProgramSpec } from "../../../../src/lab/programs/languages.ts";
import type { RunFigures } from "../../../../src/lab/result.ts";
import type { Trace } from "../../../../src/lab/trace/trace.ts";
import { processesOf, type SystemProcess } from "../../../support/processes.ts";
import { idVariable } from "../../../support/program.ts";

const built = mkdtempSync(path.join(tmpdir(), "learn-concurrency-programs-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
await buildPrograms(built);

export const folder = pathToFileURL(`${built}/`);
export const machine = detectMachine();
export const hasPython = (await lookForPython()).state === "found";

/** Few numbers, shared out and added up in no time. */
export const defaultSpec: ProgramSpec = {
  workload: "node",
  approach: "sequential",
  size: 1000,
  tasks: 4,
  workers: 2,
  taskMs: 0,
  sliceMs: 20,
};

/** So many that the run goes on until it is ended. */
export const endlessSize = 1_000_000_000;
/** Enough for reports to be written as they come. */
export const liveSize = 400_000;

export function runProgram(
  spec: Partial<ProgramSpec>,
  options: Partial<ProgramRunOptions> = {},
): ReturnType<typeof performProgramRun> {
  return performProgramRun(
    { ...defaultSpec, ...spec },
    {
      folder,
      findPython: lookForPython,
      cores: machine.cores,
      coreIds: machine.affinity,
      tickMs: 10,
      keepEvents: true,
      ...options,
    },
  );
}

/** A run that has to succeed. */
export async function runToEnd(
  spec: Partial<ProgramSpec>,
  options: Partial<ProgramRunOptions> = {},
): Promise<{ readonly figures: RunFigures; readonly trace: Trace }> {
  const { result, trace } = await runProgram(spec, options);
  if (result.state !== "done" || trace === null) throw new Error(`it ended so: ${JSON.stringify(result)}`);
  return { figures: result.figures, trace };
}

/** Why a run has failed, which it has to. */
export async function reasonOf(
  spec: Partial<ProgramSpec>,
  options: Partial<ProgramRunOptions> = {},
): Promise<string> {
  const { result } = await runProgram(spec, options);
  if (result.state !== "failed") throw new Error(`it ended so: ${JSON.stringify(result)}`);
  return result.reason;
}

function makeFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "learn-concurrency-program-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Writes a program for one test; returns its URL. */
export function writeProgram(name: string, text: string): string {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

const realPython = hasPython
  ? execFileSync("sh", ["-c", "command -v python3"], { encoding: "utf8" }).trim()
  : "";

/**
 * For one test, `python3` is a shell script that does this when it is to run a program, and tells its version when
 * it is asked for that. `$REAL` is the true one.
 */
export function pretendPython(script: string, version = "3.11.7"): void {
  const bin = path.join(makeFolder(), "bin");
  mkdirSync(bin);
  const file = path.join(bin, "python3");
  const asked = `if [ "$*" = "--version" ]; then echo "Python ${version}"; exit 0; fi`;
  writeFileSync(file, `#!/bin/sh\nREAL='${realPython}'\n${asked}\n${script}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv("PATH", `${bin}:${process.env["PATH"] ?? ""}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** For one test, there is no program at all to be found. */
export function pretendNothing(): void {
  vi.stubEnv("PATH", makeFolder());
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** Marks the processes that are started from now on in this test; lists those that there are. */
export function watchProcesses(): () => readonly SystemProcess[] {
  const id = `programs-${process.pid}-${Math.random()}`;
  vi.stubEnv(idVariable, id);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return () => processesOf(id);
}
