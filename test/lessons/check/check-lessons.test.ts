import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkLessons } from "../../../src/lessons/check/check-lessons.ts";
import { formatProblem } from "../../../src/lessons/parse-lesson.ts";
import { say } from "../../../src/text/say.ts";
import { lessonsFolder } from "../../app/support/lessons.ts";
import { makeFolder } from "../../support/folders.ts";

const code = "export default async (tasks) => {\n  for (const task of tasks) await task.run();\n};\n";
const sound = say.authors.firstLesson("Mine", 1);

interface Files {
  readonly [name: string]: string;
}

/** A folder with one lesson, which has these files besides or instead. */
function makeLessons(markdown: string, files: Files = {}): string {
  const folder = makeFolder("lessons");
  mkdirSync(path.join(folder, "01-mine"));
  const all: Files = { "lesson.md": markdown, "one-by-one.mjs": code, "all-at-once.mjs": code, ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(path.join(folder, "01-mine", name), text);
  return folder;
}
function problemsIn(folder: string): string[] {
  return checkLessons(folder, "mine").problems.map(formatProblem);
}
function problemsOf(markdown: string, files: Files = {}): string[] {
  return problemsIn(makeLessons(markdown, files));
}
function change(from: string | RegExp, to: string, text = sound): string {
  const changed = text.replace(from, () => to);
  expect(changed).not.toBe(text);
  return changed;
}
/** Line (from 1) of the first line that holds this. */
const lineOf = (text: string, held: string) => text.split("\n").findIndex((line) => line.includes(held)) + 1;

test("our own lessons have no problems", () => {
  const { ids, problems, code: files } = checkLessons(lessonsFolder, "lessons");
  expect(problems.map(formatProblem)).toEqual([]);
  expect(ids.length).toBeGreaterThanOrEqual(13);
  expect(files.length).toBeGreaterThan(ids.length);
}, 60_000);

test("a new lesson has none, and is done with whatever else lies there", () => {
  const folder = makeLessons(sound, { "notes.md": "# Notes\n", "picture.png": "\u0000" });
  mkdirSync(path.join(folder, "01-mine/exercises/first"), { recursive: true });
  writeFileSync(path.join(folder, "01-mine/exercises/first/start.ts"), "");
  mkdirSync(path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "TEACHING.md"), "# Teaching\n");
  expect(problemsIn(folder)).toEqual([]);
});

test("what the reader refuses is told with file, line, field, what was found and what is allowed", () => {
  expect(problemsOf(change("workload: wait", "workload: nap"))).toContainEqual(
    expect.stringMatching(/^mine\/01-mine\/lesson\.md:\d+: lab\.workload: found "nap", allowed: cpu, wait, /),
  );
});

/** A question with these options, about a lab with these runs. */
function quiz(question: string, lab = ""): string {
  const made = lab === "" ? sound : change("repeat: 3", lab);
  return `${made}\n## More\n\n\`\`\`quiz\nid: more\nask: How?\nlab: waiting\n${question}\n\`\`\`\n`;
}

describe("questions", () => {
  test("an option that is right after no run", () => {
    const text = quiz(
      "kind: factor\na: concurrent\nb: sequential\noptions:\n  - { factor: 1, why: W. }\n  - { factor: 1.02, why: W. }\n  - { factor: 3, why: W. }",
    );
    expect(problemsOf(text)).toEqual([
      `mine/01-mine/lesson.md:${lineOf(text, "1.02")}: quiz.options.2: found an option that is right after no run, allowed: an option that some run makes right`,
    ]);
  });

  test("the same pair twice, where the first that is so is asked for", () => {
    const option = "  - { a: concurrent, b: sequential, text: T, why: W. }\n";
    const text = quiz(`kind: first\noptions:\n${option}${option}none: { text: N, why: W. }`);
    expect(problemsOf(text)).toEqual([
      expect.stringContaining(": quiz.options.2: found an option that is right"),
    ]);
  });

  test("one run of each allows no verdict, so that nothing but too close is ever right", () => {
    const problems = problemsOf(change("repeat: 3", "repeat: 1"));
    expect(problems).toHaveLength(2);
    expect(problems.join()).toMatch(
      /predict\.why\.sequential: found sequential, which is right after no run/,
    );
  });

  test("a figure that no run of the lab tells decides nothing", () => {
    const text = quiz(
      "kind: estimate\nmeasure: waiting.sequential.p99\nstart: 1\nstep: 1\nmin: 0\nmax: 9\nwhy: W.",
    ).replace("lab: waiting\nkind: estimate", "kind: estimate");
    const problems = problemsOf(text);
    expect(problems).toContainEqual(
      expect.stringMatching(/quiz\.kind: found estimate, which no run decides, allowed: /),
    );
    expect(problems).toContainEqual(
      expect.stringContaining(
        "figure: found {waiting.sequential.p99}, allowed: a figure that runs of its lab tell",
      ),
    );
  });

  test("a count that no step leads to", () => {
    const text = quiz(
      'kind: estimate\nmeasure: waiting.concurrent.waiting\nunit: ""\nstart: 0.5\nstep: 1\nmin: 0.5\nmax: 9.5\nwhy: W.',
    ).replace("lab: waiting\nkind: estimate", "kind: estimate");
    expect(problemsOf(text)).toEqual([
      expect.stringContaining("quiz.kind: found a question without a right answer after some runs"),
    ]);
  });
});

