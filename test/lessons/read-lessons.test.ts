import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadLessons } from "../../src/lessons/load-lessons.ts";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { readLessons } from "../../src/lessons/read-lessons.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lessons-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeLesson(id: string, number = Number.parseInt(id, 10)): void {
  mkdirSync(join(folder, id));
  const head = `---\ntitle: ${id}\nsummary: S\nminutes: 5\nnumber: ${number}\n---\n`;
  writeFileSync(join(folder, id, "lesson.md"), `${head}\n## One\n\nText.\n`);
}
const listProblems = () =>
  readLessons(folder).problems.map((one) => formatProblem(one).replace(`${folder}/`, ""));

test("lessons come by number; what is not a folder is left alone", () => {
  for (const id of ["02-b", "10-c", "01-a"]) writeLesson(id);
  writeFileSync(join(folder, "README.md"), "# Lessons\n");
  mkdirSync(join(folder, ".hidden"));
  expect(readLessons(folder)).toMatchObject({
    problems: [],
    lessons: [{ id: "01-a" }, { id: "02-b" }, { id: "10-c" }],
  });
});

test("the fixture's code is read with it", () => {
  const { lessons, problems } = readLessons("test/lessons/fixtures/lessons");
  expect(problems).toEqual([]);
  expect(Object.keys(lessons[0]?.code ?? {})).toEqual(["parallel.ts"]);
});

test("all problems of all folders are told, and the whole lessons are there all the same", () => {
  writeLesson("01-a");
  writeLesson("01-b");
  writeLesson("02-c", 3);
  writeLesson("Four");
  mkdirSync(join(folder, "05-empty"));
  expect(listProblems()).toEqual([
    "01-b:1: folder: found 01 again (01-a), allowed: a number of its own",
    "02-c/lesson.md:5: front-matter.number: found 3, allowed: 2, as in the folder's name 02-c",
    "05-empty/lesson.md:1: file: found nothing, allowed: a lesson.md in every folder",
    'Four:1: folder: found "Four", allowed: two digits and a name in kebab-case, such as 01-difference',
  ]);
  expect(readLessons(folder).lessons.map((lesson) => lesson.id)).toEqual(["01-a", "01-b"]);
});

test("compiled lessons are read back as they were", () => {
  const { lessons } = readLessons("test/lessons/fixtures/lessons");
  const path = join(folder, "lessons.json");
  writeFileSync(path, JSON.stringify(lessons));
  expect(loadLessons(path)).toEqual(lessons);
  writeFileSync(path, "{}");
  expect(() => loadLessons(path)).toThrow("not a list of lessons");
});

test("a folder that is no lesson is left alone; one that looks like one is not", () => {
  writeLesson("01-a");
  for (const name of ["node_modules", "images", "01-a/exercises", "01-a/exercises/first"])
    mkdirSync(join(folder, name));
  writeFileSync(join(folder, "01-a/notes.md"), "# Notes\n");
  writeFileSync(join(folder, "TEACHING.md"), "# Teaching\n");
  expect(readLessons(folder)).toMatchObject({ problems: [], lessons: [{ id: "01-a" }] });
});

test("what is too large is not read, and links are not followed", () => {
  writeLesson("01-a");
  writeLesson("02-b");
  writeFileSync(join(folder, "01-a/lesson.md"), "x".repeat(200_000));
  rmSync(join(folder, "02-b/lesson.md"));
  symlinkSync("/etc/passwd", join(folder, "02-b/lesson.md"));
  symlinkSync(join(folder, "01-a"), join(folder, "03-c"));
  expect(listProblems()).toEqual([
    "01-a/lesson.md:1: file: found 200000 bytes, allowed: at most 131072 bytes",
    "02-b/lesson.md:1: file: found nothing, allowed: a lesson.md in every folder",
  ]);
});
