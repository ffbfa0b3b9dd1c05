import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { reduceExercises } from "../../app/exercises/reduce.ts";
import type { ExercisesAction, ExercisesEffect, ExercisesState } from "../../app/exercises/state.ts";
import { createStore } from "../../app/store.ts";
import { type FromChecker, packFiles, type ToChecker } from "../../exercises/checker-messages.ts";
import { findFolder, readFiles, resetFiles, textsOf } from "../../exercises/learner/folder.ts";
import type { Exercise } from "../../exercises/model.ts";
import { fileToChange, folderName } from "../../exercises/names.ts";
import { detectMachine } from "../../lab/machine/machine.ts";
import { keepExerciseChange, readExerciseRecord } from "../../progress/exercise-record.ts";
import { stateFolder } from "../../progress/paths.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say, spoken } from "../../text/say.ts";
import { sizeOfTerminal } from "../../ui/terminal/size.ts";
import type { Parsed } from "../arguments/parsed.ts";
import type { ClassSettings } from "../class-settings.ts";
import { exitCodes } from "../exit-codes.ts";
import { openScreen } from "../open-screen.ts";
import { exerciseChecker, exerciseHost, typesFolder } from "../paths.ts";

/** The watch screen: runs and checks an exercise each time it is saved. */
export async function openExercisesScreen(
  command: Extract<Parsed, { command: "exercises" }>,
  exercises: readonly Exercise[],
  settings: ClassSettings,
): Promise<number> {
  const folder = findFolder(process.cwd());
  if (folder === null) {
    process.stderr.write(`learn-concurrency: ${say.exercises.noFolder}\n`);
    return exitCodes.failure;
  }
  return openScreen(command.display, async ({ drawing, guard }) => {
    // Ink looks at its surroundings when it is loaded: not before they are prepared.
    const { mountExercises } = await import("../../ui/exercises-screen.tsx");
    const machine = detectMachine();
    const ownState = stateFolder(process.env, process.platform, os.homedir());
    const record = readExerciseRecord(ownState);
    const next = exercises.findIndex(({ id }) => record.passed[id] === undefined);
    const relative = path.relative(process.cwd(), folder);
    const initial: ExercisesState = {
      exercises,
      folder: relative === "" ? "" : `${makeHarmless(relative)}${path.sep}`,
      cores: machine.affinity ?? Array.from({ length: machine.cores }, (_, core) => core),
      display: { glyphs: drawing.glyphs, reducedMotion: command.display.reducedMotion, painted: false },
      size: sizeOfTerminal(process.stdout),
      current: Math.max(0, next),
      record,
      check: { kind: "none" },
      panel: "check",
      selected: 0,
      scroll: 0,
      note: null,
      resetAsked: false,
      files: {},
      reference: null,
      line: { at: 0, held: false },
      allows: { skipping: settings.skipping, solutions: settings.solutions },
    };
    const find = (id: string): Exercise => exercises.find((one) => one.id === id) as Exercise;
    let checks = 0;
    const watched: { now: Watched | null } = { now: null };
    const checker = startChecker(machine.cores, (message) => {
      if (message.check !== checks) return; // of a file that has been saved again since
      if (message.type === "seen") store.dispatch({ type: "reference", seen: message.seen });
      else if (message.type === "broken") {
        store.dispatch({ type: "noted", note: say.exercises.screen.broken(makeHarmless(message.message)) });
      } else store.dispatch({ type: "judged", judgement: message.judgement, at: new Date().toISOString() });
    });
    const check = (exercise: Exercise, solution = false) => {
      const files = readFiles(folder, exercise);
      store.dispatch({ type: "files", files: textsOf(files) });
      if (!solution) store.dispatch({ type: "checking" });
      checks++;
      checker.send({ type: "check", check: checks, exercise, files: packFiles(files), solution });
    };
    const watch = (exercise: Exercise) => {
      watched.now?.stop();
      watched.now = watchFolder(path.join(folder, folderName(exercise)), () => check(exercise));
      check(exercise);
    };
    const perform = (effect: ExercisesEffect): void => {
      switch (effect.kind) {
        case "watch":
          watch(find(effect.exercise));
          break;
        case "check":
          check(find(effect.exercise));
          break;
        case "try-solution":
          check(find(effect.exercise), true);
          break;
        case "passed":
        case "hinted":
        case "tried":
          void keepExerciseChange(ownState, effect);
          break;
        case "edit": {
          const exercise = find(effect.exercise);
          const file = path.join(folder, folderName(exercise), fileToChange(exercise));
          void edit(file, (work) => screen.suspend(work)).then((note) => {
            if (note !== null) store.dispatch({ type: "noted", note });
          });
          break;
        }
        case "reset": {
          const note = reset(folder, find(effect.exercise));
          watch(find(effect.exercise));
          store.dispatch({ type: "noted", note });
          break;
        }
        case "write":
          write(path.join(folder, folderName(find(effect.exercise))), effect.file, effect.text);
          break;
        case "quit":
          screen.close(0);
          break;
      }
    };
    const store = createStore<ExercisesState, ExercisesAction, ExercisesEffect>(
      initial,
      reduceExercises,
      perform,
    );
    const screen = mountExercises({
      store,
      colour: drawing.colour,
      guard,
      alternateScreen: !command.display.inline,
    });
    const first = exercises[initial.current];
    if (first !== undefined) watch(first);
    try {
      return await screen.closed;
    } finally {
      watched.now?.stop();
      await checker.end();
    }
  });
}

