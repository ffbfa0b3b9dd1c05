import { statSync } from "node:fs";
import os from "node:os";
import { makeReport } from "../../app/report/report.ts";
import type { ReportedExercise } from "../../app/report/exercises.ts";
import { writePage } from "../../app/report/page.ts";
import { writeReport } from "../../app/report/report-text.ts";
import { loadExercises } from "../../exercises/load-exercises.ts";
import { detectMachine } from "../../lab/machine/machine.ts";
import { lookForPython } from "../../lab/machine/python.ts";
import { writeAtomically } from "../../progress/files.ts";
import { readExerciseRecord } from "../../progress/exercise-record.ts";
import { type KeptRun, readLanes } from "../../progress/lanes.ts";
import { stateFolder } from "../../progress/paths.ts";
import { describeError, describeProblem } from "../../progress/problem.ts";
import { openStore } from "../../progress/store.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import { sizeOfTerminal } from "../../ui/terminal/size.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { decideDrawing } from "../environment.ts";
import { exitCodes } from "../exit-codes.ts";
import { readSpokenLessons } from "../lessons.ts";
import { exercisesFile } from "../paths.ts";

/** Wider lines are harder to read, on whatever terminal. */
const widest = 100;
const narrowest = 40;

/** `report`: what the learner did, predicted and measured, as text, as JSON or as a page. */
export async function reportProgress(command: Extract<Parsed, { command: "report" }>): Promise<number> {
  const folder = stateFolder(process.env, process.platform, os.homedir());
  const store = openStore({
    folder,
    now: () => new Date(),
    onProblem: (problem) => process.stderr.write(`${makeHarmless(describeProblem(problem))}\n`),
  });
  const lessons = readSpokenLessons();
  const lanesOf = rememberLanes((lesson, lab) => readLanes(folder, lesson, lab));
  const report = makeReport({
    lessons,
    machine: detectMachine(),
    progress: store.document,
    python: await lookForPython(),
    version: process.env["LEARN_CONCURRENCY_VERSION"] ?? "development",
    now: new Date().toISOString(),
    lanesOf,
    exercises: listTriedExercises(folder),
  });
  if (command.html !== null) return writeToFile(command.html, writePage(report, { lessons, lanesOf }));
  if (command.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return exitCodes.ok;
  }
  const { glyphs } = decideDrawing(process.env, process.platform, command.display, process.stdout.isTTY);
  const columns = process.stdout.isTTY ? sizeOfTerminal(process.stdout).columns : 80;
  const width = Math.min(widest, Math.max(narrowest, columns));
  process.stdout.write(writeReport(report, { width, display: { glyphs } }));
  return exitCodes.ok;
}

/** What was done with the exercises; those of another folder of lessons are known by their ids alone. */
function listTriedExercises(folder: string): ReportedExercise[] {
  const { tries, passed } = readExerciseRecord(folder);
  const known = loadExercises(exercisesFile);
  const place = (id: string) => known.find((exercise) => exercise.id === id)?.order ?? Infinity;
  return Object.entries(tries)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([id, { count, said }]) => ({
      id,
      title: known.find((exercise) => exercise.id === id)?.title ?? id,
      state: passed[id] === undefined ? "tried" : "passed",
      tries: count,
      // What a later try came to does not belong to a pass.
      said: passed[id] === undefined ? said : "",
    }));
}

type LanesOf = (lesson: string, lab: string) => readonly KeptRun[];

/** Each file is read once. */
function rememberLanes(read: LanesOf): LanesOf {
  const known = new Map<string, readonly KeptRun[]>();
  return (lesson, lab) => {
    const key = `${lesson}/${lab}`;
    const lanes = known.get(key) ?? read(lesson, lab);
    known.set(key, lanes);
    return lanes;
  };
}

async function writeToFile(file: string, page: string): Promise<number> {
  try {
    // What is there and is no file, such as a device, is not to be replaced by one.
    const before = statSync(file, { throwIfNoEntry: false });
    if (before !== undefined && !before.isFile()) throw new Error(say.learnerReport.notAFile);
    await writeAtomically(file, page, () => {}, before === undefined ? 0o666 : before.mode & 0o777);
  } catch (error) {
    const reason = say.report.cannotWrite(file, describeError(error));
    process.stderr.write(`learn-concurrency: ${makeHarmless(reason).replaceAll("\n", " ")}\n`);
    return exitCodes.failure;
  }
  process.stdout.write(`${makeHarmless(say.learnerReport.written(file)).replaceAll("\n", " ")}\n`);
  return exitCodes.ok;
}
