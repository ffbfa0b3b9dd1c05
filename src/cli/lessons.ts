import { loadLessons } from "../lessons/load-lessons.ts";
import type { Lesson } from "../lessons/model.ts";
import { spell, spoken } from "../text/say.ts";
import { lessonsFile } from "./paths.ts";

/** The lessons in the language that is spoken, as far as they are translated. */
export function readSpokenLessons(): readonly Lesson[] {
  return spell(loadLessons(lessonsFile(spoken)));
}
