import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadNotes, notesHeadings, notesOnStep } from "../../src/lessons/notes.ts";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { parseNotes, readNotes } from "../../src/lessons/parse-notes.ts";
import { readLessons } from "../../src/lessons/read-lessons.ts";
import { lessons } from "../app/support/lessons.ts";

const lesson = lessons[1];
if (lesson === undefined) throw new Error("there is no lesson 2");

const sections: Readonly<Record<string, string>> = {
  Goals: "Know it.",
  Time: '- 5 min: "Load the mails".\n- 2 min: "An empty lane". Slowly.',
  "Questions for the room": 'At "An empty lane": *why is it empty?*',
  "What learners believe": "Much.",
  "On one core": "The same.",
  "What may go wrong": "Little.",
};
function write(changes: Readonly<Record<string, string>> = {}, title = lesson?.title ?? ""): string {
  const parts = Object.entries({ ...sections, ...changes }).map(
    ([heading, body]) => `## ${heading}\n\n${body}\n`,
  );
  return `# Notes for teachers: ${title}\n\n${parts.join("\n")}`;
}
function problemsOf(markdown: string): string[] {
  const parsed = parseNotes("notes.md", markdown, lesson as NonNullable<typeof lesson>);
  return parsed.state === "ok" ? [] : parsed.problems.map(formatProblem);
}

test("a note becomes its sections", () => {
  const parsed = parseNotes("notes.md", write(), lesson);
  if (parsed.state !== "ok") throw new Error("broken");
  expect(parsed.notes.lesson).toBe("02-sequential");
  expect(parsed.notes.sections.map(({ heading }) => heading)).toEqual(notesHeadings);
  expect(parsed.notes.sections[0]?.body).toEqual([
    { kind: "paragraph", text: [{ kind: "text", text: "Know it.", style: "plain" }] },
  ]);
});

test("what is said of a step is found by its title in quotes", () => {
  const parsed = parseNotes("notes.md", write(), lesson);
  if (parsed.state !== "ok") throw new Error("broken");
  const said = (title: string) =>
    notesOnStep(parsed.notes, title).map((text) =>
      text.map((one) => (one.kind === "text" ? one.text : "")).join(""),
    );
  expect(said("An empty lane")).toEqual([
    '2 min: "An empty lane". Slowly.',
    'At "An empty lane": why is it empty?',
  ]);
  expect(said("Now tasks that compute")).toEqual([]);
});

test.each([
  [
    "a step that is not there",
    write({ Goals: 'See "Load the mail".' }),
    /^notes\.md:5: step: found "Load the mail", allowed: .*did you mean Load the mails\?/,
  ],
  [
    "an unknown step in a list",
    write({ Time: '- "Nothing of the kind"' }),
    /step: found "Nothing of the kind"/,
  ],
  [
    "another title",
    write({}, "Another"),
    /^notes\.md:1: title: found "Notes for teachers: Another", allowed: # Notes for teachers: Sequential/,
  ],
  ["a section that is empty", write({ "On one core": "" }), /On one core: found nothing/],
  [
    "one section too many",
    write({ More: "Text." }),
    /heading: found "More", allowed: nothing after ## What may go wrong/,
  ],
  ["a figure", write({ Goals: "On {machine.cores} cores." }), /figure: found a figure, allowed: none/],
  [
    "a table of code",
    write({ Goals: "```js\nlet a;\n```" }),
    /prose: found code, allowed: paragraphs and lists/,
  ],
  ["front matter", `---\ntitle: x\n---\n\n${write()}`, /front matter/],
])("%s is a problem", (_, markdown, wanted) => {
  expect(problemsOf(markdown).join("\n")).toMatch(wanted);
});

test("a missing section is a problem that names it", () => {
  const without = write().replace(/## Time[\s\S]*?(?=## Questions)/, "");
  expect(problemsOf(without)).toEqual([
    expect.stringMatching(/heading: found "Questions for the room", allowed: ## Time$/),
  ]);
});

test("an empty file is told in full", () => {
  expect(problemsOf("")).toEqual([
    expect.stringMatching(/title: found nothing/),
    expect.stringMatching(/heading: found nothing, allowed: ## Goals/),
  ]);
});

test("notes are read from the folders of lessons, where they are no code; one that is missing is told", () => {
  const folder = mkdtempSync(join(tmpdir(), "notes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const id of ["01-a", "02-b"]) {
    mkdirSync(join(folder, id));
    const head = `---\ntitle: ${id}\nsummary: S\nminutes: 5\nnumber: ${Number.parseInt(id, 10)}\n---\n`;
    writeFileSync(
      join(folder, id, "lesson.md"),
      `${head}\n## Load the mails\n\nText.\n\n## An empty lane\n\nText.\n`,
    );
  }
  writeFileSync(join(folder, "02-b", "notes.md"), write({}, "02-b"));
  const read = readLessons(folder);
  expect(read.problems).toEqual([]);
  expect(read.lessons[1]?.code).toEqual({});
  const { notes, problems } = readNotes(folder, read.lessons);
  expect(notes.map((one) => one.lesson)).toEqual(["02-b"]);
  expect(problems.map(formatProblem)).toEqual([
    `${folder}/01-a/notes.md:1: file: found nothing, allowed: a notes.md in every folder`,
  ]);
  const file = join(folder, "notes.json");
  writeFileSync(file, JSON.stringify(notes));
  expect(loadNotes(file)).toEqual(notes);
  writeFileSync(file, "{}");
  expect(() => loadNotes(file)).toThrow(/not a list/);
});
