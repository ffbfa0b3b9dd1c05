/** What a harness is told, through the environment: every process and thread of a program has it. */
export interface ProgramSettings {
  /** First word of every report. */
  readonly token: string;
  /** Numbers in all, over how many chunks, for how many workers. */
  readonly size: number;
  readonly tasks: number;
  readonly workers: number;
  /** Whether reports are kept until all is over, so that they take no time from very short chunks. */
  readonly precise: boolean;
  readonly chunkFunction: string;
  /** The function that carries out all chunks. */
  readonly function: string;
  /** Path of the program. */
  readonly file: string;
}

export const settingsVariable = "LEARN_CONCURRENCY_PROGRAM";

/** One value a line; the path, which may hold anything, last. */
export function writeSettings(settings: ProgramSettings): string {
  const { token, size, tasks, workers, precise, chunkFunction, file } = settings;
  const how = precise ? "precise" : "live";
  return [token, size, tasks, workers, how, chunkFunction, settings.function, file].join("\n");
}

export function readSettings(environment: NodeJS.ProcessEnv): ProgramSettings {
  const [token = "", size, tasks, workers, how, chunkFunction = "", name = "", ...file] = (
    environment[settingsVariable] ?? ""
  ).split("\n");
  return {
    token,
    size: Number(size),
    tasks: Number(tasks),
    workers: Number(workers),
    precise: how === "precise",
    chunkFunction,
    function: name,
    file: file.join("\n"),
  };
}
