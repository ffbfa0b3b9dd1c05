import { mkdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  defaultFolder,
  findFolder,
  isChanged,
  readFiles,
  readLessonsFolder,
  resetFiles,
  textsOf,
  writeFolder,
  writeLessonsFolder,
} from "../../exercises/learner/folder.ts";
import { folderName } from "../../exercises/names.ts";
import { sumUp } from "../../exercises/judge.ts";
import type { Exercise, Judgement, Trouble } from "../../exercises/model.ts";
import { detectMachine } from "../../lab/machine/machine.ts";
import { keepExerciseChange, readExerciseRecord } from "../../progress/exercise-record.ts";
import { stateFolder } from "../../progress/paths.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { exitCodes } from "../exit-codes.ts";
import { openExercises } from "../own-exercises.ts";
import { exerciseHost, typesFolder } from "../paths.ts";

type Command = Extract<Parsed, { command: "exercises" }>;

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`learn-concurrency: ${makeHarmless(text)}\n`);
}

function ownState(): string {
  return stateFolder(process.env, process.platform, os.homedir());
}

export function givenTypes(): string {
  return readFileSync(path.join(typesFolder, "given.d.ts"), "utf8");
}

/** `exercises ...`: all that needs no screen. */
export async function runExercises(command: Command): Promise<number> {
  const folder = findFolder(process.cwd());
  const near = [process.cwd(), ...(folder === null ? [] : [folder, path.dirname(folder)])];
  // Exercises that were written from another folder of lessons belong to it.
  const ownLessons = folder === null || command.action === "init" ? null : readLessonsFolder(folder);
  const opened = await openExercises(command.lessons ?? ownLessons, near);
  if (opened.state === "refused") {
    for (const text of opened.lines) complain(text);
    return opened.code;
  }
  const { exercises, settings } = opened;
  const exercise = command.id === null ? null : (exercises.find(({ id }) => id === command.id) ?? null);
  if (command.id !== null && exercise === null) {
    complain(say.exercises.notInClass(command.id));
    return exitCodes.usage;
  }
  switch (command.action) {
    case "watch":
      return (await import("./exercises-screen.ts")).openExercisesScreen(command, exercises, settings);
    case "init":
      return init(command, exercises);
    case "list":
      return list(exercises);
    case "verify":
      return verify(command, exercise === null ? exercises : [exercise]);
    case "hint":
      return exercise === null ? exitCodes.usage : hint(exercise);
    case "solution":
      if (!settings.solutions) {
        complain(say.exercises.screen.noSolutions);
        return exitCodes.failure;
      }
      return exercise === null ? exitCodes.usage : solution(exercise);
    case "reset":
      return exercise === null ? exitCodes.usage : reset(exercise);
  }
}

function init({ directory, lessons }: Command, exercises: readonly Exercise[]): number {
  const folder = path.resolve(directory ?? defaultFolder);
  try {
    mkdirSync(folder, { recursive: true });
    const { written, kept } = writeFolder(folder, exercises, givenTypes());
    if (lessons !== null) writeLessonsFolder(folder, path.resolve(lessons));
    const { init: said } = say.exercises;
    tell(said.written(written.length, path.relative(process.cwd(), folder) || "."));
    if (kept.length > 0)
      tell(`${said.kept(kept.length)}\n${kept.map((name) => `  ${makeHarmless(name)}`).join("\n")}`);
    tell(said.next(path.relative(process.cwd(), folder) || "."));
    return exitCodes.ok;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    complain(say.exercises.cannotWrite(folder, code ?? message));
    return exitCodes.failure;
  }
}

function list(exercises: readonly Exercise[]): number {
  const { passed } = readExerciseRecord(ownState());
  const folder = findFolder(process.cwd());
  const widest = Math.max(...exercises.map(({ id }) => id.length));
  const { listed } = say.exercises;
  for (const exercise of exercises) {
    const { id, title, lesson, order } = exercise;
    const state =
      passed[id] !== undefined
        ? listed.passed
        : folder !== null && isChanged(folder, exercise)
          ? listed.begun
          : listed.new;
    tell(
      `${String(order).padStart(2)}  ${id.padEnd(widest)}  ${title} (${listed.ofLesson(Number(lesson.slice(0, 2)))}, ${state})`,
    );
  }
  if (folder === null) tell(`\n${say.exercises.noFolder}`);
  return exitCodes.ok;
}

