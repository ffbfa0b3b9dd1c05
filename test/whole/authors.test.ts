/** Lessons of somebody's own: written, checked, taken; and the settings of a class. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { ProgressDocument } from "../../src/progress/document.ts";
import { makeFolder } from "../support/folders.ts";
import { progressFolder } from "../support/progress.ts";
import { runProgram } from "../support/run-program.ts";
import { flatten } from "../support/screens.ts";
import { openTerminal } from "../support/terminal.ts";
import { go, runLab, waitForKind } from "../support/walker.ts";

const folder = "my lessons";

/** A folder with one lesson as `new lesson` writes it. */
async function writeLessons(language = "en"): Promise<string> {
  const cwd = makeFolder("author");
  const args = ["new", "lesson", "my-topic", "--lessons", folder, "--lang", language];
  const written = await runProgram(args, { cwd });
  expect(written).toMatchObject({ code: 0, stderr: "" });
  return cwd;
}

/** What is kept of each folder's lessons: ids by the name of the folder that it is kept in. */
function keptIn(stateHome: string): Record<string, string[]> {
  const state = progressFolder(stateHome);
  const files = readdirSync(state, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("progress.json"),
  );
  return Object.fromEntries(
    files.map((file) => {
      const { lessons } = JSON.parse(readFileSync(path.join(state, file), "utf8")) as ProgressDocument;
      return [path.dirname(file), Object.keys(lessons)];
    }),
  );
}

test.each(["en", "de"])(
  "a new lesson (%s) says what was written, passes its check, and comes after the last",
  async (language) => {
    const cwd = await writeLessons(language);
    const checked = await runProgram(["check", folder, "--json"], { cwd });
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(checked.stdout)).toEqual({ folder, lessons: 1, problems: [] });

    const second = await runProgram(["new", "lesson", "another", "--lessons", folder], { cwd });
    expect(second).toMatchObject({ code: 0, stderr: "" });
    const lines = second.stdout.trimEnd().split("\n");
    expect(lines).toEqual([
      "wrote my lessons/02-another/lesson.md",
      "wrote my lessons/02-another/one-by-one.mjs",
      "wrote my lessons/02-another/all-at-once.mjs",
      "To check it, and to take it:",
      "  learn-concurrency check 'my lessons'",
      "  learn-concurrency lesson 2 --lessons 'my lessons'",
    ]);
    const listed = await runProgram(["list", "--lessons", folder], { cwd });
    expect(
      listed.stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 11)),
    ).toEqual(["01-my-topic", "02-another "]);
  },
);

test("it is taken by keys, and progress in it is kept apart from that in our lessons", async () => {
  const cwd = await writeLessons();
  const stateHome = makeFolder("state");
  const env = { XDG_STATE_HOME: stateHome };
  const terminal = openTerminal({ args: ["lesson", "1", "--lessons", folder], cwd, env });
  expect((await waitForKind(terminal, "read")).title).toMatch(/^1 My topic/);
  await go(terminal, "enter");
  await waitForKind(terminal, "predict");
  expect((await go(terminal, "enter")).kind).toBe("lab-ready");
  // The code on the screen is that of the folder, and it is what runs.
  await terminal.waitFor("One at a time.");
  await runLab(terminal);
  const found = await go(terminal, "enter");
  expect(flatten(found.body)).toMatch(/One after another took [\d.,]+ ms, all at once [\d.,]+ ms\. That is/);
  await go(terminal, "enter");
  await waitForKind(terminal, "quiz");
  expect((await go(terminal, "enter")).kind).toBe("answered");
  expect((await go(terminal, "enter")).kind).toBe("end");
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);

  const kept = keptIn(stateHome);
  expect(Object.values(kept)).toEqual([["01-my-topic"]]);
  expect(Object.keys(kept)[0]).toMatch(/^lessons-[0-9a-f]{16}$/);
  const mine = await runProgram(["list", "--lessons", `${folder}/`], { cwd, env });
  expect(mine.stdout).toBe("01-my-topic  My topic (done)\n");
  expect((await runProgram(["list"], { cwd, env })).stdout).not.toContain("done");

  const forgotten = await runProgram(["reset", "1", "--yes", "--lessons", folder], { cwd, env });
  expect(forgotten).toMatchObject({
    code: 0,
    stdout: "Progress in lesson 01-my-topic (My topic) is forgotten.\n",
  });
  expect(Object.values(keptIn(stateHome))).toEqual([[]]);
});

