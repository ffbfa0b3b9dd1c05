/** Reads the exercises that lie in the folders of lessons, and says what is wrong with them. */
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { type Exercise, figureNames, type Files, levels, scenarioKinds } from "../model.ts";
import { NotLiteral, readLiteral } from "./read-literal.ts";
import { findSyntaxError, prepareFiles } from "./prepare.ts";

export interface ExerciseProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const bound = v.union([
  v.number(),
  v.strictObject({
    of: v.picklist(figureNames),
    times: v.optional(v.number()),
    plus: v.optional(v.number()),
  }),
]);
const positive = v.pipe(v.number(), v.minValue(0));
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const checkSchema = v.strictObject({
  title: v.pipe(v.string(), v.minLength(3), v.maxLength(60)),
  task: v.pipe(v.array(shortText), v.minLength(1), v.maxLength(2)),
  level: v.picklist(levels),
  order: positive,
  deadlineSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60))),
  parsons: v.optional(v.boolean()),
  scenario: v.strictObject({
    kind: v.picklist(scenarioKinds),
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
    limit: v.optional(v.pipe(v.number(), v.minValue(1))),
    holdMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(2000))),
    computeMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(4000))),
    workers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(16))),
    megabytes: v.optional(v.pipe(v.number(), v.minValue(8), v.maxValue(256))),
  }),
  wants: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({
          figure: v.picklist(figureNames),
          atLeast: v.optional(bound),
          atMost: v.optional(bound),
          // Without a bound there is nothing to miss: such a figure is only shown.
          miss: v.optional(v.pipe(v.string(), v.maxLength(400)), ""),
          cores: v.optional(positive),
          timing: v.optional(v.boolean()),
        }),
        v.check(
          ({ atLeast, atMost, miss }) => miss !== "" || (atLeast === undefined && atMost === undefined),
          "found a bound and no miss, allowed: what is said where it is missed",
        ),
      ),
    ),
    v.minLength(1),
  ),
});

/** Three steps: a question, the idea, the construct. */
const hintSteps = 3;
const allowedFiles = /^(start|solution)(\.worker)?\.ts$|^(work|lock|worker)\.ts$|^check\.ts$|^hints\.md$/;

export function readExercisesOf(
  lessonsFolder: string,
  lesson: string,
): {
  readonly exercises: readonly Exercise[];
  readonly problems: readonly ExerciseProblem[];
} {
  const folder = path.join(lessonsFolder, lesson, "exercises");
  if (!existsSync(folder)) return { exercises: [], problems: [] };
  const problems: ExerciseProblem[] = [];
  const exercises: Exercise[] = [];
  for (const id of readdirSync(folder).sort()) {
    const found = readExercise(path.join(folder, id), id, lesson);
    if (Array.isArray(found)) problems.push(...found);
    else exercises.push(found);
  }
  return { exercises, problems };
}

function readExercise(folder: string, id: string, lesson: string): Exercise | ExerciseProblem[] {
  const problems: ExerciseProblem[] = [];
  const tell = (file: string, line: number, message: string) =>
    problems.push({ file: path.join(folder, file), line, message });
  if (!lstatSync(folder).isDirectory()) {
    return [{ file: folder, line: 1, message: "found a file, allowed: a folder for each exercise" }];
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    tell("", 1, `found ${JSON.stringify(id)} as its name, allowed: small letters, digits and single hyphens`);
  }
  const texts: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    if (!allowedFiles.test(name)) {
      tell(
        name,
        1,
        "found a file that no exercise has, allowed: start.ts, solution.ts, hints.md, check.ts, work.ts, lock.ts, start.worker.ts, solution.worker.ts",
      );
    } else if (!lstatSync(path.join(folder, name)).isFile())
      tell(name, 1, "found a link or a folder, allowed: a file");
    else texts[name] = readFileSync(path.join(folder, name), "utf8");
  }
  for (const name of ["start.ts", "solution.ts", "hints.md", "check.ts"]) {
    if (texts[name] === undefined) tell(name, 1, "found no such file; every exercise has one");
  }
  const check = texts["check.ts"] === undefined ? null : readCheck(texts["check.ts"], tell);
  const hints = (texts["hints.md"] ?? "")
    .split(/^## .*$/m)
    .slice(1)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (texts["hints.md"] !== undefined && hints.length !== hintSteps) {
    tell(
      "hints.md",
      1,
      `found ${hints.length} steps with text, allowed: ${hintSteps}, each under a heading (##): a question, the idea, the construct`,
    );
  }
  const start = filesOf(texts, "start");
  const solution = filesOf(texts, "solution");
  for (const [role, files] of [
    ["start", start],
    ["solution", solution],
  ] as const) {
    const prepared = prepareFiles(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    );
    if (prepared.state !== "trouble") continue;
    const { file = "start.ts", line = 1, text } = prepared.trouble;
    const own =
      file === "start.ts"
        ? `${role}.ts`
        : file === "worker.ts" && texts[`${role}.worker.ts`] !== undefined
          ? `${role}.worker.ts`
          : file;
    tell(own, line, text);
  }
  if (problems.length > 0 || check === null) return problems;
  return { ...check, id, lesson, start, solution, hints };
}

/** The files of a role as they are called in the learner's folder. */
function filesOf(texts: Readonly<Record<string, string>>, role: "start" | "solution"): Files {
  const files: Record<string, string> = {};
  const main = texts[`${role}.ts`];
  if (main !== undefined) files["start.ts"] = main;
  for (const shared of ["worker.ts", "work.ts", "lock.ts"]) {
    const text = texts[shared];
    if (text !== undefined) files[shared] = text;
  }
  const worker = texts[`${role}.worker.ts`];
  if (worker !== undefined) files["worker.ts"] = worker;
  return files;
}

function readCheck(text: string, tell: (file: string, line: number, message: string) => void) {
  const syntax = findSyntaxError("check.ts", text);
  if (syntax !== null) {
    tell("check.ts", syntax.line ?? 1, syntax.text);
    return null;
  }
  try {
    const { value, lines } = readLiteral(text, "check.ts");
    const parsed = v.safeParse(checkSchema, value);
    if (parsed.success) return parsed.output;
    for (const issue of parsed.issues) {
      const where = (issue.path ?? []).map(({ key }) => String(key)).join(".");
      tell(
        "check.ts",
        lines.get(where) ?? lines.get(where.split(".").slice(0, -1).join(".")) ?? 1,
        `${where}: ${issue.message}`,
      );
    }
  } catch (error) {
    if (!(error instanceof NotLiteral)) throw error;
    tell("check.ts", error.line, error.message);
  }
  return null;
}
