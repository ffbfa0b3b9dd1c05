import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lesson } from "./model.ts";
import { parseLesson, type Problem } from "./parse-lesson.ts";

export interface ReadLessons {
  /** Those without problems, by number. */
  readonly lessons: readonly Lesson[];
  readonly problems: readonly Problem[];
}

const folderName = /^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;
const lessonFile = "lesson.md";

/**
 * Reads every lesson of a folder, when the program is built and when its lessons are checked. `folder` is also
 * how its files are named in problems. Files beside the lessons' folders and hidden ones are left alone.
 */
export function readLessons(folder: string): ReadLessons {
  const lessons: Lesson[] = [];
  const problems: Problem[] = [];
  const report = (path: string, field: string, found: string, allowed: string) =>
    problems.push({ file: `${folder}/${path}`, line: 1, field, found, allowed });

  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
  const byNumber = new Map<string, string>();
  for (const id of names) {
    if (!folderName.test(id)) {
      report(id, "folder", JSON.stringify(id), "two digits and a name in kebab-case, such as 01-difference");
      continue;
    }
    const number = id.slice(0, 2);
    const other = byNumber.get(number);
    if (other !== undefined) report(id, "folder", `${number} again (${other})`, "a number of its own");
    byNumber.set(number, id);

    const files = readTextFiles(join(folder, id));
    const markdown = files[lessonFile];
    if (markdown === undefined) {
      report(`${id}/${lessonFile}`, "file", "nothing", `a ${lessonFile} in every folder`);
      continue;
    }
    const { [lessonFile]: _lesson, ...code } = files;
    const parsed = parseLesson({ file: `${folder}/${id}/${lessonFile}`, id, markdown, code });
    if (parsed.state === "ok") lessons.push(parsed.lesson);
    else problems.push(...parsed.problems);
  }
  return { lessons: lessons.toSorted((a, b) => a.number - b.number), problems };
}

/** The plain files of a folder by name. */
function readTextFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => [entry.name, readFileSync(join(folder, entry.name), "utf8")] as const);
  return Object.fromEntries(files);
}
