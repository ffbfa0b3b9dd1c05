import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

/** Writes a module for one test; returns its URL. */
export function writeModule(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-code-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "code.mjs");
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}
