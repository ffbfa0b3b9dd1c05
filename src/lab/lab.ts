import {
  type ExperimentOutcome,
  type ExperimentProgress,
  performExperiment,
  type Variant,
} from "./experiment/experiment.ts";
import { median } from "./experiment/statistics.ts";
import { sweepTemporaryFolders } from "./environments/temporary-folder.ts";
import { detectMachine, type Machine } from "./machine/machine.ts";
import { lookForPython, type PythonState } from "./machine/python.ts";
import { isProgramSpec } from "./programs/languages.ts";
import type { RunFigures, RunResult } from "./result.ts";
import { calibrate, performRun } from "./run.ts";
import type { RunSpec } from "./spec.ts";
import { type CalibratedWorkload, type Speeds, speedsNeeded } from "./speeds.ts";
import type { Trace } from "./trace/trace.ts";

export interface LabRunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between two looks at the run: a frame's length where it is drawn. */
  readonly tickMs?: number | undefined;
  readonly keepEvents?: boolean | undefined;
  readonly onTrace?: ((trace: Trace, spec: RunSpec) => void) | undefined;
  readonly countFrames?: (() => number) | undefined;
}

/** The engine as the rest of the program sees it. */
export interface Laboratory {
  readonly machine: Machine;
  run(
    spec: RunSpec,
    options?: LabRunOptions,
  ): Promise<{ readonly result: RunResult; readonly trace: Trace | null }>;
  experiment(
    variants: readonly Variant[],
    repeat: number,
    options?: LabRunOptions & {
      readonly onProgress?: (progress: ExperimentProgress) => void;
      readonly measure?: (run: RunFigures) => number | null;
    },
  ): Promise<ExperimentOutcome>;
  /**
   * Measures how many cores' worth of work two threads get done in the time in which one does one:
   * near 2 on two free cores, near 1 on one.
   */
  probe(signal?: AbortSignal): Promise<number>;
  /** What is known of Python here. It is asked for its version once, when this is first called. */
  findPython(): Promise<PythonState>;
}

/** Headless, nobody looks: 20 times a second is enough for core samples and keeps the rings from filling. */
const headlessTickMs = 50;

/** @param entry URL of the bundled entry of the threads; what runs programs lies beside it */
export function createLaboratory(entry: URL): Laboratory {
  const machine = detectMachine();
  const measured = new Map<CalibratedWorkload, Promise<number>>();
  let python: Promise<PythonState> | null = null;
  const findPython = () => (python ??= lookForPython());
  void sweepTemporaryFolders();

  /** Once for all runs: a comparison needs the same work everywhere. */
  const findSpeed = async (
    workload: CalibratedWorkload,
    signal: AbortSignal | undefined,
  ): Promise<number> => {
    for (let known = measured.get(workload); known !== undefined; known = measured.get(workload)) {
      try {
        return await known;
      } catch {
        // The run that had begun it was aborted, or failed: that is no reason for this one to.
      }
    }
    const attempt = calibrate(workload, entry, signal);
    measured.set(workload, attempt);
    try {
      return await attempt;
    } catch (error) {
      measured.delete(workload);
      throw error;
    }
  };

  const findSpeeds = async (spec: RunSpec, signal: AbortSignal | undefined): Promise<Speeds> => {
    const needed = speedsNeeded(spec);
    return {
      kernel: needed.includes("cpu") ? await findSpeed("cpu", signal) : 1,
      image: needed.includes("image") ? await findSpeed("image", signal) : 1,
      file: needed.includes("file") ? await findSpeed("file", signal) : 1,
    };
  };

  const run: Laboratory["run"] = async (spec, options = {}) => {
    const common = {
      cores: machine.cores,
      coreIds: machine.affinity,
      tickMs: options.tickMs ?? headlessTickMs,
      signal: options.signal,
      keepEvents: options.keepEvents,
      countFrames: options.countFrames,
      onTrace: (trace: Trace) => options.onTrace?.(trace, spec),
    };
    if (isProgramSpec(spec)) {
      // Loaded where it is needed: the first frame does not wait for it.
      const { performProgramRun } = await import("./programs/perform-program.ts");
      return performProgramRun(spec, { ...common, folder: new URL("programs/", entry), findPython });
    }
    let speeds: Speeds;
    try {
      speeds = await findSpeeds(spec, options.signal);
    } catch (error) {
      if (options.signal?.aborted === true) return { result: { state: "aborted", spec }, trace: null };
      return { result: { state: "failed", spec, reason: describe(error) }, trace: null };
    }
    return performRun(spec, { ...common, entry, speeds });
  };

  return {
    machine,
    run,
    findPython,
    experiment: (variants, repeat, options = {}) =>
      performExperiment(variants, {
        repeat,
        perform: (spec) => run(spec, options),
        onProgress: options.onProgress,
        measure: options.measure,
      }),
    async probe(signal) {
      const spec: RunSpec = {
        workload: "cpu",
        approach: "parallel",
        tasks: 1,
        workers: 1,
        taskMs: 60,
        sliceMs: 60,
      };
      const twoAtOnce: RunSpec = { ...spec, tasks: 2, workers: 2 };
      const ratios: number[] = [];
      for (let round = 0; round < 3; round++) {
        const single = await run(spec, { signal });
        const double = await run(twoAtOnce, { signal });
        if (single.result.state !== "done" || double.result.state !== "done") break;
        ratios.push((2 * single.result.figures.wallMs) / double.result.figures.wallMs);
      }
      return median(ratios);
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
