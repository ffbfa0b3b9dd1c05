/**
 * Looks at a folder of lessons, ours or anybody's, as closely as can be done without running anything in it: what the
 * reader refuses, and what it lets through but no learner should meet.
 */
import { join } from "node:path";
import { languages } from "../../text/say.ts";
import { listLessonFolders, readLessonFiles } from "../folder.ts";
import type { Lesson } from "../model.ts";
import type { Problem } from "../parse/problem.ts";
import { readLessons, readTranslations } from "../read-lessons.ts";
import { checkFit, type CodeUse, listCode } from "./code.ts";
import { checkCharacters, checkKinds, checkLinks, type FileReport } from "./files.ts";
import { checkQuestions } from "./questions.ts";
import { reportOnSteps } from "./step-report.ts";

/** A code file whose syntax has yet to be looked at: that takes a process of its own. */
export interface CodeToParse extends Pick<CodeUse, "name" | "text" | "exports"> {
  /** As it is to be printed. */
  readonly file: string;
  /** Where it lies. */
  readonly path: string;
}

export interface CheckedFolder {
  /** Names of the folders that are lessons. */
  readonly ids: readonly string[];
  readonly lessons: readonly Lesson[];
  readonly problems: readonly Problem[];
  readonly code: readonly CodeToParse[];
}

/** @param name how the folder is called in problems */
export function checkLessons(folder: string, name = folder): CheckedFolder {
  const { lessons, problems: refused } = readLessons(folder);
  const ids = listLessonFolders(folder);
  const problems: Problem[] = [...refused];
  for (const language of languages) {
    if (language !== "en") problems.push(...readTranslations(folder, language, lessons).problems);
  }
  const code: CodeToParse[] = [];
  for (const id of ids) {
    const lesson = lessons.find((one) => one.id === id);
    const report: FileReport = (file, line, field, found, allowed) =>
      problems.push({ file: `${folder}/${id}/${file}`, line, field, found, allowed });
    const { texts } = readLessonFiles(join(folder, id));
    checkKinds(join(folder, id), report);
    for (const [file, text] of Object.entries(texts)) {
      if (!file.endsWith(".md")) continue;
      checkCharacters(file, text, report);
      // The Markdown of a lesson that could not be read may be anything.
      if (lesson !== undefined || file !== "lesson.md") checkLinks(folder, id, file, text, report);
    }
    if (lesson === undefined) continue;
    const file = `${folder}/${id}/lesson.md`;
    checkQuestions(lesson, reportOnSteps(file, texts["lesson.md"] ?? "", problems));
    for (const use of listCode(lesson)) {
      checkFit(use, (line, found, allowed) => report(use.name, line, "code", found, allowed));
      const { text, exports } = use;
      code.push({
        name: use.name,
        text,
        exports,
        file: `${folder}/${id}/${use.name}`,
        path: join(folder, id, use.name),
      });
    }
  }
  const renamed = problems.map((problem) => ({ ...problem, file: rename(problem.file, folder, name) }));
  return {
    ids,
    lessons,
    problems: sortProblems(renamed),
    code: code.map((one) => ({ ...one, file: rename(one.file, folder, name) })),
  };
}

function rename(file: string, folder: string, name: string): string {
  return file.startsWith(`${folder}/`) ? `${name}${file.slice(folder.length)}` : file;
}

/** By file and line, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
