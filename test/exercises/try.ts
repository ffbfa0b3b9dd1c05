/** Tries code of a learner's in the situations of the exercises, smaller than they are in the lessons. */
import { buildSync } from "esbuild";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { Exercise, Judgement } from "../../src/exercises/model.ts";
import { readExercisesOf } from "../../src/exercises/read/read-exercises.ts";
import type { ChildLimits } from "../../src/exercises/run/child.ts";
import { bytesOf, tryExercise } from "../../src/exercises/run/try-exercise.ts";
import { speak } from "../../src/text/say.ts";

export const root = path.resolve(import.meta.dirname, "../..");
const lessons = path.join(root, "lessons");

function readExercise(lesson: string, id: string): Exercise {
  const { exercises } = readExercisesOf(lessons, lesson);
  const found = exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`${lesson} has no exercise ${id}`);
  return found;
}

function makeSmall(exercise: Exercise, computeMs: number): Exercise {
  return { ...exercise, deadlineSeconds: 20, scenario: { ...exercise.scenario, computeMs } };
}

const sum = makeSmall(readExercise("07-parallelism-in-code", "split-a-sum"), 250);

/** No lesson's: the code changes memory that it shares with the judge's host. */
const counter: Exercise = {
  ...sum,
  id: "counter",
  scenario: { kind: "counter", count: 400_000, workers: 2 },
  wants: [
    { figure: "rightResults", atLeast: { of: "results" }, miss: "The count is not right." },
    { figure: "busyThreads", atLeast: { of: "workersAsked" }, miss: "Too few threads counted." },
    { figure: "seenCounts", atLeast: 3, miss: "Nobody saw it count." },
  ],
};

const exercises: Readonly<Record<string, Exercise>> = {
  "all-together": { ...readExercise("06-concurrency-in-code", "all-together"), deadlineSeconds: 20 },
  "at-most-some": { ...readExercise("06-concurrency-in-code", "at-most-some"), deadlineSeconds: 20 },
  "split-a-sum": sum,
  "bounded-queue": readExercise("13-do-not-block-the-loop", "bounded-queue"),
  slices: makeSmall(readExercise("13-do-not-block-the-loop", "slices"), 250),
  counter,
};

export function exerciseOf(id: string): Exercise {
  const exercise = exercises[id];
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return exercise;
}

export const smallLimits: ChildLimits = { outputBytes: 2 ** 20, memoryMb: 320 };

let ownFolder = "";
let hostFile = "";

/** The host as it is now, and a place of its own for all folders; both are gone in the end, and so is all else. */
export function prepareTries(): void {
  const before = process.env["TMPDIR"];
  beforeAll(async () => {
    await speak("en");
    ownFolder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-hostile-"));
    hostFile = path.join(ownFolder, "exercise-host.js");
    buildSync({
      entryPoints: [path.join(root, "src/exercises/run/host.ts")],
      outfile: hostFile,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      minify: true,
    });
    process.env["TMPDIR"] = ownFolder;
  });
  afterAll(() => {
    try {
      expect(listLeft()).toEqual([]);
      expect(readdirSync(ownFolder)).toEqual(["exercise-host.js"]);
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      rmSync(ownFolder, { recursive: true, force: true });
    }
  });
}

export function hostFileOf(): string {
  return hostFile;
}

/** Processes that were started for code of this test, or by such code: also those that have left all else behind. */
export function listLeft(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        const [state] = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        const isOurs =
          readFileSync(`/proc/${pid}/environ`, "utf8").includes(
            `LEARN_CONCURRENCY_EXERCISE=${process.pid}-`,
          ) || command.includes("sleep 987654");
        return isOurs && state !== "Z" ? [`${pid} ${command}`] : [];
      } catch {
        return []; // gone meanwhile
      }
    });
}

/** @param text of `start.ts`; what else belongs to it is as in the solution */
export function tryCode(
  exercise: Exercise,
  text: string | Uint8Array | null,
  limits = smallLimits,
): Promise<Judgement> {
  const start = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return tryExercise(
    exercise,
    { ...bytesOf(exercise.solution), "start.ts": start },
    { hostFile, cores: availableParallelism(), limits },
  );
}