test("problems of a folder are all told, and its lessons are not opened", async () => {
  const cwd = await writeLessons();
  await runProgram(["new", "lesson", "another", "--lessons", folder], { cwd });
  const file = path.join(cwd, folder, "01-my-topic/lesson.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("workload: wait", "workload: nap"));
  rmSync(path.join(cwd, folder, "02-another/one-by-one.mjs"));
  const wanted: readonly unknown[] = [
    expect.stringMatching(
      /^my lessons\/01-my-topic\/lesson\.md:\d+: lab\.workload: found "nap", allowed: cpu, wait, /,
    ),
    expect.stringMatching(
      /^my lessons\/02-another\/lesson\.md:\d+: lab\.code\.sequential: found "one-by-one\.mjs", allowed: /,
    ),
  ];
  const listed = await runProgram(["list", "--lessons", folder], { cwd });
  expect(listed).toMatchObject({ code: 1, stdout: "" });
  expect(listed.stderr.trimEnd().split("\n")).toEqual([
    ...wanted,
    'learn-concurrency: 2 problems in "my lessons": its lessons were not opened',
  ]);
  const terminal = openTerminal({ args: ["--lessons", folder], cwd });
  expect((await terminal.exit()).code).toBe(1);
  expect(terminal.text()).toContain("its lessons were not opened");
  expect(terminal.state().modes).toEqual((await terminal.before()).modes);

  const checked = await runProgram(["check", folder], { cwd });
  expect(checked).toMatchObject({ code: 1, stderr: "" });
  expect(checked.stdout.trimEnd().split("\n")).toEqual([...wanted, "2 problems in 2 lessons."]);
  const asData = await runProgram(["check", folder, "--json"], { cwd });
  expect(asData).toMatchObject({ code: 1, stderr: "" });
  expect(JSON.parse(asData.stdout)).toMatchObject({
    lessons: 2,
    problems: [{ field: "lab.workload", found: '"nap"' }, { field: "lab.code.sequential" }],
  });
});

test("check looks at our own lessons, and they have no problems", async () => {
  const ended = await runProgram(["check"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toMatch(/^\d+ lessons, no problems\.\n$/);
});

describe("in a class", () => {
  const classOf = (settings: object) => {
    const cwd = makeFolder("class");
    writeFileSync(path.join(cwd, "learn-concurrency.json"), JSON.stringify(settings));
    return cwd;
  };

  test("only its lessons are there, in the order of the program", async () => {
    const cwd = classOf({ lessons: ["03-concurrent", "01-difference"] });
    const listed = await runProgram(["list"], { cwd });
    expect(
      listed.stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 13)),
    ).toEqual(["01-difference", "03-concurrent"]);
    const other = await runProgram(["lesson", "2"], { cwd });
    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(other.stderr).toMatch(/^learn-concurrency: unknown lesson "2"/);
    const terminal = openTerminal({ cwd });
    const home = await waitForKind(terminal, "home");
    expect(flatten(home.body)).toMatch(/ 1 What's the difference\? .* 3 Concurrent/);
    expect(flatten(home.body)).not.toContain("2 Sequential");
  });

  test("nothing is passed over where that is not allowed", async () => {
    const cwd = classOf({ skipping: false });
    const terminal = openTerminal({ args: ["lesson", "1"], cwd });
    await waitForKind(terminal, "read");
    const predict = await go(terminal, "n");
    expect(predict.kind).toBe("predict");
    terminal.press("n");
    const notice = await waitForKind(terminal, "notice");
    expect(flatten(notice.body)).toContain(
      "In this class nothing is passed over: make your prediction first.",
    );
    terminal.press("enter");
    expect((await waitForKind(terminal, "predict")).position).toBe(predict.position);
    expect((await go(terminal, "enter")).kind).toBe("lab-ready");
  });

  test("its lessons may be in a folder beside the settings", async () => {
    const cwd = classOf({ lessonsFolder: "ours" });
    cpSync(
      path.join(inject("packageFolder"), "lessons/02-sequential"),
      path.join(cwd, "ours/02-sequential"),
      {
        recursive: true,
      },
    );
    const listed = await runProgram(["list"], { cwd });
    expect(listed.stdout).toMatch(/^02-sequential [^\n]*\n$/);
    // What is named on the command line comes first.
    mkdirSync(path.join(cwd, "other"));
    const other = await runProgram(["list", "--lessons", "other"], { cwd });
    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(other.stderr).toMatch(/^learn-concurrency: "other" has no lessons: [^\n]*\n$/);
  });
});