async function verify({ json }: Command, exercises: readonly Exercise[]): Promise<number> {
  const folder = findFolder(process.cwd());
  if (folder === null) {
    complain(say.exercises.noFolder);
    return exitCodes.failure;
  }
  const { tryExercise } = await import("../../exercises/run/try-exercise.ts");
  const { checkTypes } = await import("../../exercises/read/check-types.ts");
  const { cores } = detectMachine();
  const aborter = new AbortController();
  const stop = () => aborter.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const results: (Judgement & { readonly exercise: string })[] = [];
  try {
    for (const exercise of exercises) {
      const files = readFiles(folder, exercise);
      const judged = await tryExercise(exercise, files, {
        hostFile: exerciseHost,
        cores,
        signal: aborter.signal,
      });
      if (aborter.signal.aborted) return exitCodes.signals.SIGINT;
      const typeErrors =
        judged.trouble?.kind === "file" || judged.trouble?.kind === "syntax"
          ? []
          : checkTypes(textsOf(files), givenTypes(), typesFolder);
      const judgement = { ...judged, typeErrors };
      results.push({ exercise: exercise.id, ...judgement });
      await keepExerciseChange(ownState(), { kind: "tried", exercise: exercise.id, said: sumUp(judgement) });
      if (judgement.outcome === "passed") {
        await keepExerciseChange(ownState(), {
          kind: "passed",
          exercise: exercise.id,
          at: new Date().toISOString(),
        });
      }
      if (!json) tell(describeJudgement(exercise, judgement).join("\n"));
    }
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
  const passed = results.filter(({ outcome }) => outcome === "passed").length;
  if (json) tell(JSON.stringify({ version: 1, cores, passed, of: results.length, exercises: results }));
  else if (results.length > 1) tell(`\n${say.exercises.passedOf(passed, results.length)}`);
  return passed === results.length ? exitCodes.ok : exitCodes.failure;
}

/** What is said of a check, line by line. */
export function describeJudgement(exercise: Exercise, judgement: Judgement): string[] {
  const { outcomes } = say.exercises;
  const marks = { met: "+", missed: "-", "not-shown": "?" } as const;
  return [
    `${exercise.id}: ${outcomes[judgement.outcome]}`,
    ...(judgement.trouble === null ? [] : [`  ${describeTrouble(exercise, judgement.trouble)}`]),
    ...judgement.findings.map(({ outcome, text }) => `  ${marks[outcome]} ${text}`),
    ...judgement.typeErrors.map(
      (trouble) => `  ${say.exercises.typeError(describeTrouble(exercise, trouble))}`,
    ),
    ...(judgement.outcome === "not-yet" ? [`  ${say.exercises.nextHint(exercise.id)}`] : []),
  ].map(makeHarmless);
}

/** `03-at-most-some/start.ts:7: it threw ...` */
export function describeTrouble(exercise: Exercise, { file, line, text }: Trouble): string {
  const where =
    file === undefined ? "" : `${folderName(exercise)}/${file}${line === undefined ? "" : `:${line}`}: `;
  return `${where}${text}`;
}

async function hint(exercise: Exercise): Promise<number> {
  const shown = Math.min(exercise.hints.length, (readExerciseRecord(ownState()).hints[exercise.id] ?? 0) + 1);
  for (const text of exercise.hints.slice(0, shown)) tell(`${text}\n`);
  tell(say.exercises.hintOf(shown, exercise.hints.length));
  await keepExerciseChange(ownState(), { kind: "hinted", exercise: exercise.id, hints: shown });
  return exitCodes.ok;
}

function solution(exercise: Exercise): number {
  for (const [name, text] of Object.entries(exercise.solution)) {
    if (text === exercise.start[name]) continue;
    tell(`// ${folderName(exercise)}/${name}\n${text}`);
  }
  return exitCodes.ok;
}

function reset(exercise: Exercise): number {
  const folder = findFolder(process.cwd());
  if (folder === null) {
    complain(say.exercises.noFolder);
    return exitCodes.failure;
  }
  try {
    const { written, kept } = resetFiles(folder, exercise);
    const { reset: said } = say.exercises;
    if (written.length === 0) tell(said.nothing);
    else tell(said.done(written.join(", "), kept.join(", ")));
    return exitCodes.ok;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    complain(say.exercises.cannotWrite(folder, code ?? message));
    return exitCodes.failure;
  }
}
