/**
 * What a learner has done with the exercises: which passed, and how many hints were asked for. A small file of its own
 * beside the progress; where it cannot be read or written, nothing is lost but the ticks.
 */
import path from "node:path";
import * as v from "valibot";
import { makeFolder, moveAside, readText, writeAtomically } from "./files.ts";
import { acquireLock } from "./lock.ts";

const recordName = "exercises.json";

const schema = v.object({
  version: v.literal(1),
  passed: v.record(v.string(), v.object({ at: v.string() })),
  hints: v.record(v.string(), v.number()),
  tries: v.optional(v.record(v.string(), v.object({ count: v.number(), said: v.string() })), {}),
});

export interface ExerciseRecord {
  readonly version: 1;
  /** By the id of the exercise: when it passed first (ISO 8601). */
  readonly passed: Readonly<Record<string, { readonly at: string }>>;
  /** By the id of the exercise: how many hints were shown. */
  readonly hints: Readonly<Record<string, number>>;
  /** By the id of the exercise: how often it was checked, and what was said last. */
  readonly tries: Readonly<Record<string, { readonly count: number; readonly said: string }>>;
}

export type ExerciseChange =
  | { readonly kind: "passed"; readonly exercise: string; readonly at: string }
  | { readonly kind: "tried"; readonly exercise: string; readonly said: string }
  | { readonly kind: "hinted"; readonly exercise: string; readonly hints: number };

export const emptyRecord: ExerciseRecord = { version: 1, passed: {}, hints: {}, tries: {} };

export function applyExerciseChange(record: ExerciseRecord, change: ExerciseChange): ExerciseRecord {
  const { exercise } = change;
  if (change.kind === "passed") {
    if (record.passed[exercise] !== undefined) return record;
    return { ...record, passed: { ...record.passed, [exercise]: { at: change.at } } };
  }
  if (change.kind === "tried") {
    const count = (record.tries[exercise]?.count ?? 0) + 1;
    return { ...record, tries: { ...record.tries, [exercise]: { count, said: change.said } } };
  }
  const hints = Math.max(record.hints[exercise] ?? 0, change.hints);
  return { ...record, hints: { ...record.hints, [exercise]: hints } };
}

/** Never fails: what cannot be understood counts as nothing. */
export function readExerciseRecord(folder: string): ExerciseRecord {
  return parseRecord(folder) ?? emptyRecord;
}

/** @returns `null` for a file that cannot be understood */
function parseRecord(folder: string): ExerciseRecord | null {
  try {
    const text = readText(path.join(folder, recordName));
    if (text === null) return emptyRecord;
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Adds a change to what the file holds now. @returns whether it could be kept */
export async function keepExerciseChange(folder: string, change: ExerciseChange): Promise<boolean> {
  try {
    makeFolder(folder);
    const lock = await acquireLock({ file: path.join(folder, "exercises.lock"), now: () => new Date() });
    try {
      const file = path.join(folder, recordName);
      const before = parseRecord(folder);
      // Whatever it is, it is not ours to write over.
      if (before === null) moveAside(file, "broken", new Date());
      const after = applyExerciseChange(before ?? emptyRecord, change);
      await writeAtomically(file, `${JSON.stringify(after, null, 2)}\n`, () => {});
      return true;
    } finally {
      lock.release();
    }
  } catch {
    return false;
  }
}
