/** One check: the learner's files are run in a situation, and what was seen is judged. */
import { randomInt } from "node:crypto";
import { copyFile, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import { isMet, judgeWants } from "../judge.ts";
import type { Exercise, Figures, Files, Judgement, SeenRun, Trouble, Want } from "../model.ts";
import { prepareFiles } from "../read/prepare.ts";
import { scenarios } from "../scenarios/index.ts";
import type { Stage } from "../scenarios/scenario.ts";
import { type Actor, startActor, TroubleError } from "./actor.ts";
import type { AskLog } from "./ask-server.ts";
import { type ChildLimits, defaultLimits } from "./child.ts";
import { guardName, guardText } from "./guard.ts";
import { grind, sumOf } from "./grind.ts";
import { listSeenThreads } from "./usage.ts";

export interface TryOptions {
  /** The built host of the learner's code. */
  readonly hostFile: string;
  /** Cores that may be used at once. */
  readonly cores: number;
  readonly limits?: ChildLimits | undefined;
  readonly signal?: AbortSignal | undefined;
}

const defaultDeadlineSeconds = 10;
/** What depends on the machine's mood is tried so often before it is held against anybody. */
const mostTries = 3;

const encoder = new TextEncoder();

export function bytesOf(files: Files): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));
}

/**
 * Runs the files of an exercise and judges what was seen.
 * Where only what depends on the machine's mood is missed, it runs again. It is held against the code only where the
 * solution met it here, before and after, and by far: else the judgement is `inconclusive`.
 */
export async function tryExercise(
  exercise: Exercise,
  files: Readonly<Record<string, Uint8Array | null>>,
  options: TryOptions,
): Promise<Judgement> {
  const tries: Judgement[] = [];
  const references: Judgement[] = [];
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const one = await tryOnce(exercise, files, options);
    if (!missesOnlyTiming(exercise, one, options.cores)) return one;
    tries.push(one);
    if (attempt !== 1 && attempt !== mostTries) continue;
    references.push(await tryOnce(exercise, bytesOf(exercise.solution), options));
  }
  const isWorse = exercise.wants.some(
    (want) =>
      tries.every(({ figures }) => isMet(want, figures) === false) &&
      references.every(({ figures }) => isMet(want, figures) === true) &&
      isFarBehind(want, tries, references),
  );
  const last = tries.at(-1) as Judgement;
  if (isWorse) return last;
  const asGood = tries.find((one) => isAsGood(exercise, one, references, options.cores));
  return asGood === undefined ? { ...last, outcome: "inconclusive" } : { ...asGood, outcome: "passed" };
}

/** The same work takes more CPU time where two cores are halves of one: then the solution is the measure. */
const asGoodFactor = 1.15;

function isAsGood(
  { wants }: Exercise,
  { figures }: Judgement,
  references: readonly Judgement[],
  cores: number,
): boolean {
  const { missed } = judgeWants(wants, figures, cores);
  const { work } = figures;
  return (
    missed.every(({ figure }) => figure === "work") &&
    references.every((reference) => (work ?? Infinity) <= asGoodFactor * (reference.figures.work ?? 0))
  );
}

/** What is no matter of luck: the best try is behind the solution's worst by this factor. */
const farFactor = 1.5;

function isFarBehind(
  { figure, atLeast }: Want,
  tries: readonly Judgement[],
  references: readonly Judgement[],
) {
  const valuesOf = (runs: readonly Judgement[]) => runs.map(({ figures }) => figures[figure] ?? 0);
  return atLeast === undefined
    ? Math.min(...valuesOf(tries)) >= farFactor * Math.max(...valuesOf(references))
    : Math.max(...valuesOf(tries)) * farFactor <= Math.min(...valuesOf(references));
}

function missesOnlyTiming({ wants }: Exercise, { trouble, figures }: Judgement, cores: number): boolean {
  if (trouble !== null) return false;
  const { missed } = judgeWants(wants, figures, cores);
  return missed.length > 0 && missed.every(({ timing = false }) => timing);
}

