/** Runs a program that goes on until it is ended, and says when it is at work. For a test that kills this process. */
import { lookForPython } from "../../../../src/lab/machine/python.ts";
import { performProgramRun } from "../../../../src/lab/programs/perform-program.ts";
import type { ProgramSpec } from "../../../../src/lab/programs/languages.ts";
import type { Trace } from "../../../../src/lab/trace/trace.ts";

const [folder = "", text = ""] = process.argv.slice(2);
let seen: Trace | null = null;
const run = performProgramRun(JSON.parse(text) as ProgramSpec, {
  folder: new URL(folder),
  findPython: lookForPython,
  cores: 1,
  coreIds: null,
  tickMs: 10,
  onTrace: (trace) => (seen = trace),
});
const look = setInterval(() => {
  if ((seen?.eventCount ?? 0) === 0) return;
  clearInterval(look);
  process.stdout.write("at work\n");
});
console.log((await run).result);