test("a case that is never said, for one before it always is", () => {
  const text = change(
    "- otherwise:",
    "- when: [concurrent faster sequential in waiting, machine.cores > 1]\n  say: Never.\n- otherwise:",
  );
  expect(problemsOf(text)).toEqual([
    `mine/01-mine/lesson.md:${lineOf(text, "machine.cores > 1")}: finding.2: found a case that is never said, allowed: conditions that hold where those of no case before it do`,
  ]);
});

describe("code", () => {
  const wide = (columns: number) => `${code}//${"x".repeat(columns - 2)}\n`;

  test("is at most 76 columns wide by itself, and 48 beside knobs", () => {
    expect(problemsOf(sound, { "one-by-one.mjs": wide(76) })).toEqual([]);
    expect(problemsOf(sound, { "one-by-one.mjs": wide(77) })).toEqual([
      "mine/01-mine/one-by-one.mjs:4: code: found 77 columns, allowed: at most 76 columns",
    ]);
    const knobs = change("view: tasks", "view: tasks\nknobs: [tasks]");
    expect(problemsOf(knobs, { "one-by-one.mjs": wide(48) })).toEqual([]);
    expect(problemsOf(knobs, { "one-by-one.mjs": wide(49) })).toEqual([
      "mine/01-mine/one-by-one.mjs:4: code: found 49 columns, allowed: at most 48 columns",
    ]);
  });

  test("has at most nine lines, and no tabs", () => {
    expect(problemsOf(sound, { "one-by-one.mjs": code + "//\n".repeat(7) })).toEqual([
      "mine/01-mine/one-by-one.mjs:10: code: found 10 lines, allowed: at most 9 lines",
    ]);
    expect(problemsOf(sound, { "one-by-one.mjs": code.replace("  for", "\tfor") })).toEqual([
      expect.stringMatching(/^mine\/01-mine\/one-by-one\.mjs:2: code: found a tab, /),
    ]);
  });

  test.each([
    "../02-other/x.mjs",
    "/etc/passwd",
    "C:\\x.mjs",
    "\\\\host\\share\\x.mjs",
    "none.mjs",
    "exercises/a.mjs",
  ])("%s is no file of the folder", (name) => {
    expect(problemsOf(change("one-by-one.mjs", JSON.stringify(name)))).toContainEqual(
      expect.stringMatching(
        /lab\.code\.sequential: found ".*", allowed: code files of the lesson's folder: /,
      ),
    );
  });
});

describe("links", () => {
  const allowed = "allowed: a file of the lessons' folder, or an address on the web";
  const link = (url: string) => change("One idea a step", `[One](${url}) idea a step`);

  test.each([
    "https://example.org/a",
    "mailto:a@example.org",
    "#top",
    "one-by-one.mjs",
    "./lesson.md#x",
    "../01-mine/lesson.md",
  ])("to %s are fine", (url) => expect(problemsOf(link(url))).toEqual([]));

  test.each([
    ["none.md", '"none.md", which is not there'],
    ["../../x", '"../../x", outside the folder'],
    ["%2e%2e/%2e%2e/x", '"%2e%2e/%2e%2e/x", outside the folder'],
    ["/etc/passwd", '"/etc/passwd"'],
    ["file:///etc/passwd", '"file:///etc/passwd"'],
    ["C:/x", '"C:/x"'],
    ["//host/share", '"//host/share"'],
  ])("to %s are not", (url, found) => {
    const text = link(url);
    const line = lineOf(text, "[One]");
    expect(problemsOf(text)).toEqual([`mine/01-mine/lesson.md:${line}: link: found ${found}, ${allowed}`]);
  });

  test("in the texts of questions are looked at, too", () => {
    const text = change("The system wakes", "The [system](none.md) wakes");
    expect(problemsOf(text)).toEqual([
      `mine/01-mine/lesson.md:${lineOf(text, "none.md")}: link: found "none.md", which is not there, ${allowed}`,
    ]);
  });
});

describe("files", () => {
  test("that are links are not followed", () => {
    const folder = makeLessons(sound);
    symlinkSync("/etc/passwd", path.join(folder, "01-mine/passwd.mjs"));
    symlinkSync("/etc", path.join(folder, "01-mine/exercises"));
    symlinkSync(path.join(folder, "01-mine"), path.join(folder, "02-link"));
    expect(problemsIn(folder)).toEqual([
      "mine/01-mine/exercises:1: file: found a symbolic link, allowed: a file of its own",
      "mine/01-mine/passwd.mjs:1: file: found a symbolic link, allowed: a file of its own",
    ]);
  });

  test("that are too large are not read", () => {
    expect(problemsOf(sound, { "data.txt": "x".repeat(64 * 1024 + 1) })).toEqual([
      "mine/01-mine/data.txt:1: file: found 65537 bytes, allowed: at most 65536 bytes",
    ]);
    expect(problemsOf(sound + "x\n".repeat(64 * 1024))).toEqual([
      expect.stringMatching(/lesson\.md:1: file: found \d+ bytes, allowed: at most 131072 bytes$/),
    ]);
  });

  test.each([
    ["\u001b", "U+001B"],
    ["\u0000", "U+0000"],
    ["\u202e", "U+202E"],
    ["\u200b", "U+200B"],
  ])("with %j in a text are told", (character, code) => {
    const text = change("One idea a step", `One ${character}idea a step`);
    expect(problemsOf(text)).toEqual([
      `mine/01-mine/lesson.md:${lineOf(text, "idea a step")}: text: found the control character ${code}, allowed: printable text, tab, newline`,
    ]);
  });

  test("may begin with a byte order mark and have the line ends of Windows", () => {
    expect(problemsOf(`\ufeff${sound.replaceAll("\n", "\r\n")}`)).toEqual([]);
  });
});
