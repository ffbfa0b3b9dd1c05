/** Threads and processes of a test run bundled code, as they do in the published program. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");

/**
 * Bundles a module of the repository into a folder of its own, which is gone when the test file is over.
 * To be called while a test file is loaded, not by a test. The options are those of scripts/build.ts; `dist` is
 * not used, for others may be building it.
 */
export async function bundle(module: string): Promise<URL> {
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-bundle-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "entry.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [module],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return pathToFileURL(file);
}

export const threadModule = "src/lab/threads/thread.ts";
