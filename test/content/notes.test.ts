import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/lessons/model.ts";
import { type LessonNotes, quotedTitles } from "../../src/lessons/notes.ts";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { readNotes } from "../../src/lessons/parse-notes.ts";
import { lessons, lessonsFolder } from "../app/support/lessons.ts";
import { plainText } from "./support/texts.ts";

const { notes, problems } = readNotes(lessonsFolder, lessons);
const teaching = readFileSync(path.join(lessonsFolder, "TEACHING.md"), "utf8");

const averageWords = 15;
const mostWords = 36;

function textsOf(block: Block): string[] {
  if (block.kind === "paragraph") return [plainText(block.text)];
  return block.kind === "list" ? block.items.map(plainText) : [];
}
function sectionOf({ sections }: LessonNotes, heading: string): readonly Block[] {
  return sections.find((section) => section.heading === heading)?.body ?? [];
}
const allTextsOf = (note: LessonNotes) => note.sections.flatMap(({ body }) => body.flatMap(textsOf));
/** A title is not part of the sentence that names it. */
const sentencesOf = (text: string) =>
  text
    .replace(/"[^"]*"/g, "it")
    .split(/(?<=[.?:;*])\s+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word)).length)
    .filter((words) => words > 0);

test("every lesson has notes without problems", () => {
  expect(problems.map(formatProblem)).toEqual([]);
  expect(notes.map(({ lesson }) => lesson)).toEqual(lessons.map(({ id }) => id));
});

/** What a tired person stumbles over. */
const stumblingBlocks: readonly (readonly [string, RegExp])[] = [
  ["nothing but what an ASCII terminal shows", /[^ -~\n]/],
  ["no exclamation marks", /!/],
  ["no space before a full stop", /\s[.,;:?](\s|$)/],
  ["no word twice", /\b(\w+) \1\b/i],
  ["no unfinished words", /\b(TODO|FIXME|XXX|lorem)\b/i],
  ["a task called a task", /\b(jobs?|work items?|subtasks?|operations?|units? of work)\b/i],
  ["an approach called an approach", /\b(strateg(y|ies)|modes?|paradigms?)\b/i],
  ["a worker called a worker", /\b(child|children|executors?|pool of threads)\b/i],
];

describe.each([
  ...notes.map((note) => [note.lesson, allTextsOf(note)] as const),
  [
    "TEACHING.md",
    teaching
      .replace(/```[\s\S]*?```/g, "")
      .split("\n")
      .filter((row) => row !== "" && !row.startsWith("#") && !row.startsWith("|"))
      .map((row) => row.replace(/^(- |\d\. )/, "")),
  ] as const,
])("the notes %s", (_, texts) => {
  test.each(stumblingBlocks)("have %s", (_what, pattern) => {
    expect(texts.filter((text) => pattern.test(text.replace(/"[^"]*"/g, "it")))).toEqual([]);
  });

  test("are made of short sentences", () => {
    const lengths = texts.flatMap(sentencesOf);
    expect(lengths.reduce((sum, words) => sum + words, 0) / lengths.length).toBeLessThan(averageWords);
    expect(texts.filter((text) => sentencesOf(text).some((words) => words > mostWords))).toEqual([]);
  });
});

describe.each(notes.map((note) => [note.lesson, note] as const))("the time of %s", (id, note) => {
  const time = sectionOf(note, "Time").flatMap(textsOf);
  const [, alone = "", inClass = ""] =
    /^Alone: (\d+) minutes\. In class: (\d+) minutes\.$/.exec(time[0] ?? "") ?? [];

  test("alone is what the lesson says", () => {
    expect(Number(alone)).toBe(lessons.find((lesson) => lesson.id === id)?.minutes);
  });

  test("in class is the sum of its steps", () => {
    const minutes = time.flatMap((text) => /^(\d+) min: /.exec(text)?.[1] ?? []).map(Number);
    expect(minutes.length).toBeGreaterThan(4);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(Number(inClass));
  });

  test("names steps in the order of the lesson, each once", () => {
    const titles = (lessons.find((lesson) => lesson.id === id)?.steps ?? []).map(({ title }) => title);
    const shown = time.filter((text) => /^\d+ min: /.test(text)).flatMap(quotedTitles);
    expect(shown).toEqual(titles.filter((title) => shown.includes(title)));
    const left = time.filter((text) => text.startsWith("To skip")).flatMap(quotedTitles);
    expect(left.filter((title) => shown.includes(title))).toEqual([]);
  });
});

test("a vote is asked for, and beliefs are answered, in every note", () => {
  for (const note of notes) {
    expect(sectionOf(note, "Questions for the room").flatMap(textsOf).length, note.lesson).toBeGreaterThan(2);
    expect(
      sectionOf(note, "What learners believe").flatMap(textsOf).flatMap(quotedTitles),
      note.lesson,
    ).not.toEqual([]);
  }
});

describe("TEACHING.md", () => {
  test("names steps that are there, each of the lesson in its row", () => {
    const all = new Set(["quotes", ...lessons.flatMap(({ steps }) => steps.map(({ title }) => title))]);
    const prose = teaching.replace(/```[\s\S]*?```/g, "");
    expect(quotedTitles(prose).filter((title) => !all.has(title) && title !== "Guess")).toEqual([]);
    const rows = [...teaching.matchAll(/^\| *\d+ \| (?:Back to )?[Ll]esson (\d+)(.*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [row, number, text] of rows) {
      const titles = lessons[Number(number) - 1]?.steps.map(({ title }) => title) ?? [];
      expect(
        quotedTitles(text ?? "").filter((title) => !titles.includes(title)),
        row,
      ).toEqual([]);
    }
  });

  test.each(["A 45-minute plan", "A half-day plan"])("%s adds up", (heading) => {
    const [, plan = ""] = teaching.split(`## ${heading}\n`);
    const [own = ""] = plan.split("\n## ");
    const minutes = [...own.matchAll(/^\| +(\d+) \|/gm)].map(([, number]) => Number(number));
    const [, total = ""] = /^Total: (\d+) minutes\.$/m.exec(own) ?? [];
    expect(minutes.length).toBeGreaterThan(8);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(Number(total));
  });

  test("points to the exercises", () => {
    expect(teaching).toMatch(/^## Exercises\n\n.*`learn-concurrency exercises list`/m);
  });
});
