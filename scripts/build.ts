/**
 * Builds what is published into `dist/`: the program (split, so that `--version` loads next to nothing),
 * the entries of its worker threads and processes, and the lessons and their notes as data.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readExercisesOf } from "../src/exercises/read/read-exercises.ts";
import { formatProblem, type Problem } from "../src/lessons/parse-lesson.ts";
import type { Lesson } from "../src/lessons/model.ts";
import { readNotes } from "../src/lessons/parse-notes.ts";
import { readLessons, type ReadLessons, readTranslations } from "../src/lessons/read-lessons.ts";
import { languages, speak } from "../src/text/say.ts";
import { buildPrograms } from "./build-programs.ts";
import { oneColumn } from "./one-column.ts";
import { processEntries } from "./process-entries.ts";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");

/** Ink loads React's developer tools only when DEV=true; they are no part of the program. */
const withoutDevtools: Plugin = {
  name: "without-devtools",
  setup(builder) {
    builder.onLoad({ filter: /ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "export default {};" }));
  },
};

/** Replaces text in a file of a package; a file that no longer has it stops the build. */
function patchPackage(name: string, file: RegExp, found: string, replacement: string): Plugin {
  return {
    name,
    setup(builder) {
      builder.onLoad({ filter: file }, ({ path: resolved }) => {
        const contents = readFileSync(resolved, "utf8");
        if (!contents.includes(found)) throw new Error(`${name}: ${resolved} has changed; look at it again`);
        return { contents: contents.replaceAll(found, replacement) };
      });
    },
  };
}

/**
 * Yoga's WebAssembly is inline. Where there is a `fetch` it is decoded through that, which loads Node's whole HTTP
 * client: 20 ms. Without one it decodes the text itself, in under one.
 */
const withoutFetch = patchPackage(
  "yoga-without-fetch",
  /yoga-wasm-base64-esm\.js$/,
  '"function"!=typeof fetch',
  "true",
);

/**
 * string-width takes the long way for everything but ASCII: a word segmenter and the table of all emoji, 11 ms for
 * the first line drawn with `─`. What surely is one column wide may take the short way too.
 */
const shortWidths = patchPackage(
  "string-width-short-way",
  /node_modules[\\/]string-width[\\/]index\.js$/,
  "/^[\\u0020-\\u007E]*$/",
  `/^[${oneColumn}]*$/`,
);

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  minify: true,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
  // Some bundled packages are CommonJS: they call require() for Node's own modules, and ask where they are.
  banner: {
    js:
      'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url); ' +
      'const __filename = decodeURI(new URL(import.meta.url).pathname), __dirname = __filename.replace(/\\/[^/]*$/, "");',
  },
  metafile: true,
  logLevel: "warning",
};

/** Licences of the packages whose code is in the bundle; most of them ask to be passed on. */
function collectLicences(metafiles: readonly Metafile[]): string {
  const folders = new Set<string>();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const [folder] = /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
      if (folder !== undefined) folders.add(folder);
    }
  }
  const parts = [...folders].sort().map((folder) => {
    const absolute = path.join(root, folder);
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(absolute, "package.json"), "utf8"),
    ) as Record<string, string>;
    const file = readdirSync(absolute).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : readFileSync(path.join(absolute, file), "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `The program contains code of these packages.\n\n${parts.join("\n----\n\n")}`;
}

/**
 * Checks the lessons and compiles them to a file of data for each language, and their notes to one; with a problem in
 * any, says all and stops.
 */
async function buildLessons(): Promise<void> {
  const originals = takeLessons(readLessons("lessons"));
  const { notes, problems } = readNotes("lessons", originals);
  stopAt(problems);
  writeFileSync(path.join(dist, "notes.json"), JSON.stringify(notes));
  for (const language of languages) {
    // What a lesson leaves out, such as what a task is called, is said in its language.
    await speak(language);
    const lessons =
      language === "en" ? originals : takeLessons(readTranslations("lessons", language, originals));
    const name = language === "en" ? "lessons.json" : `lessons.${language}.json`;
    writeFileSync(path.join(dist, name), JSON.stringify(lessons));
  }
}

/** Checks the exercises and compiles them to a file of data; with a problem in any, says all and stops. */
function buildExercises(): void {
  const found = readdirSync("lessons")
    .filter((name) => /^\d\d-/.test(name))
    .map((lesson) => readExercisesOf("lessons", lesson));
  const problems = found.flatMap((one) => one.problems);
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
  if (problems.length > 0) process.exit(1);
  const exercises = found.flatMap((one) => one.exercises).sort((a, b) => a.order - b.order);
  writeFileSync(path.join(dist, "exercises.json"), JSON.stringify(exercises));
  // Types for the learner's editor and for the check: those of the language come with TypeScript.
  mkdirSync(path.join(dist, "types"));
  copyFileSync("lessons/given.d.ts", path.join(dist, "types/given.d.ts"));
  const libraries = "node_modules/typescript/lib";
  for (const name of readdirSync(libraries)) {
    if (
      /^lib\.(es5|es20(1[5-9]|2[0-3])(\..*)?|decorators(\.legacy)?)\.d\.ts$/.test(name) &&
      !name.includes(".full.")
    )
      copyFileSync(path.join(libraries, name), path.join(dist, "types", name));
  }
}

function takeLessons({ lessons, problems }: ReadLessons): readonly Lesson[] {
  stopAt(problems);
  return lessons;
}

/** Says what is wrong with the lessons and ends, if anything is. */
function stopAt(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem(problem));
  process.exit(1);
}

process.chdir(root);
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await buildLessons();
buildExercises();
const version = (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string })
  .version;
const program = await build({
  ...common,
  absWorkingDir: root,
  // The checker of exercises is a process of its own, but shares a large chunk with the program: TypeScript.
  entryPoints: { cli: "src/cli/main.ts", "exercise-checker": "src/exercises/checker.ts" },
  splitting: true,
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  plugins: [withoutDevtools, withoutFetch, shortWidths],
  define: { ...common.define, 'process.env["LEARN_CONCURRENCY_VERSION"]': JSON.stringify(version) },
});
const processes = await build({
  ...common,
  absWorkingDir: root,
  entryPoints: processEntries,
  outdir: "dist",
});
await buildPrograms(path.join(dist, "programs"));
writeFileSync(
  path.join(dist, "THIRD-PARTY-LICENCES.txt"),
  collectLicences([program.metafile as Metafile, processes.metafile as Metafile]),
);
