/** Which lessons a command line can name. It is read for every start, so it knows names of folders, and no more. */
import { existsSync } from "node:fs";
import { lessonFolderName, listLessonFolders } from "../lessons/folder.ts";
import { say } from "../text/say.ts";
import { quote, UsageError } from "./arguments/usage-error.ts";
import { isFolder } from "./is-folder.ts";

type FoundSettings = Awaited<ReturnType<typeof findClassSettings>>;

/** The settings of the class, `null` where there are none: whoever has none loads nothing to read them with. */
export async function findClassSettings() {
  if (!existsSync("learn-concurrency.json")) return null;
  return (await import("./class-settings.ts")).readClassSettings(process.cwd());
}

/**
 * The ids of the lessons that a command line can name, from the names of their folders alone.
 * @throws UsageError where there is no such folder, or the settings of the class are wrong
 */
export function listLessonIds(
  folder: string | null,
  settings: FoundSettings,
  ourIds: () => readonly string[],
): readonly string[] {
  if (settings?.state === "broken") throw new UsageError(settings.message);
  const chosen = folder ?? settings?.settings.lessonsFolder ?? null;
  if (chosen !== null && !isFolder(chosen)) throw new UsageError(say.authors.noFolder(quote(chosen)));
  const ids = chosen === null ? ourIds() : listIdsIn(chosen);
  const shown = folder === null ? (settings?.settings.lessons ?? null) : null;
  return shown === null ? ids : ids.filter((id) => shown.includes(id));
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
