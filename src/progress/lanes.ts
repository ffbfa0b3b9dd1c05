/**
 * Lanes of the labs whose records are kept, for the report: a small file for each lab, beside the progress file and not
 * in it, which is read at every start. They are worth having and no more than that: where one can't be written or read
 * there is none, and nobody is told.
 */
import { readdirSync, readFileSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { cellsPattern, type CompactRun } from "../lab/lanes/compact.ts";
import { makeHarmless } from "../text/harmless.ts";
import type { VariantRecord } from "../lessons/model.ts";
import { makeFolder, sweepTemporaryFiles, writeAtomically } from "./files.ts";

export const lanesVersion = 1;

/** Lanes of the run whose figures the record has. */
export interface KeptRun extends CompactRun {
  /** Ids of the variant: several, where one run answers to several names. */
  readonly ids: readonly string[];
  /** The `wall` of the variant's record. It tells whether the lanes belong to it: no two runs have the very same one. */
  readonly wallMs: number;
  /** What the run had to itself. */
  readonly machine: { readonly cpuModel: string; readonly cores: number };
}

export interface KeptLanes {
  readonly version: typeof lanesVersion;
  readonly runs: readonly KeptRun[];
}

/** Of one lab, in bytes. */
export const mostBytes = 64 * 1024;

const folderName = "lanes";
const fileName = /^[\w-]+\.[\w-]+\.json(?:\.\d+\.\d+\.tmp)?$/;

export function lanesFolder(folder: string): string {
  return path.join(folder, folderName);
}

/** `null` for names that no lesson and no lab has. */
function fileOf(folder: string, lesson: string, lab: string): string | null {
  const name = `${lesson}.${lab}.json`;
  return fileName.test(name) ? path.join(lanesFolder(folder), name) : null;
}

/** Replaces the lanes of a lab. Never fails, and leaves what would be too large. */
export async function keepLanes(
  folder: string,
  lesson: string,
  lab: string,
  runs: readonly KeptRun[],
): Promise<void> {
  const file = fileOf(folder, lesson, lab);
  if (file === null) return;
  const kept: KeptLanes = { version: lanesVersion, runs };
  const text = `${JSON.stringify(kept)}\n`;
  try {
    if (Buffer.byteLength(text) > mostBytes) {
      unlinkSync(file);
      return;
    }
    makeFolder(lanesFolder(folder));
    sweepTemporaryFiles(lanesFolder(folder));
    await writeAtomically(file, text, () => {});
  } catch {
    // A picture less in a report that may never be asked for.
  }
}

/** The lanes that are kept of a lab; none where there are none that can be read. */
export function readLanes(folder: string, lesson: string, lab: string): readonly KeptRun[] {
  const file = fileOf(folder, lesson, lab);
  if (file === null) return [];
  try {
    if (statSync(file).size > mostBytes) return [];
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.output.runs : [];
  } catch {
    return [];
  }
}

/** The lanes of the very run that a record has the figures of. */
export function findLanes(runs: readonly KeptRun[], { id, figures }: VariantRecord): KeptRun | null {
  return runs.find(({ ids, wallMs }) => ids.includes(id) && wallMs === figures.wall) ?? null;
}

/**
 * Removes the lanes of a lesson, or of all.
 * @throws where they are there and can't be removed
 */
export function forgetLanes(folder: string, lesson: string | null): void {
  const own = lanesFolder(folder);
  let names: string[];
  try {
    names = readdirSync(own);
  } catch {
    return; // There are none.
  }
  for (const name of names) {
    const isOurs = fileName.test(name) && (lesson === null || name.startsWith(`${lesson}.`));
    if (isOurs) unlinkSync(path.join(own, name));
  }
  try {
    rmdirSync(own);
  } catch {
    // Lanes of other lessons, or something that is not ours, are in it.
  }
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const label = v.pipe(v.string(), v.maxLength(200), v.transform(makeHarmless));

const schema: v.GenericSchema<unknown, KeptLanes> = v.object({
  version: v.literal(lanesVersion),
  runs: v.array(
    v.object({
      ids: v.array(v.string()),
      wallMs: v.number(),
      machine: v.object({ cpuModel: label, cores: whole }),
      columns: v.pipe(whole, v.minValue(1), v.maxValue(10_000)),
      endMs: time,
      views: v.array(
        v.object({
          view: v.picklist(["cores", "threads", "tasks"]),
          count: whole,
          lanes: v.array(
            v.object({
              id: whole,
              label: v.exactOptional(label),
              cells: v.pipe(v.string(), v.regex(cellsPattern)),
              busyMs: time,
              endedMs: v.nullable(v.pipe(v.number(), v.finite())),
              failed: v.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
});
