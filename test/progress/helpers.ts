import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "progress-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What runs a TypeScript program of this folder as a process of its own. */
export function commandOf(program: string): readonly [string, string[]] {
  const file = path.join(import.meta.dirname, program);
  return [process.execPath, ["--import", "tsx", file]];
}

export const lesson = "01-difference";
export const now = () => new Date("2026-11-23T01:29:13.456Z");
