import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { noSettings, readClassSettings } from "../../src/cli/class-settings.ts";
import { makeFolder } from "../support/folders.ts";

function read(text: string) {
  const folder = makeFolder("class");
  writeFileSync(path.join(folder, "learn-concurrency.json"), text);
  return readClassSettings(folder);
}

test("without a file nothing is settled", () => {
  expect(readClassSettings(makeFolder("class"))).toEqual({ state: "read", settings: noSettings });
});

test.each([
  ["{}", {}],
  ['\ufeff{ "skipping": false }', { skipping: false }],
  ['{ "lessons": ["01-difference", "03-concurrent"] }', { lessons: ["01-difference", "03-concurrent"] }],
  ['{ "exercises": [], "solutions": false }', { exercises: [], solutions: false }],
  ['{ "lessonsFolder": "our/lessons" }', { lessonsFolder: "our/lessons" }],
])("%s is read", (text, settings) => {
  expect(read(text)).toEqual({ state: "read", settings: { ...noSettings, ...settings } });
});

const lessonIds = "a list of the names of lessons, at least one";
const folder = "a folder within this one, such as lessons";
const fields = "lessons, exercises, skipping, solutions, lessonsFolder";

describe("what is wrong is told in one line, with file, field, what was found and what is allowed", () => {
  test.each([
    ["[]", `learn-concurrency.json: found [], allowed: an object, in JSON`],
    ["null", `learn-concurrency.json: found null, allowed: an object, in JSON`],
    ['{ "lesson": [] }', `learn-concurrency.json: found "lesson", allowed: ${fields}`],
    ['{ "lessons": [] }', `learn-concurrency.json: lessons: found [], allowed: ${lessonIds}`],
    ['{ "lessons": "all" }', `learn-concurrency.json: lessons: found "all", allowed: ${lessonIds}`],
    ['{ "lessons": ["a", 2] }', `learn-concurrency.json: lessons.2: found 2, allowed: a name`],
    ['{ "lessons": [""] }', `learn-concurrency.json: lessons.1: found "", allowed: a name`],
    [
      '{ "exercises": {} }',
      `learn-concurrency.json: exercises: found {}, allowed: a list of the names of exercises`,
    ],
    ['{ "skipping": "no" }', `learn-concurrency.json: skipping: found "no", allowed: true or false`],
    ['{ "solutions": null }', `learn-concurrency.json: solutions: found null, allowed: true or false`],
    ...["", "..", "../x", "a/../../x", "/etc", "C:\\\\x", "c:x", "\\\\\\\\host\\\\x", "\\u0000"].map(
      (text): [string, string] => [
        `{ "lessonsFolder": "${text}" }`,
        `learn-concurrency.json: lessonsFolder: found "${text}", allowed: ${folder}`,
      ],
    ),
  ])("%s", (text, message) => {
    expect(read(text)).toEqual({ state: "broken", message });
  });

  test.each(["", "{", "{'a': 1}", '{ "lessons": ["a",] }', "\u0000", "\u001b[2J\n\u202e"])(
    "no JSON: %j",
    (text) => {
      const found = read(text);
      expect(found.state).toBe("broken");
      if (found.state !== "broken") return;
      expect(found.message).toMatch(/^learn-concurrency\.json: found .*, allowed: an object, in JSON$/);
      expect(found.message).not.toMatch(/[\p{Cc}\u202e]/u);
    },
  );

  test("one that is too large, or no file", () => {
    expect(read(" ".repeat(70_000))).toMatchObject({
      message: "learn-concurrency.json: found 70000 bytes, allowed: at most 65,536 bytes",
    });
    const parent = makeFolder("class");
    mkdirSync(path.join(parent, "learn-concurrency.json"));
    expect(readClassSettings(parent)).toMatchObject({
      state: "broken",
      message: "cannot read learn-concurrency.json: EISDIR",
    });
  });
});
