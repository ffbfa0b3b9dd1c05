import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Language } from "../text/say.ts";

/**
 * The folder of the package. The bundle lies in `dist/` (its parts in `dist/chunks/`), the sources in `src/cli/`.
 */
function findPackageRoot(): URL {
  for (const up of ["..", "../..", "../../.."]) {
    const folder = new URL(`${up}/`, new URL(".", import.meta.url));
    if (existsSync(new URL("package.json", folder))) return folder;
  }
  throw new Error("the package's files are not where they should be: install it again");
}

const root = findPackageRoot();

/** Entry of the worker threads, bundled. */
export const threadEntry = new URL("dist/thread.js", root);
/** The program that looks at the syntax of code files. */
export const codeCheckEntry = fileURLToPath(new URL("dist/check-code.js", root));
/** Our lessons as they were written. */
export const ownLessonsFolder = fileURLToPath(new URL("lessons", root));
/** The lessons as data, in a language as far as they are translated. */
export function lessonsFile(language: Language): string {
  return fileURLToPath(
    new URL(language === "en" ? "dist/lessons.json" : `dist/lessons.${language}.json`, root),
  );
}
/** The notes for teachers as data; they are in English alone. */
export const notesDataFile = fileURLToPath(new URL("dist/notes.json", root));
/** A code file of a lesson, for the engine to run: the very file that is shown. */
export function lessonCode(lesson: string, file: string): string {
  return new URL(`lessons/${lesson}/${file}`, root).href;
}
/** The exercises as data. */
export const exercisesFile = fileURLToPath(new URL("dist/exercises.json", root));
/** Entry of the process that an exercise runs in, bundled. */
export const exerciseHost = fileURLToPath(new URL("dist/exercise-host.js", root));
/** Entry of the process that checks exercises, bundled. */
export const exerciseChecker = new URL("dist/exercise-checker.js", root);
/** Types of the language, and of what Node has. */
export const typesFolder = fileURLToPath(new URL("dist/types/", root));
