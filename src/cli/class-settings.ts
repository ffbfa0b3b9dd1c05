/**
 * The settings of a class: `learn-concurrency.json` in the current folder, which a teacher writes and hands out. It says
 * which lessons are shown, whether steps may be passed over, and what holds for exercises. All of it may be left out.
 */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { makeHarmless } from "../text/harmless.ts";
import { say } from "../text/say.ts";

export const settingsFile = "learn-concurrency.json";

export interface ClassSettings {
  /** Ids of the lessons that are shown; `null`: all. They come in the order of their numbers. */
  readonly lessons: readonly string[] | null;
  /** Ids of the exercises that are shown; `null`: all. */
  readonly exercises: readonly string[] | null;
  /** Whether a step that asks for something may be passed over without doing it. */
  readonly skipping: boolean;
  /** Whether solutions of exercises may be looked at. */
  readonly solutions: boolean;
  /** Folder of lessons in the place of ours, relative to the file. */
  readonly lessonsFolder: string | null;
}

export type ReadSettings =
  | { readonly state: "read"; readonly settings: ClassSettings }
  /** One line, harmless to print: file, field, what was found and what is allowed. */
  | { readonly state: "broken"; readonly message: string };

/** Settings of nobody's class. */
export const noSettings: ClassSettings = {
  lessons: null,
  exercises: null,
  skipping: true,
  solutions: true,
  lessonsFolder: null,
};

/** Nobody writes more settings than that. */
const mostBytes = 64 * 1024;

/** @param folder where the file is looked for */
export function readClassSettings(folder: string): ReadSettings {
  const file = path.join(folder, settingsFile);
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > mostBytes) return broken(null, `${size} bytes`, say.authors.settings.size(mostBytes));
    text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { state: "read", settings: noSettings };
    return { state: "broken", message: say.authors.cannotRead(settingsFile, code) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(null, (error as Error).message, say.authors.settings.object);
  }
  // A list is an object to the shape below.
  if (Array.isArray(value)) return broken(null, show(value), say.authors.settings.object);
  const result = v.safeParse(makeShape(), value);
  if (!result.success) {
    const [issue] = result.issues;
    const field = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key + 1 : String(key)));
    const isUnknown = issue.type === "strict_object" && field.length > 0;
    const found = isUnknown ? show(issue.path?.at(-1)?.key) : show(issue.input);
    return broken(isUnknown ? null : field.join(".") || null, found, issue.message);
  }
  const { lessons, exercises, skipping, solutions, lessonsFolder } = result.output;
  return {
    state: "read",
    settings: {
      lessons: lessons ?? noSettings.lessons,
      exercises: exercises ?? noSettings.exercises,
      skipping: skipping ?? noSettings.skipping,
      solutions: solutions ?? noSettings.solutions,
      lessonsFolder: lessonsFolder ?? noSettings.lessonsFolder,
    },
  };
}

const fields = ["lessons", "exercises", "skipping", "solutions", "lessonsFolder"] as const;

/** Made when it is needed: its messages are in the language that is spoken. */
function makeShape() {
  const { settings: allowed } = say.authors;
  const ids = (message: string) =>
    v.array(v.pipe(v.string(allowed.name), v.minLength(1, allowed.name)), message);
  return v.strictObject(
    {
      lessons: v.optional(v.pipe(ids(allowed.lessonIds), v.minLength(1, allowed.lessonIds))),
      exercises: v.optional(ids(allowed.exerciseIds)),
      skipping: v.optional(v.boolean(allowed.yesOrNo)),
      solutions: v.optional(v.boolean(allowed.yesOrNo)),
      lessonsFolder: v.optional(
        v.pipe(
          v.string(allowed.folder),
          v.check((folder) => isBelow(folder), allowed.folder),
        ),
      ),
    },
    ({ path: at }) => (at === undefined ? allowed.object : allowed.fields(fields)),
  );
}

/** Whether a path leads into the folder that it begins in, on any system. */
function isBelow(folder: string): boolean {
  if (folder === "" || folder.includes("\0")) return false;
  if (path.posix.isAbsolute(folder) || path.win32.isAbsolute(folder) || /^[a-z]:/i.test(folder)) return false;
  return !folder.split(/[\\/]/).includes("..");
}

const longestShown = 60;

/** What was found, on one line. */
function show(value: unknown): string {
  const text = makeHarmless(JSON.stringify(value));
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}...`;
}

function broken(field: string | null, found: string, allowed: string): ReadSettings {
  const where = field === null ? settingsFile : `${settingsFile}: ${field}`;
  const message = makeHarmless(say.usage.notAllowed(where, found, allowed)).replaceAll(/[\n\t]/g, " ");
  return { state: "broken", message };
}

/** What is wrong with a list of lessons of which one is not there. */
export function refuseLesson(index: number, id: string, ids: readonly string[]): string {
  const refused = broken(`lessons.${index + 1}`, show(id), say.authors.settings.lessonsHere(ids));
  return refused.state === "broken" ? refused.message : "";
}
