import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import type { NewKind, Parsed } from "../arguments/parsed.ts";
import { exitCodes } from "../exit-codes.ts";
import { writeExercise } from "../new/write-exercise.ts";
import { writeLesson } from "../new/write-lesson.ts";

/** What came of it. */
export type Written =
  | {
      readonly state: "written";
      /** As they are to be printed. */
      readonly files: readonly string[];
      /** Command lines to go on with, without the name of the program. */
      readonly next: readonly string[];
    }
  /** One line. */
  | { readonly state: "refused"; readonly code: number; readonly message: string };

/** How each kind of thing is written: its name, and the folder of lessons. */
const writers: Readonly<Record<NewKind, (name: string, lessons: string) => Written>> = {
  lesson: writeLesson,
  exercise: writeExercise,
};

/** `new`: writes the beginning of something, and says how to go on. */
export function writeNew(command: Extract<Parsed, { command: "new" }>): number {
  const written = writers[command.kind](command.name, command.lessons ?? ".");
  if (written.state === "refused") {
    process.stderr.write(`learn-concurrency: ${oneLine(written.message)}\n`);
    return written.code;
  }
  const lines = [
    ...written.files.map(say.authors.wrote),
    say.authors.next,
    ...written.next.map((line) => `  learn-concurrency ${line}`),
  ];
  for (const line of lines) process.stdout.write(`${oneLine(line)}\n`);
  return exitCodes.ok;
}

function oneLine(text: string): string {
  return makeHarmless(text).replaceAll(/[\n\t]/g, " ");
}
