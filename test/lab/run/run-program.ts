/** Makes one run and prints its result: for tests that need a process of their own. Arguments: entry, spec. */
import { detectMachine } from "../../../src/lab/machine/machine.ts";
import { performRun } from "../../../src/lab/run.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";

const [, , entry = "", spec = ""] = process.argv;
const { cores, affinity } = detectMachine();
const { result } = await performRun(JSON.parse(spec) as RunSpec, {
  entry: new URL(entry),
  speeds: { kernel: 500, image: 1000, file: 1000 },
  cores,
  coreIds: affinity,
  tickMs: 10,
});
const told = JSON.stringify(result, (name, value: unknown) => (name === "pictures" ? null : value));
process.stdout.write(`${told}\n`);
