import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, emptyProgress, findLessonProgress } from "../../src/progress/document.ts";
import type { ProgressChange } from "../../src/progress/document.ts";
import { parseProgress, serialiseProgress } from "../../src/progress/format.ts";
import { describeProblem } from "../../src/progress/problem.ts";
import type { ProgressProblem } from "../../src/progress/problem.ts";
import { openStore } from "../../src/progress/store.ts";
import type { Store } from "../../src/progress/store.ts";
import { anyChange } from "./arbitraries.ts";
import { lesson, makeFolder, now } from "./helpers.ts";

const done = (step: string): ProgressChange => ({ kind: "step-done", lesson, step });
const stepsOf = (store: Store) => findLessonProgress(store.document, lesson).steps;
const open = (folder: string) => openStore({ folder, now });

test("without a file progress is empty and nothing is made", () => {
  const folder = path.join(makeFolder(), "state", "learn-concurrency");
  const store = open(folder);
  expect(store.document).toEqual(emptyProgress());
  expect(store.problems).toEqual([]);
  expect(() => statSync(folder)).toThrow("ENOENT");
});

test("a change counts at once, and is on the disk when its promise is kept", async () => {
  const folder = path.join(makeFolder(), "state", "learn-concurrency");
  const store = open(folder);
  const saved = store.apply(done("kitchen"));
  expect(stepsOf(store)).toEqual(["kitchen"]);
  expect(store.unsaved).toBe(1);
  await saved;
  expect(store.unsaved).toBe(0);
  expect(stepsOf(open(folder))).toEqual(["kitchen"]);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});

test.skipIf(process.platform === "win32")("folder and file are for their owner alone", async () => {
  const folder = path.join(makeFolder(), "learn-concurrency");
  const store = open(folder);
  await store.apply(done("kitchen"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(store.file).mode & 0o777).toBe(0o600);
});

test("two stores that are open at once keep each other's changes, and see them at their next save", async () => {
  const folder = makeFolder();
  const [a, b] = [open(folder), open(folder)];
  await Promise.all([a.apply(done("a")), b.apply(done("b"))]);
  await a.apply(done("c"));
  expect([...stepsOf(a)].sort()).toEqual(["a", "b", "c"]);
  expect(stepsOf(open(folder))).toEqual(stepsOf(a));
});

test("tries are counted over two programs", async () => {
  const folder = makeFolder();
  const answered: ProgressChange = {
    ...{ kind: "answered", lesson, question: "q", answer: { kind: "option", index: 0 } },
    ...{ outcome: "wrong", at: now().toISOString() },
  };
  const [a, b] = [open(folder), open(folder)];
  await a.apply(answered);
  await b.apply(answered);
  expect(findLessonProgress(b.document, lesson).answers["q"]?.tries).toBe(2);
});

test("flush waits for everything that was changed", async () => {
  const folder = makeFolder();
  const store = open(folder);
  for (let step = 0; step < 50; step++) void store.apply(done(`step-${step}`));
  await store.flush();
  expect(stepsOf(open(folder))).toHaveLength(50);
});

test("a change never vanishes from memory while earlier ones are being saved", async () => {
  const store = open(makeFolder());
  for (let count = 1; count <= 200; count++) {
    void store.apply(done(`step-${count}`));
    await new Promise(setImmediate);
    expect(stepsOf(store)).toHaveLength(count);
  }
  // What is still being written would come into a folder that is being removed.
  await store.flush();
});

test("property: any changes, in any bursts, by two programs in turn, end up on the disk", async () => {
  const bursts = fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(bursts, async (changes) => {
      const folder = makeFolder();
      const stores = [open(folder), open(folder)];
      for (const [index, burst] of changes.entries()) {
        const store = stores[index % 2] ?? open(folder);
        await Promise.all(burst.map((change) => store.apply(change)));
      }
      expect(open(folder).document).toEqual(changes.flat().reduce(applyChange, emptyProgress()));
    }),
    { numRuns: 30 },
  );
});

// ── Files that can't be used ─────────────────────────────────────────────────────────────────────────

test.each([
  ["", "broken", "it is empty"],
  ["{", "broken", "it is not JSON"],
  ['{"version":1,"lessons":3}', "broken", "lessons"],
  ['{"version":2}', "newer", "format 2"],
])(
  "a file that holds %j is moved aside as %s, told once, and progress starts afresh",
  async (text, kind, why) => {
    const folder = makeFolder();
    const file = path.join(folder, "progress.json");
    writeFileSync(file, text);

    const told: ProgressProblem[] = [];
    const store = openStore({ folder, now, onProblem: (problem) => told.push(problem) });
    const aside = path.join(folder, `progress.${kind}-2026-11-23T01-29-13Z.json`);
    expect(readFileSync(aside, "utf8")).toBe(text);
    expect(told).toEqual(store.problems);
    expect(told).toMatchObject([{ kind, movedTo: aside }]);
    const [problem] = told;
    expect(problem && describeProblem(problem)).toContain(why);
    expect(problem && describeProblem(problem)).toContain(aside);

    await store.apply(done("kitchen"));
    expect(stepsOf(open(folder))).toEqual(["kitchen"]);
    expect(store.problems).toHaveLength(1);
  },
);

