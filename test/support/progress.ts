/** The progress file, as a learner's machine has it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LabRecord } from "../../src/lessons/model.ts";
import type { LessonProgress, ProgressDocument } from "../../src/progress/document.ts";

export function progressFolder(stateHome: string): string {
  return path.join(stateHome, "learn-concurrency");
}
export function progressFile(stateHome: string): string {
  return path.join(progressFolder(stateHome), "progress.json");
}

/** What was saved of a lesson. */
export function readProgress(stateHome: string, lesson: string): LessonProgress {
  const document = JSON.parse(readFileSync(progressFile(stateHome), "utf8")) as ProgressDocument;
  const found = document.lessons[lesson];
  if (found === undefined) throw new Error(`nothing was saved of lesson ${lesson}`);
  return found;
}

export function writeProgressText(stateHome: string, text: string): void {
  mkdirSync(progressFolder(stateHome), { recursive: true });
  writeFileSync(progressFile(stateHome), text);
}

/** Progress of someone who was at this step of a lesson when they left. */
export function writePlace(stateHome: string, lesson: string, step: string): void {
  const place: LessonProgress = { steps: [], at: step, answers: {}, predictions: {}, labs: {}, best: {} };
  const document: ProgressDocument = { version: 1, lessons: { [lesson]: place } };
  writeProgressText(stateHome, JSON.stringify(document));
}

/** What a lab measured. */
export function recordOf(progress: LessonProgress, lab: string): LabRecord {
  const record = progress.labs[lab];
  if (record === undefined) throw new Error(`lab ${lab} was not run`);
  return record;
}
