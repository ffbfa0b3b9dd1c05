/** The learner's folder: a folder for each exercise, and what an editor needs to know of types. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Exercise, Files } from "../model.ts";
import { folderName } from "../names.ts";

/** Beginning of the file that tells such a folder from others. */
const firstWords = "// learn-concurrency exercises";
const typesFile = "given.d.ts";
export const defaultFolder = "concurrency-exercises";

/** What an editor reads; the exercises themselves need neither. */
export const tsconfig = `{
  "compilerOptions": {
    "target": "ES2023",
    "lib": ["ES2023"],
    "module": "ESNext",
    "moduleResolution": "Bundler",
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "strict": true,
    "types": [],
    "moduleDetection": "force",
    "skipLibCheck": true
  },
  "include": ["given.d.ts", "*/*.ts"]
}
`;

/** The folder that is meant where none is named: here, or in its usual place below. */
export function findFolder(here: string): string | null {
  return [here, path.join(here, defaultFolder), path.dirname(here)].find(isFolder) ?? null;
}

export function isFolder(folder: string): boolean {
  try {
    return readFileSync(path.join(folder, typesFile), "utf8").startsWith(firstWords);
  } catch {
    return false;
  }
}

const lessonsFile = "lessons-folder.txt";

/** The folder of lessons that the exercises of a folder are from, where they are not ours. */
export function readLessonsFolder(folder: string): string | null {
  try {
    return readFileSync(path.join(folder, lessonsFile), "utf8").trim() || null;
  } catch {
    return null;
  }
}

export function writeLessonsFolder(folder: string, lessons: string): void {
  writeFileSync(path.join(folder, lessonsFile), `${lessons}\n`);
}

export interface Written {
  /** Files that were written, within the folder. */
  readonly written: readonly string[];
  /** Files that were there and are other than ours: the learner's, and left alone. */
  readonly kept: readonly string[];
}

/** Writes what is not there. A file that is there is never written over. */
export function writeFolder(folder: string, exercises: readonly Exercise[], types: string): Written {
  const written: string[] = [];
  const kept: string[] = [];
  const put = (name: string, text: string) => {
    const file = path.join(folder, name);
    if (existsSync(file)) {
      if (readFileSync(file, "utf8") !== text) kept.push(name);
      return;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
    written.push(name);
  };
  put("tsconfig.json", tsconfig);
  put(typesFile, types);
  for (const exercise of exercises) {
    for (const [name, text] of Object.entries(exercise.start))
      put(path.join(folderName(exercise), name), text);
  }
  return { written, kept };
}

/** Larger files are not read at all. */
const mostRead = 2 ** 20;

/** The learner's files of an exercise: those that it came with, and those that the learner has added. */
export function readFiles(folder: string, exercise: Exercise): Record<string, Uint8Array | null> {
  const own = path.join(folder, folderName(exercise));
  const names = new Set(Object.keys(exercise.start));
  if (existsSync(own)) {
    for (const name of readdirSync(own))
      if (/^[\w-]+\.ts$/.test(name) && !name.endsWith(".d.ts")) names.add(name);
  }
  return Object.fromEntries([...names].map((name) => [name, readBytes(path.join(own, name))]));
}

function readBytes(file: string): Uint8Array | null {
  try {
    const { size } = lstatSync(file);
    // What is too large is told by its size alone.
    return size > mostRead ? new Uint8Array(Math.min(size, 64 * mostRead)) : readFileSync(file);
  } catch {
    return null;
  }
}

/** Whether the learner has done anything to an exercise. */
export function isChanged(folder: string, exercise: Exercise): boolean {
  const files = readFiles(folder, exercise);
  // Written by nobody yet: an older folder, or that of another class.
  if (Object.values(files).every((bytes) => bytes === null)) return false;
  return Object.entries(files).some(([name, bytes]) => {
    const start = exercise.start[name];
    return bytes === null || start === undefined || Buffer.from(bytes).toString("utf8") !== start;
  });
}

/** Puts the files of an exercise back as they were; the learner's stay beside them. Names the kept ones. */
export function resetFiles(folder: string, exercise: Exercise): Written {
  const own = path.join(folder, folderName(exercise));
  const kept: string[] = [];
  const written: string[] = [];
  mkdirSync(own, { recursive: true });
  for (const [name, text] of Object.entries(exercise.start)) {
    const file = path.join(own, name);
    if (existsSync(file)) {
      if (readFileSync(file, "utf8") === text) continue;
      const old = freeName(own, name);
      renameSync(file, path.join(own, old));
      kept.push(path.join(folderName(exercise), old));
    }
    writeFileSync(file, text, { flag: "wx" });
    written.push(path.join(folderName(exercise), name));
  }
  return { written, kept };
}

/** `start.ts.1.old`: no TypeScript for the editor, and never the name of one that is there. */
function freeName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const old = `${name}.${number}.old`;
    if (!existsSync(path.join(folder, old))) return old;
  }
}

export function textsOf(files: Readonly<Record<string, Uint8Array | null>>): Files {
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) =>
      bytes === null ? [] : [[name, Buffer.from(bytes).toString("utf8")]],
    ),
  );
}
