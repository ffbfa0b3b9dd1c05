/** The lessons that a command shows: ours, or those of another folder; all of them, or those of a class. */
import { existsSync, realpathSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadLessons } from "../lessons/load-lessons.ts";
import type { Lesson } from "../lessons/model.ts";
import { progressFolder, stateFolder } from "../progress/paths.ts";
import { makeHarmless } from "../text/harmless.ts";
import { say, spell, spoken } from "../text/say.ts";
import { quote } from "./arguments/usage-error.ts";
import type { ClassSettings } from "./class-settings.ts";
import { exitCodes } from "./exit-codes.ts";
import { isFolder, withoutSlash } from "./is-folder.ts";
import { findClassSettings } from "./named-lessons.ts";
import { lessonCode, lessonsFile } from "./paths.ts";

export interface OpenedLessons {
  readonly state: "opened";
  readonly lessons: readonly Lesson[];
  /** The settings of the class; `null` where there is no file of them. */
  readonly settings: ClassSettings | null;
  /** Where progress in them is kept. */
  readonly progressFolder: string;
  /** URL of a lesson's code file, for the engine to run. */
  readonly codeUrl: (lesson: string, file: string) => string;
}
/** Why not, in whole lines; the exit code says whose fault it is. */
export interface RefusedLessons {
  readonly state: "refused";
  readonly code: number;
  readonly lines: readonly string[];
}

/** The lessons in the language that is spoken, as far as they are translated. */
export function readSpokenLessons(): readonly Lesson[] {
  return spell(loadLessons(lessonsFile(spoken)));
}

/** @param folder of `--lessons`, as it was typed; `null`: what the class says, else ours */
export async function openLessons(folder: string | null): Promise<OpenedLessons | RefusedLessons> {
  const read = await findClassSettings();
  if (read?.state === "broken") return refuse(exitCodes.usage, read.message);
  const settings = read?.settings ?? null;
  const chosen = folder ?? settings?.lessonsFolder ?? null;
  const opened = chosen === null ? openOurs(settings) : await openFolder(chosen, settings);
  // The list of a class is about its own lessons, not about those of a folder that somebody names.
  const shown = folder === null ? (settings?.lessons ?? null) : null;
  if (opened.state === "refused" || shown === null) return opened;
  const ids = opened.lessons.map(({ id }) => id);
  const missing = shown.findIndex((id) => !ids.includes(id));
  if (missing >= 0) {
    const { refuseLesson } = await import("./class-settings.ts");
    return refuse(exitCodes.usage, refuseLesson(missing, shown[missing] ?? "", ids));
  }
  return { ...opened, lessons: opened.lessons.filter(({ id }) => shown.includes(id)) };
}

/** Prints why lessons were not opened. */
export function tellRefusal({ lines, code }: RefusedLessons): number {
  for (const line of lines) process.stderr.write(`${makeHarmless(line).replaceAll(/[\n\t]/g, " ")}\n`);
  return code;
}

function openOurs(settings: ClassSettings | null): OpenedLessons {
  return {
    state: "opened",
    lessons: readSpokenLessons(),
    settings,
    progressFolder: progressFolder(ownStateFolder(), null),
    codeUrl: lessonCode,
  };
}

async function openFolder(
  named: string,
  settings: ClassSettings | null,
): Promise<OpenedLessons | RefusedLessons> {
  const folder = withoutSlash(named);
  if (!isFolder(folder)) return refuse(exitCodes.usage, say.authors.noFolder(quote(folder)));
  try {
    // The parser is loaded only here: our own lessons need none.
    const { readLessons, readTranslations } = await import("../lessons/read-lessons.ts");
    const isTranslated = existsSync(path.join(folder, spoken));
    const originals = readLessons(folder, isTranslated ? "en" : spoken);
    const spokenHere = isTranslated
      ? readTranslations(folder, spoken, originals.lessons)
      : { lessons: originals.lessons, problems: [] };
    const problems = [...originals.problems, ...spokenHere.problems];
    if (problems.length > 0) {
      const { formatProblem } = await import("../lessons/parse/problem.ts");
      const summary = say.authors.notOpened(problems.length, quote(folder));
      const lines = [...problems.map(formatProblem), `learn-concurrency: ${summary}`];
      return { state: "refused", code: exitCodes.failure, lines };
    }
    const { lessons } = spokenHere;
    if (lessons.length === 0) return refuse(exitCodes.usage, say.authors.noLessons(quote(folder)));
    const real = realpathSync(folder);
    return {
      state: "opened",
      lessons: spell(lessons),
      settings,
      progressFolder: progressFolder(ownStateFolder(), real),
      codeUrl: (lesson, file) => pathToFileURL(path.join(real, lesson, file)).href,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return refuse(exitCodes.failure, say.authors.cannotRead(quote(folder), code));
  }
}

function refuse(code: number, message: string): RefusedLessons {
  return { state: "refused", code, lines: [`learn-concurrency: ${message}`] };
}

function ownStateFolder(): string {
  return stateFolder(process.env, process.platform, os.homedir());
}
