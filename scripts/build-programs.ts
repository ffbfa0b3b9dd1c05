import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { languages } from "../src/lab/programs/languages.ts";

const source = path.join(import.meta.dirname, "../src/lab/programs");
/** The programs that are run where no other is given are those of a lesson, which says all about them. */
const lesson = path.join(import.meta.dirname, "../lessons/07-parallelism-in-code");

/**
 * Builds what runs programs in processes of their own: the harnesses and the example programs. Files of their own,
 * for they are loaded by other programs than ours.
 */
export async function buildPrograms(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(source, "harness.py"), path.join(folder, "harness.py"));
  for (const { approaches } of Object.values(languages)) {
    for (const { example } of Object.values(approaches)) {
      copyFileSync(path.join(lesson, example), path.join(folder, example));
    }
  }
  await build({
    absWorkingDir: source,
    entryPoints: ["harness.ts", "report.ts"],
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify: true,
    logLevel: "warning",
  });
}
