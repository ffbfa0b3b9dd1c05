import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { LearnerReport } from "../../src/app/report/report.ts";
import type { Lesson } from "../../src/lessons/model.ts";
import { formatMs } from "../../src/text/format.ts";
import { faintTexts, overflowOf, readLanes, useBrowser } from "../support/browser.ts";
import { makeFolder } from "../support/folders.ts";
import { progressFolder, readProgress } from "../support/progress.ts";
import { readLessons } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { openTerminal } from "../support/terminal.ts";
import { takeLesson, waitForKind } from "../support/walker.ts";

const [lesson] = readLessons(inject("packageFolder"));
if (lesson === undefined) throw new Error("there is no lesson 1");
const open = useBrowser();

/** Takes the lesson by keys, as a learner does. */
async function learn(stateHome: string, taken: Lesson): Promise<void> {
  const terminal = openTerminal({ args: ["lesson", taken.id], env: { XDG_STATE_HOME: stateHome } });
  await waitForKind(terminal, "read");
  await takeLesson(terminal, taken);
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);
}

/** What would tell whose report it is. */
function privateWords(folders: readonly string[]): string[] {
  const { username, homedir } = os.userInfo();
  return [os.hostname(), username, homedir, ...folders].filter((word) => word.length > 1);
}
function expectPrivate(text: string, folders: readonly string[]): void {
  for (const word of privateWords(folders)) {
    expect(text).not.toMatch(
      new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\w-])`),
    );
  }
}

const labs = lesson.steps.flatMap((step) => (step.kind === "lab" ? [step.lab] : []));
const questions = lesson.steps.flatMap((step) =>
  step.kind === "predict" || step.kind === "quiz" ? [{ kind: step.kind, id: step.question.id }] : [],
);

test("who has taken a lesson gets a report of it, as text, as JSON and as a page", async () => {
  const stateHome = makeFolder("state");
  const home = makeFolder("home-of-the-learner");
  const env = { XDG_STATE_HOME: stateHome, HOME: home };
  await learn(stateHome, lesson);
  const progress = readProgress(stateHome, lesson.id);

  // The lanes of each lab are kept, for their owner alone.
  const lanesFolder = path.join(progressFolder(stateHome), "lanes");
  const kept = readdirSync(lanesFolder).sort();
  expect(kept).toEqual(labs.map(({ id }) => `${lesson.id}.${id}.json`).sort());
  for (const name of kept) {
    const { size, mode } = statSync(path.join(lanesFolder, name));
    expect(size).toBeLessThanOrEqual(64 * 1024);
    expect(mode & 0o777).toBe(0o600);
  }

  const text = await runProgram(["report"], { env });
  expect(text.stderr).toBe("");
  expect(text.code).toBe(0);
  expect(text.stdout).toContain(
    `1 ${lesson.title} (${lesson.steps.length} of ${lesson.steps.length} steps done)`,
  );
  expect(text.stdout).toMatch(/^Lessons +1 of \d+ done$/m);
  expect(text.stdout).toMatch(/sequential +[\d.]+ m?s.*\n +concurrent +[\d.]+ m?s/);
  expect(Math.max(...text.stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  expectPrivate(text.stdout, [stateHome, home]);

  const json = await runProgram(["report", "--json"], { env });
  expect(json).toMatchObject({ code: 0, stderr: "" });
  const report = JSON.parse(json.stdout) as LearnerReport;
  expect(report.version).toBe(1);
  const [first, second] = report.lessons;
  expect([first?.state, second?.state]).toEqual(["done", "new"]);
  expect(first?.predictions.map(({ id }) => id)).toEqual(
    questions.filter(({ kind }) => kind === "predict").map(({ id }) => id),
  );
  for (const { measured, verdict } of first?.predictions ?? []) {
    expect(verdict).toMatch(/^(right|close|wrong)$/);
    expect(measured).toMatch(/\w/);
  }
  expect(first?.answers.map(({ id }) => id)).toEqual(
    questions.filter(({ kind }) => kind === "quiz").map(({ id }) => id),
  );
  // The figures are those that were kept.
  for (const lab of first?.labs ?? []) {
    const record = progress.labs[lab.id];
    expect(lab.variants.map(({ medianMs }) => medianMs)).toEqual(
      record?.variants.map(({ figures }) => figures.wall),
    );
  }
  expectPrivate(json.stdout, [stateHome, home]);

  const folder = makeFolder("page");
  const file = path.join(folder, "report.html");
  writeFileSync(file, "an older one", { mode: 0o640 });
  const page = await runProgram(["report", "--html", "report.html"], { env, cwd: folder });
  expect(page).toMatchObject({ code: 0, stderr: "", stdout: "The report is in report.html.\n" });
  expect(readdirSync(folder)).toEqual(["report.html"]);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  const source = readFileSync(file, "utf8");
  expectPrivate(source, [stateHome, home, folder]);
  expect(source).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\((?!#)|@import|src=|javascript:/i);

  for (const width of [1280, 400]) {
    for (const colours of ["light", "dark"] as const) {
      const opened = await open(file, { width, colours });
      const where = `${width} ${colours}`;
      expect(opened.complaints, where).toEqual([]);
      expect(opened.requests, where).toHaveLength(1);
      expect(await overflowOf(opened.page), where).toBeLessThanOrEqual(0);
      expect(await faintTexts(opened.page), where).toEqual([]);
      const body = await opened.page.innerText("body");
      expect(body).toContain(lesson.title);
      for (const { medianMs } of first?.labs.flatMap(({ variants }) => variants) ?? []) {
        expect(body).toContain(formatMs(medianMs ?? 0));
      }
      const { lanes, empty } = await readLanes(opened.page);
      // Three tasks at least in each of three runs of each lab, and a core or a thread below them.
      expect(lanes, where).toBeGreaterThanOrEqual(labs.length * 3 * (3 + 1));
      expect(empty, where).toEqual([]);
    }
  }

  const reset = await runProgram(["reset", "--yes"], { env });
  expect(reset).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(lanesFolder)).toBe(false);
});

describe("a report", () => {
  test("of somebody who has done nothing says so, in each form", async () => {
    const folder = makeFolder("page");
    const text = await runProgram(["report"]);
    expect(text).toMatchObject({ code: 0, stderr: "" });
    expect(text.stdout).toContain("no lesson has been begun");
    const json = await runProgram(["report", "--json"]);
    expect((JSON.parse(json.stdout) as LearnerReport).lessons.every(({ state }) => state === "new")).toBe(
      true,
    );
    const file = path.join(folder, "a b.html");
    expect(await runProgram(["report", `--html=${file}`])).toMatchObject({ code: 0, stderr: "" });
    const { page, complaints } = await open(file, { width: 400 });
    expect(complaints).toEqual([]);
    expect(await page.innerText("body")).toContain("no lesson has been begun");
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  test("is in German where that is spoken", async () => {
    const folder = makeFolder("page");
    const { stdout } = await runProgram(["report", "--lang", "de"]);
    expect(stdout).toContain("keine Lektion begonnen");
    await runProgram(["report", "--lang", "de", "--html", "r.html"], { cwd: folder });
    const { page } = await open(path.join(folder, "r.html"), { width: 1280 });
    expect(await page.getAttribute("html", "lang")).toBe("de");
  });

  test.each([
    [["--html"], 2, /--html needs a value/],
    [["--html", "--json"], 2, /--html needs a value/],
    [["--html", "a.html", "--json"], 2, /--json and --html can't go together/],
    [["--html", "missing/a.html"], 1, /cannot write missing\/a\.html: ENOENT/],
    [["--html", "folder"], 1, /cannot write folder: .*not a file/],
    [["--html", "/dev/null"], 1, /cannot write \/dev\/null: .*not a file/],
    [["--html", "/proc/a.html"], 1, /cannot write \/proc\/a\.html/],
    [["everything"], 2, /"everything"/],
  ])("%j is refused in one line", async (args, code, wanted) => {
    const cwd = makeFolder("cwd");
    mkdirSync(path.join(cwd, "folder"));
    const ended = await runProgram(["report", ...args], { cwd });
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toMatch(/^learn-concurrency: [^\n]+\n$/);
    expect(ended.stderr).toMatch(wanted);
    expect(ended.code).toBe(code);
    expect(readdirSync(cwd)).toEqual(["folder"]);
  });

  test("written through a link replaces what it leads to, not the link", async () => {
    const cwd = makeFolder("cwd");
    writeFileSync(path.join(cwd, "real.html"), "old");
    symlinkSync("real.html", path.join(cwd, "link.html"));
    expect((await runProgram(["report", "--html", "link.html"], { cwd })).code).toBe(0);
    expect(readFileSync(path.join(cwd, "real.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(readdirSync(cwd).sort()).toEqual(["link.html", "real.html"]);
  });
});
