import os from "node:os";
import { loadLessons } from "../../lessons/load-lessons.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { stateFolder } from "../../progress/paths.ts";
import { describeProblem } from "../../progress/problem.ts";
import { openStore } from "../../progress/store.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { exitCodes } from "../exit-codes.ts";
import { lessonsFile } from "../paths.ts";

/** `list`: the lessons with progress, one a line. */
export function listLessons(): number {
  const store = openStore({
    folder: stateFolder(process.env, process.platform, os.homedir()),
    now: () => new Date(),
    onProblem: (problem) => process.stderr.write(`${makeHarmless(describeProblem(problem))}\n`),
  });
  const lessons = loadLessons(lessonsFile);
  const widest = Math.max(...lessons.map(({ id }) => id.length));
  for (const lesson of lessons) {
    const { steps } = findLessonProgress(store.document, lesson.id);
    const done = lesson.steps.filter(({ id }) => steps.includes(id)).length;
    const progress = done === lesson.steps.length ? "done" : `${done} of ${lesson.steps.length} steps`;
    process.stdout.write(`${lesson.id.padEnd(widest)}  ${lesson.title} (${progress})\n`);
  }
  return exitCodes.ok;
}
