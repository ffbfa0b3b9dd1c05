import path from "node:path";
import { checkLessons, sortProblems } from "../../lessons/check/check-lessons.ts";
import type { Problem } from "../../lessons/parse/problem.ts";
import { isFolder } from "../is-folder.ts";
import { checkExercises } from "./check-exercises.ts";
import { checkCode } from "./code-syntax.ts";

export type FolderReport =
  /** No folder, or one without lessons. */
  | { readonly state: "no-folder" | "no-lessons" }
  | { readonly state: "checked"; readonly lessons: number; readonly problems: readonly Problem[] };

/**
 * Everything that can be found out about a folder of lessons without running them.
 * @param name how the folder is called in problems
 */
export async function checkFolder(folder: string, name: string): Promise<FolderReport> {
  if (!isFolder(folder)) return { state: "no-folder" };
  const { ids, problems, code } = checkLessons(folder, name);
  if (ids.length === 0) return { state: "no-lessons" };
  const ofExercises: Problem[] = [];
  for (const id of ids) {
    const found = await checkExercises({ folder: path.join(folder, id), name: `${name}/${id}` });
    ofExercises.push(...found);
  }
  const all = sortProblems([...problems, ...checkCode(code), ...ofExercises]);
  return { state: "checked", lessons: ids.length, problems: all };
}