function reset(folder: string, exercise: Exercise): string {
  try {
    const { kept } = resetFiles(folder, exercise);
    return say.exercises.screen.resetDone(makeHarmless(kept.join(", ")));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return say.exercises.cannotWrite(makeHarmless(folder), code ?? message);
  }
}

function write(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, file), text);
  } catch {
    // What could not be written is seen: the check goes on with what is there.
  }
}

/** Opens the learner's editor. @returns what went wrong, in words */
async function edit(
  file: string,
  suspend: (work: () => Promise<void>) => Promise<void>,
): Promise<string | null> {
  const command = process.env["VISUAL"] ?? process.env["EDITOR"] ?? "";
  const [program, ...given] = command.split(" ").filter((word) => word !== "");
  const { screen } = say.exercises;
  if (program === undefined) return screen.noEditor;
  let note: string | null = null;
  await suspend(async () => {
    await new Promise<void>((resolve) => {
      const editor = spawn(program, [...given, file], { stdio: "inherit" });
      editor.on("error", (error) => {
        note = screen.editorFailed(makeHarmless(program), error.message);
        resolve();
      });
      editor.on("exit", () => resolve());
    });
  });
  return note;
}

interface Watched {
  stop(): void;
}

const lookMs = 100;

/**
 * Tells when the files of a folder have changed and stay so: editors write in several steps, and what is half written
 * is not to be judged. By looking, for what the system tells of saving differs from editor to editor.
 */
function watchFolder(folder: string, onChange: () => void): Watched {
  let known = describeFolder(folder);
  let seen = known;
  const timer = setInterval(() => {
    const now = describeFolder(folder);
    if (now !== known && now === seen) {
      known = now;
      onChange();
    }
    seen = now;
  }, lookMs);
  return { stop: () => clearInterval(timer) };
}

function describeFolder(folder: string): string {
  if (!existsSync(folder)) return "";
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => {
        const { mtimeMs, size, ino } = statSync(path.join(folder, name));
        return `${name} ${mtimeMs} ${size} ${ino}`;
      })
      .join("\n");
  } catch {
    return "changing"; // between two steps of an editor
  }
}

interface Checker {
  send(message: ToChecker): void;
  end(): Promise<void>;
}

function startChecker(cores: number, onMessage: (message: FromChecker) => void): Checker {
  let isOver = false;
  let last: ToChecker | null = null;
  let child: ChildProcess;
  const start = () => {
    child = fork(fileURLToPath(exerciseChecker), [exerciseHost, typesFolder, String(cores), spoken], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    });
    child.on("message", onMessage);
    child.on("error", () => {});
    child.on("exit", () => {
      if (isOver) return;
      if (last?.type === "check")
        onMessage({ type: "broken", check: last.check, message: "the process that checks ended" });
      start();
    });
  };
  start();
  return {
    send: (message) => {
      last = message;
      if (child.connected) child.send(message, () => {});
    },
    async end() {
      isOver = true;
      const gone = new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        else child.once("exit", () => resolve());
      });
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
