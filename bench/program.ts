import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The built program, in a folder of its own: a build that goes on meanwhile changes nothing. */
export interface Program {
  /** Path of the file to run. */
  readonly cli: string;
  /** Entry of the worker threads. */
  readonly threadEntry: URL;
  readonly firstLessonTitle: string;
  /** A folder that nobody has used yet. */
  freshFolder(): string;
  /** Removes it all. */
  remove(): void;
}

export function copyProgram(): Program {
  if (!existsSync(path.join(root, "dist/cli.js"))) throw new Error("dist/ is not there: npm run build");
  const folder = mkdtempSync(path.join(os.tmpdir(), "learn-concurrency-bench-"));
  for (const part of ["dist", "lessons", "package.json"]) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const lessons = JSON.parse(readFileSync(path.join(folder, "dist/lessons.json"), "utf8")) as {
    title: string;
  }[];
  const [first] = lessons;
  if (first === undefined) throw new Error("there are no lessons");
  return {
    cli: path.join(folder, "dist/cli.js"),
    threadEntry: pathToFileURL(path.join(folder, "dist/thread.js")),
    firstLessonTitle: first.title,
    freshFolder: () => mkdtempSync(path.join(folder, "state-")),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Variables that would change what is drawn, or how Node runs. */
const unwanted = ["CI", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "NODE_OPTIONS", "INK_SCREEN_READER"];

/** The same surroundings for every program that is measured. */
export function plainEnvironment(stateFolder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.includes(name));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    TERM: "xterm-256color",
    LC_ALL: "C.UTF-8",
    XDG_STATE_HOME: stateFolder,
  };
}
