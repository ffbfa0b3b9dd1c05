/** Which lessons a command line can name. It knows names of folders, and no more: nothing is parsed for it. */
import { existsSync } from "node:fs";
import { lessonFolderName, listLessonFolders } from "../lessons/folder.ts";
import { say } from "../text/say.ts";
import type { LessonIds } from "./arguments/parse-arguments.ts";
import { quote, UsageError } from "./arguments/usage-error.ts";
import { isFolder } from "./is-folder.ts";

/** The settings of the class, `null` where there are none: whoever has none loads nothing to read them with. */
export async function findClassSettings() {
  if (!existsSync("learn-concurrency.json")) return null;
  return (await import("./class-settings.ts")).readClassSettings(process.cwd());
}

/**
 * The ids of the lessons that a command line can name, from the names of their folders alone.
 * @returns what throws a UsageError where there is no such folder, or the settings of the class are wrong
 */
export async function prepareLessonIds(ourIds: () => readonly string[]): Promise<LessonIds> {
  const read = await findClassSettings();
  return (folder) => {
    if (read?.state === "broken") throw new UsageError(read.message);
    const chosen = folder ?? read?.settings.lessonsFolder ?? null;
    if (chosen !== null && !isFolder(chosen)) throw new UsageError(say.authors.noFolder(quote(chosen)));
    const ids = chosen === null ? ourIds() : listIdsIn(chosen);
    const shown = folder === null ? (read?.settings.lessons ?? null) : null;
    return shown === null ? ids : ids.filter((id) => shown.includes(id));
  };
}

function listIdsIn(folder: string): readonly string[] {
  try {
    const ids = listLessonFolders(folder).filter((name) => lessonFolderName.test(name));
    if (ids.length > 0) return ids;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new UsageError(say.authors.cannotRead(quote(folder), code));
  }
  throw new UsageError(say.authors.noLessons(quote(folder)));
}
