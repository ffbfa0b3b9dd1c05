import { fileURLToPath } from "node:url";
import { say } from "../../text/say.ts";
import { describePython, type PythonState } from "../machine/python.ts";
import { defaultSize, needsPrecision } from "./chunks.ts";
import { type Language, languages, type ProgramApproach, type ProgramSpec } from "./languages.ts";
import { ProgramFailure } from "./program-process.ts";

/** What is to be run, and how. */
export interface Plan {
  readonly language: Language;
  readonly approach: ProgramApproach;
  readonly command: string;
  readonly commandArguments: readonly string[];
  /** What is said to have failed, should it. */
  readonly name: string;
  /** URL of the program. */
  readonly file: string;
  readonly size: number;
  readonly tasks: number;
  readonly workers: number;
  readonly precise: boolean;
}

/**
 * Looks up what a run needs.
 * @param options.folder of the built harnesses and the example programs
 * @throws ProgramFailure where the run can't be made here
 */
export async function planProgram(
  spec: ProgramSpec,
  options: {
    readonly folder: URL;
    readonly findPython: () => Promise<PythonState>;
    readonly coreIds: readonly number[] | null;
  },
): Promise<Plan> {
  const { folder } = options;
  const { tasks, workers, size = defaultSize } = spec;
  const language = languages[spec.workload];
  const approach = language.approaches[spec.approach];
  if (approach === undefined) {
    throw new ProgramFailure(
      say.programs.wrongApproach(language.title, spec.approach, Object.keys(language.approaches)),
    );
  }
  if (size < tasks) {
    throw new ProgramFailure(say.programs.tooFewNumbers(size, tasks));
  }
  if (spec.workload === "python") {
    const python = await options.findPython();
    if (python.state !== "found")
      throw new ProgramFailure(`${describePython(python)}. ${say.programs.python.howToGet}`);
  }
  const harness = fileURLToPath(new URL(language.harness, folder));
  const confinement = confine(spec.onCores, options.coreIds);
  const [command, ...commandArguments] = [...confinement, language.command, ...language.options, harness];
  return {
    language,
    approach,
    command,
    commandArguments,
    name: confinement.length > 0 ? "taskset (package util-linux)" : language.name,
    file: spec.code ?? new URL(approach.example, folder).href,
    size,
    tasks,
    workers,
    precise: needsPrecision(size, tasks),
  };
}

/** What goes before a command so that all its processes keep to some of the cores. */
function confine(onCores: number | undefined, coreIds: readonly number[] | null): readonly string[] {
  if (onCores === undefined) return [];
  if (process.platform !== "linux" || coreIds === null) {
    throw new ProgramFailure(say.programs.noConfinement);
  }
  return ["taskset", "-c", coreIds.slice(0, onCores).join(",")];
}
