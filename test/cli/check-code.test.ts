import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkCode } from "../../src/cli/check/code-syntax.ts";
import { formatProblem } from "../../src/lessons/parse-lesson.ts";
import { makeFolder } from "../support/folders.ts";

function check(text: string, { name = "a.mjs", exports = ["default"], folder = "/nowhere" } = {}): string[] {
  return checkCode([{ name, text, exports, file: `mine/${name}`, path: path.join(folder, name) }]).map(
    formatProblem,
  );
}

test.each([
  ["export default async (tasks) => {};"],
  ["import { once } from 'node:events';\nimport os from 'os';\nexport default () => once;"],
  ["import { x } from './x.mjs';\nexport default x;"],
  ["export { x as default } from './x.mjs';"],
  ["await 1;\nexport default function () {}"],
])("%j is fine", (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  [
    "export default () => {\n  let a = ;\n};",
    "2: code: found Unexpected token ';', allowed: a JavaScript module",
  ],
  ["module.exports = () => {};", "1: code: found no default export, allowed: default export: a function"],
  ["export const run = () => {};", "1: code: found no default export, allowed: default export: a function"],
  [
    "\nimport x from '../x.mjs';\nexport default x;",
    '2: code: found import of "../x.mjs", allowed: modules of Node, and files of the folder by ./',
  ],
  [
    "export default 1;\nexport * from './a/../../x.mjs';",
    '2: code: found import of "./a/../../x.mjs", allowed: modules of Node, and files of the folder by ./',
  ],
  [
    "import x from 'https://example.org/x.js';\nexport default x;",
    '1: code: found import of "https://example.org/x.js", allowed: modules of Node, and files of the folder by ./',
  ],
  [
    "import x from 'left-pad';\nexport default x;",
    '1: code: found import of "left-pad", allowed: modules of Node, and files of the folder by ./',
  ],
])("%j is not", (text, problem) => {
  expect(check(text)).toEqual([`mine/a.mjs:${problem}`]);
});

test("nothing in it is run", () => {
  const mark = path.join(makeFolder("run"), "mark");
  const evil = `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(mark)}, "");\nfor (;;);\nexport default 1;\n`;
  expect(check(evil)).toEqual([]);
  expect(() => writeFileSync(mark, "", { flag: "wx" })).not.toThrow();
});

test("a file .js has to be a module for Node, too", () => {
  const folder = makeFolder("package");
  const text = "export default () => {};\n";
  const refused = [
    'mine/a.js:1: code: found a file .js that Node may take for CommonJS, allowed: the name .mjs, or "type": "module" in a package.json there',
  ];
  const inner = path.join(folder, "inner");
  mkdirSync(inner);
  writeFileSync(path.join(folder, "package.json"), "{}");
  expect(check(text, { name: "a.js", folder: inner })).toEqual(refused);
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  expect(check(text, { name: "a.js", folder: inner })).toEqual([]);
  writeFileSync(path.join(inner, "package.json"), "{");
  expect(check(text, { name: "a.js", folder: inner })).toEqual(refused);
});

test("a file that is no JavaScript and no Python can't be run", () => {
  expect(check("", { name: "a.ts" })).toEqual([
    'mine/a.ts:1: code: found "a.ts", allowed: a file .js or .mjs, or .py for Python',
  ]);
});

test("a program in Node has to export the function that it is called by", () => {
  const options = { name: "p.mjs", exports: ["parallel"] };
  expect(check("export function parallel() {}", options)).toEqual([]);
  expect(check("export default 1", options)).toEqual([
    "mine/p.mjs:1: code: found no export parallel, allowed: export parallel: a function",
  ]);
});

test("a program in Python is parsed where there is a Python", () => {
  const options = { name: "p.py", exports: ["parallel"] };
  expect(check("def parallel(chunks, workers):\n    return 1\n", options)).toEqual([]);
  expect(check("import os\nos.abort()\n", options)).toEqual([
    "mine/p.py:1: code: found no function parallel, allowed: a function parallel",
  ]);
  expect(check("def parallel(:\n", options)).toEqual([
    expect.stringMatching(/^mine\/p\.py:1: code: found .*, allowed: a Python program$/),
  ]);
  expect(check("x = \0", options)).toHaveLength(1);
});
