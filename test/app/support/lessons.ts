/** The lessons that the program ships, compiled from their sources: no build is needed to test with them. */
import path from "node:path";
import type { Lesson } from "../../../src/lessons/model.ts";
import { readLessons } from "../../../src/lessons/read-lessons.ts";
import { freezeDeep } from "./freeze.ts";

export const lessonsFolder = path.resolve(import.meta.dirname, "../../../lessons");
export const { lessons, problems } = freezeDeep(readLessons(lessonsFolder));

export function lessonIndex(id: string): number {
  const index = lessons.findIndex((lesson) => lesson.id === id);
  if (index < 0) throw new RangeError(`no lesson ${id}`);
  return index;
}

export function stepIndex(lesson: string, step: string): number {
  const index = lessons[lessonIndex(lesson)]?.steps.findIndex(({ id }) => id === step) ?? -1;
  if (index < 0) throw new RangeError(`no step ${step} in ${lesson}`);
  return index;
}

/** Every step of every lesson, and the end of each, by index. */
export function everyStep(): { readonly name: string; readonly lesson: number; readonly step: number }[] {
  return lessons.flatMap((lesson, index) => [
    ...lesson.steps.map(({ id, kind }, step) => ({
      name: `${lesson.id} ${id} (${kind})`,
      lesson: index,
      step,
    })),
    { name: `${lesson.id} end`, lesson: index, step: lesson.steps.length },
  ]);
}

export type LabStep = Extract<Lesson["steps"][number], { kind: "lab" }>;

/** Every lab of every lesson. */
export function everyLab(): { readonly lesson: Lesson; readonly step: LabStep }[] {
  return lessons.flatMap((lesson) =>
    lesson.steps.flatMap((step) => (step.kind === "lab" ? [{ lesson, step }] : [])),
  );
}
