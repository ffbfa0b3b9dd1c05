import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { RunReport } from "../src/export/report.ts";
import { type Program, plainEnvironment } from "./program.ts";
import { runInTerminal } from "./pseudo-terminal.ts";

/** Carries out `run` of the program in a pseudo-terminal, a process of its own; gives what it reports. */
export async function runLabProgram(
  program: Program,
  options: Readonly<Record<string, string | number>>,
  live: boolean,
): Promise<{ report: RunReport; run: RunReport["runs"][number] }> {
  const folder = program.freshFolder();
  const out = path.join(folder, "out.json");
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  try {
    await runInTerminal(
      [program.cli, "run", ...args, ...(live ? ["--live"] : []), "--out", out],
      plainEnvironment(folder),
    );
    const report = JSON.parse(readFileSync(out, "utf8")) as RunReport;
    const [run] = report.runs;
    if (run === undefined) throw new Error("the program reported no run");
    return { report, run };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
