/** Runs on real threads. */
import "./patience.ts";
import { detectMachine } from "../../../src/lab/machine/machine.ts";
import type { RunFigures } from "../../../src/lab/result.ts";
import { performRun, type RunOptions } from "../../../src/lab/run.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";
import { bundleEngine } from "./bundle.ts";

export const entry = await bundleEngine();
export const machine = detectMachine();

/** Small tasks, which compute the same on every machine: the speed is given, not measured. */
export const defaultSpec: RunSpec = {
  workload: "cpu",
  approach: "sequential",
  tasks: 3,
  workers: 2,
  taskMs: 4,
  sliceMs: 1,
};

export const unitsPerMs = 500;

export function run(
  spec: Partial<RunSpec> = {},
  options: Partial<RunOptions> = {},
): ReturnType<typeof performRun> {
  return performRun(
    { ...defaultSpec, ...spec },
    {
      entry,
      speeds: { kernel: unitsPerMs, image: 1000, file: 10_000 },
      cores: machine.cores,
      coreIds: machine.affinity,
      tickMs: 10,
      keepEvents: true,
      ...options,
    },
  );
}

export interface Done {
  readonly figures: RunFigures;
  readonly trace: Trace;
}

/** A run that has to succeed. */
export async function runToEnd(
  spec: Partial<RunSpec> = {},
  options: Partial<RunOptions> = {},
): Promise<Done> {
  const { result, trace } = await run(spec, options);
  if (result.state !== "done" || trace === null)
    throw new Error(`the run ended so: ${JSON.stringify(result)}`);
  return { figures: result.figures, trace };
}
