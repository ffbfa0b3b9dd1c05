#!/usr/bin/env node
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parseArguments } from "./arguments/parse-arguments.ts";
import type { Parsed } from "./arguments/parsed.ts";
import { speak } from "../text/say.ts";
import { decideDrawing } from "./environment.ts";
import { exitCodes } from "./exit-codes.ts";
import { chooseLanguage } from "./language.ts";
import { exercisesFile, lessonsFile } from "./paths.ts";

function readExerciseIds(): string[] {
  // In a folder that was written from other lessons, its own exercises are meant.
  const own = [".", "concurrency-exercises", ".."].find((folder) =>
    existsSync(`${folder}/lessons-folder.txt`),
  );
  if (own !== undefined) return readdirSync(own).filter((name) => /^\d+-/.test(name));
  const exercises = JSON.parse(readFileSync(exercisesFile, "utf8")) as { id: string; order: number }[];
  return exercises.map(({ id, order }) => `${String(order).padStart(2, "0")}-${id}`);
}

function readLessonIds(): string[] {
  return (JSON.parse(readFileSync(lessonsFile("en"), "utf8")) as { id: string }[]).map(({ id }) => id);
}

/** Each command is loaded when it is asked for: the version is told without loading a screen. */
async function perform(parsed: Parsed): Promise<number> {
  switch (parsed.command) {
    case "usage-error":
      process.stderr.write(`learn-concurrency: ${parsed.message}\n`);
      return exitCodes.usage;
    case "version":
      process.stdout.write(`${process.env["LEARN_CONCURRENCY_VERSION"] ?? "development"}\n`);
      return exitCodes.ok;
    case "help": {
      const { helpText } = await import("./arguments/help-text.ts");
      process.stdout.write(helpText(parsed.topic));
      return exitCodes.ok;
    }
    case "tutorial":
      return (await import("./commands/tutorial-command.ts")).openTutorial(parsed);
    case "notes":
      return (await import("./commands/notes-command.ts")).showNotes(parsed);
    case "list":
      return (await import("./commands/list-command.ts")).listLessons(parsed);
    case "run":
    case "compare":
      return (await import("./commands/lab-command.ts")).runLab(parsed);
    case "report":
      return (await import("./commands/report-command.ts")).reportProgress(parsed);
    case "doctor":
      return (await import("./commands/doctor-command.ts")).runDoctor(parsed.display);
    case "exercises":
      return (await import("./commands/exercises-command.ts")).runExercises(parsed);
    case "reset":
      return (await import("./commands/reset-command.ts")).resetProgress(parsed);
    case "check":
      return (await import("./commands/check-command.ts")).checkLessonsFolder(parsed);
    case "new":
      return (await import("./commands/new-command.ts")).writeNew(parsed);
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.ok : exitCodes.failure);
});
const argv = process.argv.slice(2);
// Before anything is said: what is wrong with the command line, too, is said in the learner's language.
const flags = { ascii: argv.includes("--ascii"), noColor: true };
const { glyphs } = decideDrawing(process.env, process.platform, flags, false);
await speak(chooseLanguage(argv, process.env), glyphs === "ascii" ? "ascii" : "all");
// Which lessons there are, only a command that names one has to know.
const { prepareLessonIds } = argv.some((word) => word === "lesson" || word === "reset")
  ? await import("./named-lessons.ts")
  : { prepareLessonIds: null };
process.exitCode = await perform(
  parseArguments(argv, (await prepareLessonIds?.(readLessonIds)) ?? readLessonIds, readExerciseIds),
);
