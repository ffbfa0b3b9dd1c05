import { readFileSync } from "node:fs";
import type { Lesson } from "./model.ts";

/**
 * Reads the lessons that the build compiled into one JSON file. They were checked then; to read them needs no
 * parser, so that the program starts without one.
 */
export function loadLessons(path: string): Lesson[] {
  const lessons: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(lessons)) throw new Error(`${path}: not a list of lessons`);
  return lessons as Lesson[];
}
