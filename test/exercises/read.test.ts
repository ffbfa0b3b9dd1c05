import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareFiles } from "../../src/exercises/read/prepare.ts";
import { readExercisesOf } from "../../src/exercises/read/read-exercises.ts";
import { NotLiteral, readLiteral } from "../../src/exercises/read/read-literal.ts";
import { locate } from "../../src/exercises/run/locate.ts";
import { speak } from "../../src/text/say.ts";
import { makeFolder } from "../support/folders.ts";

beforeAll(() => speak("en"));

const encode = (text: string) => new TextEncoder().encode(text);

describe("files of a learner's", () => {
  const prepare = (bytes: Uint8Array | null) => prepareFiles({ "start.ts": bytes });

  test.each([
    ["deleted", null, "file", undefined],
    ["empty", encode(""), "file", undefined],
    ["only blanks", encode(" \n\t\n"), "file", undefined],
    ["binary", new Uint8Array([0xff, 0xfe, 0x00, 0x80]), "file", undefined],
    ["with a zero", encode("export default 1;\0"), "file", undefined],
    ["10 MB", new Uint8Array(10_000_000).fill(97), "file", undefined],
    ["with a syntax error", encode("let a = 1;\n\nlet b = ;\n"), "syntax", 3],
    ["with an enum", encode("let a = 1;\nenum B { c }\n"), "syntax", 2],
    ["with a parameter property", encode("class A {\n  constructor(private b: number) {}\n}"), "syntax", 2],
    ["with brackets without end", encode("(".repeat(150_000)), "syntax", undefined],
    ["with lists without end", encode("[".repeat(150_000)), "syntax", undefined],
    ["with operators without end", encode(`export default ${"!".repeat(150_000)}1`), "syntax", undefined],
    ["with types without end", encode(`let a: ${"A<".repeat(50_000)}`), "syntax", undefined],
    ["with blocks without end", encode("{".repeat(150_000)), "syntax", undefined],
  ])("%s: says what, and where", (_, bytes, kind, line) => {
    const prepared = prepare(bytes);
    if (prepared.state !== "trouble") throw new Error("it was taken");
    expect(prepared.trouble).toMatchObject({ kind, file: "start.ts" });
    expect(prepared.trouble.text.length).toBeGreaterThan(10);
    if (line !== undefined) expect(prepared.trouble.line).toBe(line);
  });

  test("types go, lines and columns stay", () => {
    const prepared = prepare(
      encode('import { a } from "./work.ts";\nlet b: number = a;\nexport default b;\n'),
    );
    expect(prepared).toEqual({
      state: "ready",
      files: {
        "start.js": 'import { a } from "./work.js";\nlet b         = a;\nexport default b;\n',
      },
    });
  });

  test("an error of types keeps nobody from trying", () => {
    expect(prepare(encode('const a: number = "x";\nexport default () => a;')).state).toBe("ready");
  });
});

describe("the learner's line in a stack", () => {
  const folder = "/tmp/learn-concurrency-exercise-abc";

  test("the first one of the folder that is not the host's", () => {
    const stack = [
      "Error: x",
      "    at f (node:internal/a.js:9:9)",
      `    at g (file://${folder}/host.js:2:2)`,
      `    at h (file://${folder}/worker.js:12:3)`,
      `    at file://${folder}/start.js:3:3`,
    ].join("\n");
    expect(locate(stack, folder)).toEqual({ file: "worker.ts", line: 12 });
  });

  test("on Windows, too", () => {
    expect(locate("at f (C:\\t\\learn-concurrency-exercise-abc\\start.js:4:1)", folder)).toEqual({
      file: "start.ts",
      line: 4,
    });
  });

  test.each([
    ["none", ""],
    ["what cannot be decoded", "at file:///%E0%A4%A/start.js:1:1"],
    ["another folder", "at /home/x/start.js:1:1"],
    ["a name that steers the terminal", `at ${folder}/\u001b[2Jx.js:1:1`],
    ["a long one", `at ${"a/".repeat(50_000)}.js:1`],
    ["a line that is no number", `at ${folder}/start.js:${"9".repeat(400)}`],
  ])("%s: nowhere", (_, stack) => {
    expect(locate(stack, folder)).toEqual({});
  });
});

