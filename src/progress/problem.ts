import { say } from "../text/say.ts";

/** What went wrong with the progress file. Each is told once; none stops the program. */
export type ProgressProblem =
  /** The file could not be understood. `movedTo` is `null` where it could not be moved aside. */
  | { readonly kind: "broken"; readonly reason: string; readonly movedTo: string | null }
  /** A newer version of the program wrote the file. */
  | { readonly kind: "newer"; readonly version: number; readonly movedTo: string | null }
  /** The file is there and can't be read. It is left alone. */
  | { readonly kind: "unreadable"; readonly file: string; readonly reason: string }
  /** Progress can't be saved for now; it is kept in memory. */
  | { readonly kind: "unwritable"; readonly folder: string; readonly reason: string };

/** One line for the learner. Holds paths and system messages: make it harmless before it is shown. */
export function describeProblem(problem: ProgressProblem): string {
  const { progress } = say;
  switch (problem.kind) {
    case "broken":
      return progress.broken(problem.reason, describeMove(problem.movedTo));
    case "newer":
      return progress.newer(problem.version, describeMove(problem.movedTo));
    case "unreadable":
      return progress.unreadable(problem.file, problem.reason);
    case "unwritable":
      return progress.unwritable(problem.folder, problem.reason);
  }
}

function describeMove(movedTo: string | null): string {
  return movedTo === null ? say.progress.notMoved : say.progress.movedTo(movedTo);
}

/** A few words on an error of the file system: `ENOSPC: no space left on device`. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node appends the call and its paths after a comma; the problem names the place itself.
  return "code" in error ? (error.message.split(",")[0] ?? error.message) : error.message;
}