test("what was moved aside earlier is never overwritten", () => {
  const folder = makeFolder();
  for (const text of ["one", "two", "three"]) {
    writeFileSync(path.join(folder, "progress.json"), text);
    open(folder);
  }
  const texts = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
  expect(Object.fromEntries(texts)).toEqual({
    "progress.broken-2026-11-23T01-29-13Z.json": "one",
    "progress.broken-2026-11-23T01-29-13Z-2.json": "two",
    "progress.broken-2026-11-23T01-29-13Z-3.json": "three",
  });
});

test("a file that breaks while the program runs is moved aside by its next save", async () => {
  const folder = makeFolder();
  const store = open(folder);
  writeFileSync(store.file, "{");
  await store.apply(done("kitchen"));
  expect(store.problems).toMatchObject([{ kind: "broken" }]);
  expect(stepsOf(open(folder))).toEqual(["kitchen"]);
});

test("a file that can't be read is told, left alone, and progress is kept in memory", async () => {
  const folder = makeFolder();
  mkdirSync(path.join(folder, "progress.json"));
  const store = open(folder);
  await store.apply(done("kitchen"));
  expect(stepsOf(store)).toEqual(["kitchen"]);
  expect(store.unsaved).toBe(1);
  expect(store.problems).toMatchObject([{ kind: "unreadable", file: store.file }]);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});

// ── Folders that can't be used ───────────────────────────────────────────────────────────────────────

test("a folder that can't be made gives one warning; later changes save all, silently, once it can", async () => {
  const blocker = path.join(makeFolder(), "blocker");
  writeFileSync(blocker, "");
  const store = open(path.join(blocker, "learn-concurrency"));
  expect(store.problems).toEqual([]);

  await store.apply(done("kitchen"));
  await store.apply(done("race"));
  await store.flush();
  expect(stepsOf(store)).toEqual(["kitchen", "race"]);
  expect(store.unsaved).toBe(2);
  expect(store.problems).toMatchObject([{ kind: "unwritable", folder: path.dirname(store.file) }]);

  unlinkSync(blocker);
  await store.apply(done("end"));
  expect(store.unsaved).toBe(0);
  expect(stepsOf(open(path.dirname(store.file)))).toEqual(["kitchen", "race", "end"]);
  expect(store.problems).toHaveLength(1);
});

test.runIf(process.platform === "linux")(
  "a folder that no one may write to is no more than a warning",
  async () => {
    const store = open("/proc/learn-concurrency");
    await store.apply(done("kitchen"));
    expect(store.problems.map(describeProblem)).toEqual([
      "Your progress can't be saved in /proc/learn-concurrency (ENOENT: no such file or directory). " +
        "It is kept in memory until you quit.",
    ]);
  },
);

test("when another program holds the lock for long, the change stays in memory and is saved later", async () => {
  const folder = makeFolder();
  const lock = path.join(folder, "progress.lock");
  writeFileSync(lock, JSON.stringify({ pid: 1, host: "elsewhere", token: "t", at: now().getTime() }));
  const store = openStore({ folder, now, giveUpAfterMs: 20 });
  await store.apply(done("kitchen"));
  expect(store.problems).toMatchObject([{ kind: "unwritable" }]);
  unlinkSync(lock);
  await store.flush();
  expect(stepsOf(open(folder))).toEqual(["kitchen"]);
});

// ── What killed programs leave, and links ────────────────────────────────────────────────────────────

test("old temporary files are swept, young ones and those of others are not", () => {
  const folder = makeFolder();
  const old = ["progress.json.7.1.tmp", "progress.json.bak", "notes.7.1.tmp"];
  for (const name of [...old, "progress.json.8.1.tmp"]) writeFileSync(path.join(folder, name), "");
  const before = Date.now() / 1000 - 61;
  for (const name of old) utimesSync(path.join(folder, name), before, before);
  open(folder);
  expect(readdirSync(folder)).toEqual(["notes.7.1.tmp", "progress.json.8.1.tmp", "progress.json.bak"]);
});

test.skipIf(process.platform === "win32")("a link to the file stays a link", async () => {
  const folder = makeFolder();
  const target = path.join(makeFolder(), "elsewhere.json");
  writeFileSync(target, serialiseProgress(emptyProgress()));
  symlinkSync(target, path.join(folder, "progress.json"));
  const store = open(folder);
  await store.apply(done("kitchen"));
  expect(parseProgress(readFileSync(target, "utf8"))).toEqual({ state: "ok", document: store.document });
});
