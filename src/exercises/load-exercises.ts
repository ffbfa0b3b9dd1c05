import { readFileSync } from "node:fs";
import type { Exercise } from "./model.ts";

/** The exercises as the build has written them, in their order. */
export function loadExercises(file: string): readonly Exercise[] {
  return JSON.parse(readFileSync(file, "utf8")) as readonly Exercise[];
}
