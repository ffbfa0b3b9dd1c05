/** A folder of lessons on the disk: which of its folders are lessons, and the files of one. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../text/say.ts";

export const lessonFile = "lesson.md";
/** What a lesson's folder has to be called. */
export const lessonFolderName = /^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Larger files are no lessons, and no code that anybody could read on a screen: they are not even opened. */
export const mostBytes = { lesson: 128 * 1024, code: 64 * 1024 } as const;

/**
 * Names of the folders that are lessons, in order: what is called like one, or holds a `lesson.md`. Whatever else lies
 * beside them (`node_modules`, `.git`, translations) is left alone. Links are not followed.
 */
export function listLessonFolders(folder: string): string[] {
  return listFolders(folder).filter(
    (name) =>
      !languages.some((language) => language === name) &&
      (/^\d\d-/.test(name) || existsSync(join(folder, name, lessonFile))),
  );
}

/** Folders of a folder that are neither hidden nor links. */
export function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

export interface FolderFiles {
  /** Text of the plain files, by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** Names of files that are larger than they may be, with their sizes. They were not read. */
  readonly tooLarge: Readonly<Record<string, number>>;
}

/** The plain files of a lesson's folder. Hidden files, links and folders (such as `exercises/`) are left alone. */
export function readLessonFiles(folder: string): FolderFiles {
  const texts: Record<string, string> = {};
  const tooLarge: Record<string, number> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const file = join(folder, entry.name);
    const { size } = statSync(file);
    if (size > mostBytesOf(entry.name)) tooLarge[entry.name] = size;
    else texts[entry.name] = readFileSync(file, "utf8");
  }
  return { texts, tooLarge };
}

export function mostBytesOf(name: string): number {
  return name === lessonFile ? mostBytes.lesson : mostBytes.code;
}