/** One run, judged as it is. */
export async function tryOnce(
  exercise: Exercise,
  files: Readonly<Record<string, Uint8Array | null>>,
  options: TryOptions,
): Promise<Judgement> {
  const nothing = { findings: [], figures: {}, typeErrors: [], seen: null, output: "" } as const;
  // Only files that the exercise has: one of another name could take the place of something else.
  const names = new Set([
    ...Object.keys(exercise.start),
    ...Object.keys(exercise.solution).filter((name) => name in files),
  ]);
  const own = [...names].map((name) => [name, files[name] ?? null] as const);
  const prepared = prepareFiles(Object.fromEntries(own));
  if (prepared.state === "trouble") return { ...nothing, outcome: "not-yet", trouble: prepared.trouble };
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "learn-concurrency-exercise-")));
  const actors: Actor[] = [];
  let learners: Actor | null = null;
  const seen: Stage["seen"] = { log: [] };
  try {
    await writeFolder(folder, prepared.files, options.hostFile);
    const start = async (module: string | null) => {
      const actor = await startActor({
        folder,
        host: "host.js",
        module,
        scenario: exercise.scenario.kind,
        limits: options.limits ?? defaultLimits,
        deadlineMs: 1000 * (exercise.deadlineSeconds ?? defaultDeadlineSeconds),
        signal: options.signal,
      });
      actors.push(actor);
      return actor;
    };
    const stage: Stage = {
      scenario: exercise.scenario,
      cores: options.cores,
      seen,
      random: (below) => randomInt(below),
      speed: findSpeed(),
      startLearners: async () => (learners = await start("start.js")),
      startSequential: () => start(null),
    };
    let figures: Figures = {};
    let trouble: Trouble | null = null;
    let range = { fromMs: 0, toMs: 0 };
    try {
      const observation = await scenarios[exercise.scenario.kind](stage);
      ({ figures } = observation);
      range = observation;
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      ({ trouble } = error);
      const actor = learners as Actor | null;
      actor?.sampler?.look();
      const lastMs = actor?.sampler?.memory.at(-1)?.[0] ?? 0;
      if (actor !== null && actor.calledMs > 0)
        range = { fromMs: actor.calledMs, toMs: Math.max(lastMs, actor.calledMs) };
    }
    const actor = learners as Actor | null;
    const seenRun = range.toMs > range.fromMs ? describeSeen(actor, seen.log, range) : null;
    const output = actor?.output() ?? "";
    if (trouble !== null) return { ...nothing, outcome: "not-yet", trouble, seen: seenRun, output };
    const { findings, missed } = judgeWants(exercise.wants, figures, options.cores);
    return {
      outcome: missed.length === 0 ? "passed" : "not-yet",
      findings,
      trouble: null,
      figures,
      typeErrors: [],
      seen: seenRun,
      output,
    };
  } finally {
    await Promise.all(actors.map((actor) => actor.end()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function writeFolder(folder: string, files: Files, hostFile: string): Promise<void> {
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(path.join(folder, guardName), guardText);
  await copyFile(hostFile, path.join(folder, "host.js"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}

function describeSeen(
  actor: Actor | null,
  log: readonly AskLog[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): SeenRun {
  const { lanes } = say.exercises;
  return {
    endMs: toMs - fromMs,
    requests: log.slice(0, 200).map(({ label, atMs, endMs, end }) => ({
      label: makeHarmless(label.slice(0, 40)),
      fromMs: Math.max(0, atMs - fromMs),
      toMs: endMs === null ? null : Math.max(0, endMs - fromMs),
      end,
    })),
    threads:
      actor === null || actor.sampler === null
        ? []
        : listSeenThreads(actor.sampler.threads.values(), actor.pid, fromMs, toMs, lanes),
  };
}

let speed: Stage["speed"] | null = null;

/** How much this machine computes in a millisecond; asked once. */
function findSpeed(): Stage["speed"] {
  speed ??= { grind: measure((amount) => grind(1, amount)), sum: measure((amount) => sumOf(0, amount, 1)) };
  return speed;
}

function measure(work: (amount: number) => number): number {
  const amount = 2_000_000;
  work(amount / 4);
  let best = Infinity;
  // The fastest of a few: what else runs only makes it slower.
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    const before = process.cpuUsage();
    work(amount);
    const { user, system } = process.cpuUsage(before);
    // Time on a core, where that is less: what else runs does not make the work smaller.
    const onCoreMs = (user + system) / 1000;
    best = Math.min(best, performance.now() - began, onCoreMs > 0 ? onCoreMs : Infinity);
  }
  return amount / best;
}
