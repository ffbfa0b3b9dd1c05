/**
 * Where a presenter is, for the notes that follow on another terminal: a small file in the state folder, there as long
 * as somebody presents. It is written at once and as a whole, so that a reader never sees half of it; and by the
 * process itself, so that nothing is still to be written when it ends.
 */
import { readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { makeFolder } from "./files.ts";
import { isAlive } from "./lock.ts";

export const placeFileName = "presenter.json";

export interface Place {
  /** Id of the lesson; `null` where none is open. */
  readonly lesson: string | null;
  /** Id of the step; `null` at the end of a lesson, and where none is open. */
  readonly step: string | null;
}

interface PlaceFile extends Place {
  readonly pid: number;
  readonly host: string;
}

/** Tells where this process is. Throws where the folder cannot be written. */
export function tellPlace(folder: string, { lesson, step }: Place): void {
  makeFolder(folder);
  const file = path.join(folder, placeFileName);
  const temporary = `${file}.${process.pid}.tmp`;
  const content: PlaceFile = { lesson, step, pid: process.pid, host: hostname() };
  try {
    writeFileSync(temporary, `${JSON.stringify(content)}\n`, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

/** This process presents no more. The place of another one is left alone. */
export function forgetPlace(folder: string): void {
  if (readFile(folder)?.pid === process.pid) remove(path.join(folder, placeFileName));
}

/** Where somebody presents on this machine; `null` where nobody does. Of whoever was killed the file is still there. */
export function readPlace(folder: string): Place | null {
  const found = readFile(folder);
  if (found === null || found.host !== hostname() || !isAlive(found.pid)) return null;
  return { lesson: found.lesson, step: found.step };
}

function readFile(folder: string): PlaceFile | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path.join(folder, placeFileName), "utf8"));
    return isPlaceFile(read) ? read : null;
  } catch {
    return null; // None, or none that can be understood.
  }
}

function isPlaceFile(read: unknown): read is PlaceFile {
  if (typeof read !== "object" || read === null) return false;
  const { lesson, step, pid, host } = read as Partial<Record<keyof PlaceFile, unknown>>;
  const isId = (value: unknown) => value === null || typeof value === "string";
  return (
    isId(lesson) && isId(step) && Number.isSafeInteger(pid) && Number(pid) > 0 && typeof host === "string"
  );
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Gone already.
  }
}
