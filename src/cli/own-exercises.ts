/** The exercises that a command shows: ours, or those of another folder of lessons; all of them, or those of a class. */
import { existsSync } from "node:fs";
import path from "node:path";
import { loadExercises } from "../exercises/load-exercises.ts";
import type { Exercise } from "../exercises/model.ts";
import { makeHarmless } from "../text/harmless.ts";
import { say } from "../text/say.ts";
import { quote } from "./arguments/usage-error.ts";
import { type ClassSettings, noSettings, readClassSettings, settingsFile } from "./class-settings.ts";
import { exitCodes } from "./exit-codes.ts";
import { isFolder } from "./is-folder.ts";
import { exercisesFile } from "./paths.ts";

export type OpenedExercises =
  | { readonly state: "opened"; readonly exercises: readonly Exercise[]; readonly settings: ClassSettings }
  | { readonly state: "refused"; readonly code: number; readonly lines: readonly string[] };

/**
 * @param lessons folder of `--lessons`, as it was typed
 * @param near folders in which the settings of the class may lie: here, and where the exercises are
 */
export async function openExercises(
  lessons: string | null,
  near: readonly string[],
): Promise<OpenedExercises> {
  const place = near.find((folder) => existsSync(path.join(folder, settingsFile)));
  const read = place === undefined ? null : readClassSettings(place);
  if (read?.state === "broken") return { state: "refused", code: exitCodes.usage, lines: [read.message] };
  const settings = read?.settings ?? noSettings;
  const folder =
    lessons ?? (settings.lessonsFolder === null ? null : path.join(place ?? ".", settings.lessonsFolder));
  const all = folder === null ? loadExercises(exercisesFile) : await readFolder(folder);
  if ("state" in all) return all;
  const shown = lessons === null ? settings.exercises : null;
  const unknown = shown?.find((id) => !all.some((exercise) => exercise.id === id));
  if (unknown !== undefined) {
    const allowed = all.map(({ id }) => id).join(", ");
    const line = say.usage.notAllowed(`${settingsFile}: exercises`, quote(unknown), allowed);
    return { state: "refused", code: exitCodes.usage, lines: [line] };
  }
  const exercises = shown === null || shown.length === 0 ? all : all.filter(({ id }) => shown.includes(id));
  if (exercises.length === 0)
    return { state: "refused", code: exitCodes.usage, lines: [say.exercises.none(quote(folder ?? "."))] };
  return { state: "opened", exercises, settings };
}

async function readFolder(
  folder: string,
): Promise<readonly Exercise[] | Extract<OpenedExercises, { state: "refused" }>> {
  if (!isFolder(folder)) {
    return { state: "refused", code: exitCodes.usage, lines: [say.authors.noFolder(quote(folder))] };
  }
  const { listLessonFolders } = await import("../lessons/folder.ts");
  const { readExercisesOf } = await import("../exercises/read/read-exercises.ts");
  const found = listLessonFolders(folder).map((lesson) => readExercisesOf(folder, lesson));
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, message }) => makeHarmless(`${file}:${line}: ${message}`));
    return { state: "refused", code: exitCodes.failure, lines };
  }
  return found.flatMap(({ exercises }) => exercises).sort((a, b) => a.order - b.order);
}
