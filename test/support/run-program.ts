/** The program without a terminal: its output goes into pipes. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { makeFolder } from "./folders.ts";
import { killAll, processesOf, waitUntilNone } from "./processes.ts";
import { cleanEnvironment, cliOf, idVariable, node } from "./program.ts";

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Written to its standard input, which then ends; without it the input is empty. */
  readonly input?: string;
  /** Nobody reads what it prints: its standard output is closed at once. */
  readonly closedOutput?: boolean;
}

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end. Nothing that it started may be left then. */
export async function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<Finished> {
  const id = randomUUID();
  onTestFinished(() => killAll(processesOf(id)));
  const child = spawn(node, [cliOf(), ...args], {
    cwd: options.cwd ?? makeFolder("cwd"),
    env: cleanEnvironment({ [idVariable]: id, ...options.env }),
  });
  child.stdin.on("error", () => {}); // it may have ended without reading
  child.stdin.end(options.input ?? "");
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (data: string) => (output.stdout += data));
  child.stderr.setEncoding("utf8").on("data", (data: string) => (output.stderr += data));
  if (options.closedOutput === true) child.stdout.destroy();
  const ended = await new Promise<Pick<Finished, "code" | "signal">>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  await waitUntilNone(() => processesOf(id));
  return { ...ended, ...output };
}
