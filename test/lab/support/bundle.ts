/** Threads and processes of a test run bundled code, as they do in the published program. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { afterAll } from "vitest";
import { processEntries } from "../../../scripts/process-entries.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/** The options of scripts/build.ts. `dist` is not used, for others may be building it. */
const common: BuildOptions = {
  absWorkingDir: root,
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
};

function makeBundleFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-bundle-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Bundles a module of the repository into a folder of its own, which is gone when the test file is over.
 * To be called while a test file is loaded, not by a test.
 */
export async function bundle(module: string): Promise<URL> {
  const file = path.join(makeBundleFolder(), "entry.mjs");
  await build({ ...common, entryPoints: [module], outfile: file });
  return pathToFileURL(file);
}

/** Bundles all that carries out work, as it lies beside each other in `dist`; gives the entry of the threads. */
export async function bundleEngine(): Promise<URL> {
  const folder = makeBundleFolder();
  writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
  await build({ ...common, entryPoints: processEntries, outdir: folder });
  return pathToFileURL(path.join(folder, "thread.js"));
}
