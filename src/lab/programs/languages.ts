import { say } from "../../text/say.ts";
import type { ApproachName, RunSpec } from "../spec.ts";

/** In which language a program is written, and so by what it is run. */
export type LanguageName = "python" | "node";

export interface Language {
  /** As in `Python 3.11.7`. */
  readonly title: string;
  /** Of the interpreter, where it fails. */
  readonly name: string;
  /** Of the harness, in the folder of the built harnesses. */
  readonly harness: string;
  readonly command: string;
  /** What goes before the path of the harness. */
  readonly options: readonly string[];
  /** The program's function for one chunk. */
  readonly chunkFunction: string;
  readonly approaches: Readonly<Partial<Record<ApproachName, ProgramApproach>>>;
}

/** How a language carries out an approach. */
export interface ProgramApproach {
  /** The program's function for all chunks. */
  readonly function: string;
  /** The program that is run where no other is given. */
  readonly example: string;
  /** What its workers are; `null` where the one thread of the program does it all. */
  readonly worker: "process" | "thread" | null;
}

export const languages: Readonly<Record<LanguageName, Language>> = {
  python: {
    title: "Python",
    name: "python3",
    harness: "harness.py",
    command: "python3",
    // As it is, whatever is set in the environment; and no compiled files beside the lessons.
    options: ["-I", "-B"],
    chunkFunction: "sum_of_squares",
    approaches: {
      sequential: { function: "sequential", example: "sequential.py", worker: null },
      concurrent: { function: "threads", example: "threads.py", worker: "thread" },
      parallel: { function: "parallel", example: "pool.py", worker: "process" },
    },
  },
  node: {
    title: "Node",
    name: "node",
    harness: "harness.js",
    command: process.execPath,
    options: [],
    chunkFunction: "sumOfSquares",
    approaches: {
      sequential: { function: "sequential", example: "sequential.js", worker: null },
      concurrent: { function: "concurrent", example: "concurrent.js", worker: null },
      parallel: { function: "parallel", example: "workers.js", worker: "thread" },
    },
  },
};

/** Labels of the lanes: the thread that the program begins on, and its workers. */
export function labelThreads({ worker }: ProgramApproach, workers: number): string[] {
  const { mainThread, thread } = say.lanes;
  if (worker === null) return [mainThread];
  const label = worker === "process" ? say.programs.process : thread;
  return [mainThread, ...Array.from({ length: workers }, (_, index) => label(index + 1))];
}

export type ProgramSpec = RunSpec & { readonly workload: LanguageName };

/** Whether a run is that of a program in a process of its own. */
export function isProgramSpec(spec: RunSpec): spec is ProgramSpec {
  return isProgram(spec.workload);
}

export function isProgram(workload: RunSpec["workload"]): workload is LanguageName {
  return Object.hasOwn(languages, workload);
}

/** What the workers of a run are; `null` where the one thread of the program does it all, or it is no program. */
export function workerOf({
  workload,
  approach,
}: Pick<RunSpec, "workload" | "approach">): ProgramApproach["worker"] {
  return isProgram(workload) ? (languages[workload].approaches[approach]?.worker ?? null) : null;
}
