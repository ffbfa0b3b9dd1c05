import { findLessonProgress } from "../../progress/document.ts";
import { describeProblem } from "../../progress/problem.ts";
import { openStore } from "../../progress/store.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say, spoken } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { exitCodes } from "../exit-codes.ts";
import { openLessons, tellRefusal } from "../lessons.ts";

/** `list`: the lessons with progress, one a line. */
export async function listLessons(command: Extract<Parsed, { command: "list" }>): Promise<number> {
  const opened = await openLessons(command.lessons);
  if (opened.state === "refused") return tellRefusal(opened);
  const { lessons } = opened;
  const store = openStore({
    folder: opened.progressFolder,
    now: () => new Date(),
    onProblem: (problem) => process.stderr.write(`${makeHarmless(describeProblem(problem))}\n`),
  });
  const widest = Math.max(...lessons.map(({ id }) => id.length));
  for (const lesson of lessons) {
    const { steps } = findLessonProgress(store.document, lesson.id);
    const done = lesson.steps.filter(({ id }) => steps.includes(id)).length;
    const { listed } = say.cli;
    const progress = done === lesson.steps.length ? listed.done : listed.steps(done, lesson.steps.length);
    const notes = lesson.language === spoken ? [progress] : [progress, say.home.notTranslated];
    process.stdout.write(`${lesson.id.padEnd(widest)}  ${lesson.title} (${notes.join(", ")})\n`);
  }
  return exitCodes.ok;
}
