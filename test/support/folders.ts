import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is gone when the test is over. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `learn-concurrency-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for `PATH` in which there is no Python, and hardly anything else. */
export function makeFolderWithoutPython(): string {
  const bin = makeFolder("no-python");
  for (const tool of ["sh", "getconf", "stty", "tty"]) {
    const found = ["/bin", "/usr/bin"].map((folder) => path.join(folder, tool)).find(existsSync);
    if (found !== undefined) symlinkSync(found, path.join(bin, tool));
  }
  return bin;
}
