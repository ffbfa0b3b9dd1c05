import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { readLessons, readTranslations } from "../../src/lessons/read-lessons.ts";

const shipped = path.resolve(import.meta.dirname, "../../lessons");
const file = "de/01-difference/lesson.md";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lessons-"));
  for (const id of ["01-difference", "02-sequential", "de/01-difference"]) {
    cpSync(path.join(shipped, id), path.join(folder, id), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function translate() {
  const { lessons, problems } = readLessons(folder);
  expect(problems).toEqual([]);
  const read = readTranslations(folder, "de", lessons);
  const told = read.problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ""));
  return { originals: lessons, translated: read.lessons, problems: told };
}

/** The problems after one change of the German file. */
function problemsAfter(change: (markdown: string) => string): string[] {
  const markdown = readFileSync(path.join(folder, file), "utf8");
  const changed = change(markdown);
  expect(changed).not.toBe(markdown);
  writeFileSync(path.join(folder, file), changed);
  return translate().problems;
}
/** The line (from 1) of the `occurrence`-th line that holds `text`. */
function lineOf(text: string, occurrence = 1): number {
  const lines = readFileSync(path.join(folder, file), "utf8").split("\n");
  let left = occurrence;
  return lines.findIndex((line) => line.includes(text) && --left === 0) + 1;
}

describe("a translated lesson", () => {
  test("is the same lesson in other words: its steps have the ids of the original", () => {
    const { originals, translated, problems } = translate();
    expect(problems).toEqual([]);
    expect(translated[0]).toMatchObject({
      id: "01-difference",
      language: "de",
      title: "Was ist der Unterschied?",
    });
    expect(translated[0]?.steps.map(({ id }) => id)).toEqual(originals[0]?.steps.map(({ id }) => id));
    expect(translated[0]?.code).toEqual(originals[0]?.code);
  });

  test("leaves those that are not translated as they are", () => {
    const { originals, translated } = translate();
    expect(translated[1]).toEqual(originals[1]);
    expect(translated[1]?.language).toBe("en");
  });

  test.each([
    ["another setting of a lab", "task-ms: 200", "task-ms: 300", "lab.task-ms: found 300, allowed: 200"],
    [
      "another approach first",
      "a: concurrent",
      "a: parallel",
      'predict.a: found "parallel", allowed: "concurrent"',
    ],
    [
      "another factor of an option",
      "factor: 1.5",
      "factor: 1.4",
      "predict.options.2.factor: found 1.4, allowed: 1.5",
    ],
    [
      "another condition",
      "computing.parallel.running >= 2",
      "computing.parallel.running >= 3",
      "read.finding.2.1.when.2.value: found 3, allowed: 2",
    ],
    [
      "another file of code",
      "parallel: parallel.js",
      "parallel: concurrent.js",
      'lab.code.parallel: found "concurrent.js"',
    ],
  ])("with %s is told, with its line", (_, written, instead, told) => {
    const line = told.startsWith("read") ? lineOf("```finding", 2) : lineOf(written);
    const problems = problemsAfter((markdown) => markdown.replace(written, instead));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${file}:`);
    expect(problems[0]).toContain(told);
    expect(problems[0]).toContain("as in 01-difference/lesson.md");
    const [, at] = /:(\d+):/.exec(problems[0] ?? "") ?? [];
    expect(Number(at)).toBeGreaterThanOrEqual(told.startsWith("read") ? lineOf("## Was du") : line);
    if (!told.startsWith("read")) expect(Number(at)).toBe(line);
  });

  test("that lacks an option is told at its options", () => {
    const problems = problemsAfter((markdown) => markdown.replace(/ {2}- factor: 1\.5\n.*\n.*\n/, ""));
    expect(problems).toEqual([
      `${file}:${lineOf("options:")}: predict.options: found "3 entries", allowed: "4 entries", as in 01-difference/lesson.md`,
    ]);
  });

  test("that lacks a step is told so, and where the others begin to differ", () => {
    const problems = problemsAfter((markdown) => markdown.replace(/## Was war am[^]*?(?=## Der)/, ""));
    expect(problems).toEqual([
      `${file}:1: step: found 7 steps, allowed: 8 steps, as in 01-difference/lesson.md`,
      `${file}:${lineOf("## Der Unterschied")}: step: found text, allowed: quiz waiting-fastest, as in 01-difference/lesson.md`,
    ]);
  });

  test("that takes another time is told", () => {
    const problems = problemsAfter((markdown) => markdown.replace("minutes: 5", "minutes: 6"));
    expect(problems).toEqual([`${file}:4: minutes: found 6, allowed: 5, as in 01-difference/lesson.md`]);
  });

  test("that is none of its own language's folder is told what there is", () => {
    mkdirSync(path.join(folder, "de/02-sequentiell"));
    writeFileSync(path.join(folder, "de/01-difference/parallel.js"), "");
    mkdirSync(path.join(folder, "de/02-sequential"));
    expect(translate().problems).toEqual([
      "de/01-difference/parallel.js:1: file: found a file of its own, allowed: only lesson.md: the code is that of the original",
      "de/02-sequential/lesson.md:1: file: found nothing, allowed: a lesson.md in every folder",
      'de/02-sequentiell:1: folder: found "02-sequentiell", allowed: a lesson: 01-difference, 02-sequential (did you mean 02-sequential?)',
    ]);
  });
});