describe("data in a file", () => {
  test("all that data may be, with its lines", () => {
    const text =
      'export default {\n  a: [1, -2.5, 1_000],\n  "b": { c: `x`, d: true, e: null },\n} satisfies X;';
    const { value, lines } = readLiteral(text, "check.ts");
    expect(value).toEqual({ a: [1, -2.5, 1000], b: { c: "x", d: true, e: null } });
    expect(lines.get("b.d")).toBe(3);
    expect(lines.get("a.1")).toBe(2);
  });

  test.each([
    ["a call", "export default {\n  a: process.exit(1),\n};", 2],
    ["a template", "export default {\n  a: 1,\n  b: `${a}`,\n};", 3],
    ["a spread", "export default {\n  ...a,\n};", 2],
    ["a name that is computed", "export default {\n  [a]: 1,\n};", 2],
    ["a getter", "export default {\n\n  get a() { return 1; },\n};", 3],
    ["a plus", "export default -'a';", 1],
    ["nothing", "const a = 1;", 1],
  ])("%s is refused, with its line", (_, text, line) => {
    try {
      readLiteral(text, "check.ts");
    } catch (error) {
      expect(error).toBeInstanceOf(NotLiteral);
      expect((error as NotLiteral).line).toBe(line);
      return;
    }
    throw new Error("it was taken");
  });
});

describe("exercises of a lesson", () => {
  const good: Readonly<Record<string, string>> = {
    "start.ts": "export default () => 1;\n",
    "solution.ts": "export default () => 2;\n",
    "hints.md": "# Hints\n\n## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n",
    "check.ts": `export default {
  title: "Title",
  task: ["Do it."],
  level: "partly",
  order: 1,
  scenario: { kind: "sum" },
  wants: [
    { figure: "requests", atLeast: 1, miss: "No." },
  ],
};
`,
  };

  function read(files: Readonly<Record<string, string | undefined>>, id = "an-exercise") {
    const lessons = makeFolder("exercises");
    const folder = path.join(lessons, "01-lesson", "exercises", id);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries({ ...good, ...files })) {
      if (text !== undefined) writeFileSync(path.join(folder, name), text);
    }
    const { exercises, problems } = readExercisesOf(lessons, "01-lesson");
    return {
      folder,
      lessons,
      exercises,
      problems: problems.map(({ file, line, message }) => [path.relative(folder, file), line, message]),
    };
  }

  test("a good one is read", () => {
    const { exercises, problems } = read({ "work.ts": "export const a = 1;\n" });
    expect(problems).toEqual([]);
    expect(exercises[0]).toMatchObject({
      id: "an-exercise",
      lesson: "01-lesson",
      hints: ["a", "b", "c"],
      start: { "start.ts": good["start.ts"], "work.ts": "export const a = 1;\n" },
    });
  });

  test.each([
    ["no solution", { "solution.ts": undefined }, "solution.ts", 1, /no such file/],
    ["a stray file", { "extra.ts": "" }, "extra.ts", 1, /no exercise has/],
    ["two hints", { "hints.md": "## A\n\na\n\n## B\n\nb\n" }, "hints.md", 1, /found 2 steps/],
    ["a start that is none", { "start.ts": "let a;\nlet = ;" }, "start.ts", 2, /TypeScript/],
    ["a solution with an enum", { "solution.ts": "\n\nenum A {}\n" }, "solution.ts", 3, /enum/],
    ["a worker that is none", { "start.worker.ts": "\nlet = ;" }, "start.worker.ts", 2, /TypeScript/],
    ["code in the check", { "check.ts": "export default {\n  a: b(),\n};" }, "check.ts", 2, /found code/],
    [
      "a figure that there is not",
      { "check.ts": (good["check.ts"] ?? "").replace('"requests"', '"luck"') },
      "check.ts",
      8,
      /wants\.0\.figure/,
    ],
    [
      "a field that there is not",
      { "check.ts": (good["check.ts"] ?? "").replace("order: 1", "order: 1,\n  luck: 1") },
      "check.ts",
      6,
      /luck/,
    ],
  ])("%s: named with file and line", (_, files, file, line, message) => {
    const { problems, exercises } = read(files);
    expect(exercises).toEqual([]);
    expect(problems).toContainEqual([file, line, expect.stringMatching(message)]);
  });

  test("a name that is none", () => {
    expect(read({}, "An_Exercise").problems[0]?.[2]).toMatch(/"An_Exercise"/);
  });

  test("a link and a file in the place of a folder", () => {
    const { lessons, folder } = read({});
    symlinkSync("/etc/passwd", path.join(folder, "work.ts"));
    writeFileSync(path.join(folder, "..", "file"), "");
    const messages = readExercisesOf(lessons, "01-lesson").problems.map(({ message }) => message);
    expect(messages).toEqual([expect.stringMatching(/found a link/), expect.stringMatching(/found a file/)]);
  });

  test("a lesson without exercises", () => {
    expect(readExercisesOf(makeFolder("exercises"), "01-lesson")).toEqual({ exercises: [], problems: [] });
  });
});
