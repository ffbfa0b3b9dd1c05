import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../text/say.ts";
import {
  lessonFile,
  lessonFolderName,
  listFolders,
  listLessonFolders,
  mostBytesOf,
  readLessonFiles,
} from "./folder.ts";
import type { Lesson } from "./model.ts";
import { notesFile } from "./notes.ts";
import { listAllowed } from "./parse/problem.ts";
import { parseLesson, type Problem } from "./parse-lesson.ts";
import { compareTranslation } from "./translation.ts";

export interface ReadLessons {
  /** Those without problems, by number. */
  readonly lessons: readonly Lesson[];
  readonly problems: readonly Problem[];
}

/** What a translation's folder may hold beside its lesson: notes for teachers. */
const besideTranslation: ReadonlySet<string> = new Set(["notes.md"]);

/**
 * Reads every lesson of a folder: when the program is built, when lessons are checked, and for `--lessons`. Files beside
 * the lessons' folders, hidden ones and translations are left alone.
 * @param folder also how its files are named in problems
 * @param language of what is written in it; translations of it are read by `readTranslations`
 */
export function readLessons(folder: string, language: Language = "en"): ReadLessons {
  const lessons: Lesson[] = [];
  const problems: Problem[] = [];
  const report = (path: string, field: string, found: string, allowed: string) =>
    problems.push({ file: `${folder}/${path}`, line: 1, field, found, allowed });

  const byNumber = new Map<string, string>();
  for (const id of listLessonFolders(folder)) {
    if (!lessonFolderName.test(id)) {
      report(id, "folder", JSON.stringify(id), "two digits and a name in kebab-case, such as 01-difference");
      continue;
    }
    const number = id.slice(0, 2);
    const other = byNumber.get(number);
    if (other !== undefined) report(id, "folder", `${number} again (${other})`, "a number of its own");
    byNumber.set(number, id);

    const { texts, tooLarge } = readLessonFiles(join(folder, id));
    for (const [name, size] of Object.entries(tooLarge)) {
      report(`${id}/${name}`, "file", `${size} bytes`, `at most ${mostBytesOf(name)} bytes`);
    }
    const { [lessonFile]: markdown, [notesFile]: _notes, ...code } = texts;
    if (markdown === undefined) {
      if (tooLarge[lessonFile] === undefined)
        report(`${id}/${lessonFile}`, "file", "nothing", `a ${lessonFile} in every folder`);
      continue;
    }
    const parsed = parseLesson({ file: `${folder}/${id}/${lessonFile}`, id, language, markdown, code });
    if (parsed.state === "ok") lessons.push(parsed.lesson);
    else problems.push(...parsed.problems);
  }
  return { lessons: lessons.toSorted((a, b) => a.number - b.number), problems };
}

/**
 * Reads the translations below a folder of lessons: `de/01-difference/lesson.md` is lesson `01-difference` in German,
 * with the code of the original. What is not translated stays as it is.
 * @param originals the lessons of the folder, as `readLessons` gives them
 */
export function readTranslations(
  folder: string,
  language: Language,
  originals: readonly Lesson[],
): ReadLessons {
  const below = `${folder}/${language}`;
  if (!existsSync(below)) return { lessons: originals, problems: [] };
  const translated = new Map<string, Lesson>();
  const problems: Problem[] = [];
  const report = (path: string, field: string, found: string, allowed: string) =>
    problems.push({ file: `${below}/${path}`, line: 1, field, found, allowed });
  for (const id of listFolders(below)) {
    const original = originals.find((lesson) => lesson.id === id);
    if (original === undefined) {
      const ids = originals.map((lesson) => lesson.id);
      report(id, "folder", JSON.stringify(id), `a lesson: ${listAllowed(ids, id)}`);
      continue;
    }
    const { texts, tooLarge } = readLessonFiles(join(below, id));
    const { [lessonFile]: markdown, ...others } = texts;
    for (const name of [...Object.keys(others), ...Object.keys(tooLarge)]) {
      if (besideTranslation.has(name)) continue;
      report(
        `${id}/${name}`,
        "file",
        "a file of its own",
        `only ${lessonFile}: the code is that of the original`,
      );
    }
    if (markdown === undefined) {
      report(`${id}/${lessonFile}`, "file", "nothing", `a ${lessonFile} in every folder`);
      continue;
    }
    const file = `${below}/${id}/${lessonFile}`;
    const parsed = parseLesson({ file, id, language, markdown, code: original.code });
    const compared =
      parsed.state === "ok"
        ? compareTranslation(original, parsed.lesson, {
            file,
            markdown,
            original: `${folder}/${id}/${lessonFile}`,
          })
        : parsed;
    if (compared.state === "same") translated.set(id, compared.lesson);
    else problems.push(...compared.problems);
  }
  return { lessons: originals.map((lesson) => translated.get(lesson.id) ?? lesson), problems };
}
