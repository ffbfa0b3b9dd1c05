/** Once for each run of the tests: a copy of the built package, which nobody rebuilds while it is tested. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the copy: `dist`, `lessons` and `package.json`, without any `node_modules`. */
    readonly packageFolder: string;
  }
}

/** What is published, and no more: whatever else the program needs must be in the bundle. */
const published = ["dist", "lessons", "package.json"];

export default function setup(project: TestProject): () => void {
  const root = path.resolve(import.meta.dirname, "../..");
  if (!existsSync(path.join(root, "dist/cli.js"))) {
    throw new Error("there is no dist/cli.js to test: npm run build");
  }
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-package-"));
  for (const name of published) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  // A copy made in the middle of a build would fail every test for a reason hard to see.
  execFileSync(process.execPath, [path.join(folder, "dist/cli.js"), "list"], {
    stdio: "pipe",
    env: { XDG_STATE_HOME: folder },
  });
  project.provide("packageFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
