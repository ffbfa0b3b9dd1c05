import { describe, expect, test } from "vitest";
import { questionsOf } from "../../src/app/measured.ts";
import { lessons } from "../app/support/lessons.ts";
import { plainText, textsOf } from "./support/texts.ts";

/** Words a sentence may have on average, and at most. */
const averageWords = 15;
const mostWords = 36;

const texts = lessons.map((lesson) => [lesson.id, textsOf(lesson)] as const);
const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.?:;])\s+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word)).length)
    .filter((words) => words > 0);

describe.each(texts)("the text of %s", (_, all) => {
  test.each([
    ["nothing but what an ASCII terminal shows", /[^ -~\n]/],
    ["no tabs", /\t/],
    ["no exclamation marks", /!/],
    ["no braces left over", /[{}]/],
    ["no space before a full stop", /\s[.,;:?]/],
    ["no two spaces", / {2}/],
    ["no word twice", /\b(\w+) \1\b/i],
    ["no unfinished words", /\b(TODO|FIXME|XXX|lorem)\b/i],
  ])("has %s", (_what, pattern) => {
    expect(all.filter(({ text }) => pattern.test(text))).toEqual([]);
  });

  test("is made of short sentences", () => {
    const lengths = all.flatMap(({ text }) => sentencesOf(text));
    const average = lengths.reduce((sum, words) => sum + words, 0) / lengths.length;
    expect(average).toBeLessThan(averageWords);
    expect(all.filter(({ text }) => sentencesOf(text).some((words) => words > mostWords))).toEqual([]);
  });
});

/** Words of DESIGN.md: a task is a task. */
const otherWordsForTask = /\b(jobs?|work items?|subtasks?|operations?|units? of work)\b/i;
const otherWordsForApproach = /\b(strateg(y|ies)|modes?|paradigms?)\b/i;
const otherWordsForWorker = /\b(child|children|executors?|pool of threads)\b/i;

describe("words", () => {
  const everything = texts.flatMap(([, all]) => all);

  test.each([
    ["a task is called nothing else", otherWordsForTask],
    ["an approach is called nothing else", otherWordsForApproach],
    ["a worker is called nothing else", otherWordsForWorker],
    [
      "a process is one of the system, not a task",
      /\bprocess(ing|ed)\b|\bprocess(es)? (that|which) (wait|compute)/i,
    ],
  ])("%s", (_, pattern) => {
    expect(everything.filter(({ text }) => pattern.test(text))).toEqual([]);
  });

  test("labs call a task by a noun that has a plural in s, or dish", () => {
    const nouns = lessons.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === "lab" ? [step.lab.noun] : [])),
    );
    for (const noun of nouns) expect(noun).toMatch(/^[a-z]{3,8}$/);
  });
});

describe("questions", () => {
  test("can be understood by themselves: they may be asked again days later", () => {
    const asks = lessons.flatMap((lesson) =>
      questionsOf(lesson).map(({ question }) => `${lesson.id}: ${plainText(question.ask)}`),
    );
    expect(asks.filter((ask) => /: (And|But|Now|Then|So|Again|This time)\b/.test(ask))).toEqual([]);
  });
});

describe("titles", () => {
  test("fit a screen of 100 columns beside what stands there with them; narrower ones shorten them", () => {
    const room = 100 - 2 - "  step 10 of 12".length;
    const titles = lessons.flatMap((lesson) =>
      lesson.steps.map((step) => `${lesson.number} ${lesson.title}   ${step.title}`),
    );
    expect(titles.filter((title) => title.length > room)).toEqual([]);
  });
});
