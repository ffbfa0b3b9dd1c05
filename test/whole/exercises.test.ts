/** Exercises as a learner does them: files written, saved by an editor, checked at each save. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Exercise } from "../../src/exercises/model.ts";
import { makeFolder } from "../support/folders.ts";
import { cliOf } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const exercises = JSON.parse(
  readFileSync(path.join(path.dirname(cliOf()), "exercises.json"), "utf8"),
) as readonly Exercise[];
const first = exercises[0] as Exercise;

async function init() {
  const folder = makeFolder("exercises");
  const state = makeFolder("state");
  const env = { XDG_STATE_HOME: state };
  const ended = await runProgram(["exercises", "init", "mine"], { cwd: folder, env });
  expect(ended.code).toBe(0);
  return { folder: path.join(folder, "mine"), env };
}
const fileOf = (folder: string, { order, id }: Exercise) =>
  path.join(folder, `${String(order).padStart(2, "0")}-${id}`, "start.ts");
const solutionOf = ({ solution }: Exercise) => solution["start.ts"] ?? "";

describe("without a screen", () => {
  test("init writes every exercise and never over what is there", async () => {
    const { folder, env } = await init();
    for (const exercise of exercises) expect(existsSync(fileOf(folder, exercise))).toBe(true);
    writeFileSync(fileOf(folder, first), "// mine\n");
    const again = await runProgram(["exercises", "init", "."], { cwd: folder, env });
    expect(again.stdout).toContain("start.ts");
    expect(readFileSync(fileOf(folder, first), "utf8")).toBe("// mine\n");
  });

  test("verify ends with 1 for the start and with 0 for the solution, and list tells", async () => {
    const { folder, env } = await init();
    const before = await runProgram(["exercises", "verify", first.id], { cwd: folder, env });
    expect(before.code).toBe(1);
    expect(before.stdout).toContain("not yet");
    writeFileSync(fileOf(folder, first), solutionOf(first));
    const after = await runProgram(["exercises", "verify", first.id, "--json"], { cwd: folder, env });
    expect(after.code).toBe(0);
    const told = JSON.parse(after.stdout) as { passed: number; exercises: { outcome: string }[] };
    expect(told).toMatchObject({
      version: 1,
      passed: 1,
      of: 1,
      exercises: [{ outcome: "passed", typeErrors: [] }],
    });
    const listed = await runProgram(["exercises", "list"], { cwd: folder, env });
    expect(listed.stdout.split("\n").find((line) => line.includes(first.id))).toContain("passed");
  });

  test("reset puts the file back and keeps the learner's beside it", async () => {
    const { folder, env } = await init();
    writeFileSync(fileOf(folder, first), "// mine\n");
    const ended = await runProgram(["exercises", "reset", first.id], { cwd: folder, env });
    expect(ended.code).toBe(0);
    expect(readFileSync(fileOf(folder, first), "utf8")).toBe(first.start["start.ts"]);
    expect(readFileSync(`${fileOf(folder, first)}.1.old`, "utf8")).toBe("// mine\n");
  });

  test("hints come one at a time", async () => {
    const { folder, env } = await init();
    for (const number of [1, 2, 3, 3]) {
      const { stdout } = await runProgram(["exercises", "hint", first.id], { cwd: folder, env });
      expect(stdout).toContain(`Hint ${number} of 3`);
    }
  });

  test.each(["list", "verify"])("%s where there are no exercises says how to get them", async (action) => {
    const ended = await runProgram(["exercises", action], { cwd: makeFolder("empty") });
    expect(`${ended.stdout}${ended.stderr}`).toContain("exercises init");
    expect(ended.code).toBe(action === "list" ? 0 : 1);
  });
});

describe("the screen", () => {
  const open = async (env: Readonly<Record<string, string>> = {}) => {
    const made = await init();
    const terminal = openTerminal({ args: ["exercises"], cwd: made.folder, env: { ...made.env, ...env } });
    await terminal.waitFor("Not yet.");
    return { ...made, terminal };
  };
  const leave = async (terminal: Terminal) => {
    terminal.press("q");
    expect((await terminal.exit()).code).toBe(0);
    await terminal.allGone();
  };

  test("checks what is there, and again at each save, however the editor saves", async () => {
    const { folder, terminal } = await open();
    const file = fileOf(folder, first);
    expect(terminal.text()).toContain("request 1");
    // Half of a file, then the rest of it, as slow editors write.
    writeFileSync(file, solutionOf(first).slice(0, 40));
    writeFileSync(file, solutionOf(first));
    await terminal.waitFor("Passed.");
    // Into another file that takes its place, as careful editors do.
    writeFileSync(`${file}~`, "export default () => { throw new Error('no beans'); };\n");
    renameSync(`${file}~`, file);
    await terminal.waitFor("no beans");
    expect(terminal.text()).toContain("start.ts:1");
    writeFileSync(file, "export default async () => {{\n");
    await terminal.waitFor(/start\.ts:\d+: this is no TypeScript/);
    await leave(terminal);
  });

  test("lives on when the file is gone, empty, or no text", async () => {
    const { folder, terminal } = await open();
    const file = fileOf(folder, first);
    renameSync(file, `${file}.away`);
    await terminal.waitFor("is not there");
    writeFileSync(file, "");
    await terminal.waitFor("the file is empty");
    writeFileSync(file, Buffer.from([0x80, 0, 0xff, 0xfe]));
    await terminal.waitFor("this is not text");
    await leave(terminal);
  });

  test("opens the learner's editor, and has its terminal back afterwards", async () => {
    const bin = makeFolder("bin");
    const editor = path.join(bin, "editor");
    const solution = path.join(bin, "solution.ts");
    writeFileSync(solution, solutionOf(first));
    writeFileSync(editor, `#!/bin/sh\nprintf 'EDITOR HERE '; read -r line; cp "${solution}" "$1"\n`);
    chmodSync(editor, 0o755);
    const { terminal } = await open({ VISUAL: editor });
    terminal.press("e");
    await terminal.waitFor("EDITOR HERE");
    terminal.type("\r");
    await terminal.waitFor("Passed.");
    await leave(terminal);
  });

  test("shows hints, then the solution with both runs; the next exercise; the list", async () => {
    const { terminal } = await open();
    terminal.press("h", "h", "h");
    await terminal.waitFor("Hint 3 of 3");
    terminal.press("s");
    await terminal.waitFor("the solution: start.ts");
    terminal.press("s");
    await terminal.waitFor("a run of the solution");
    // Together with the next key, Escape would be read as Alt.
    terminal.press("escape");
    await terminal.waitFor("Not yet.");
    terminal.press("n");
    await terminal.waitFor((exercises[1] as Exercise).title);
    terminal.press("l");
    await terminal.waitFor((exercises[2] as Exercise).title);
    await leave(terminal);
  });

  test("Ctrl-C during a check leaves no process and no folder behind", async () => {
    const temporary = makeFolder("temporary");
    const { folder, terminal } = await open({ TMPDIR: temporary });
    writeFileSync(fileOf(folder, first), "export default () => { for (;;); };\n");
    await terminal.waitFor("checking");
    terminal.press("ctrlC");
    expect((await terminal.exit()).code).toBe(130);
    await terminal.allGone();
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("of somebody's own", () => {
  test("a new exercise passes its check, and is done like ours", async () => {
    const cwd = makeFolder("author");
    const env = { XDG_STATE_HOME: makeFolder("state") };
    const run = (...args: string[]) => runProgram(args, { cwd, env });
    expect((await run("new", "exercise", "my-task", "--lessons", "mine")).code).toBe(2);
    expect((await run("new", "lesson", "my-topic", "--lessons", "mine")).code).toBe(0);
    expect((await run("new", "exercise", "my-task", "--lessons", "mine")).code).toBe(0);
    const checked = await run("check", "mine");
    expect(checked.stdout).toContain("no problems");
    expect(checked.code).toBe(0);

    expect((await run("exercises", "init", "--lessons", "mine")).code).toBe(0);
    const verified = await run("exercises", "verify", "my-task", "--lessons", "mine");
    expect(verified.stdout).toContain("my-task: not yet");
    const source = path.join(cwd, "mine/01-my-topic/exercises/my-task");
    copyFileSync(
      path.join(source, "solution.ts"),
      path.join(cwd, "concurrency-exercises/01-my-task/start.ts"),
    );
    expect((await run("exercises", "verify", "--lessons", "mine")).code).toBe(0);
    // The folder knows which lessons it is from.
    expect((await run("exercises", "verify", "my-task")).code).toBe(0);
    expect((await run("exercises", "list")).stdout.trim().split("\n")).toHaveLength(1);
    const reported = await run("report");
    expect(reported.stdout).toContain("my-task");

    // A start that passes and a solution that does not are no exercise.
    copyFileSync(path.join(source, "solution.ts"), path.join(source, "start.ts"));
    const broken = await run("check", "mine");
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/my-task\/start\.ts:1: start: found passed, allowed: not-yet/);
    writeFileSync(path.join(source, "check.ts"), 'export default { title: "x", order: wrong() };\n');
    const unread = await run("check", "mine");
    expect(unread.stdout).toMatch(/my-task\/check\.ts:1: /);
  });

  test("a class sees the exercises that it is given, and no solutions", async () => {
    const { folder, env } = await init();
    const settings = { exercises: [first.id], solutions: false };
    writeFileSync(path.join(folder, "learn-concurrency.json"), JSON.stringify(settings));
    const listed = await runProgram(["exercises", "list"], { cwd: folder, env });
    expect(listed.stdout.trim().split("\n")).toHaveLength(1);
    const solution = await runProgram(["exercises", "solution", first.id], { cwd: folder, env });
    expect(solution).toMatchObject({ code: 1, stdout: "" });
    const other = await runProgram(["exercises", "hint", (exercises[1] as Exercise).id], {
      cwd: folder,
      env,
    });
    expect(other.code).toBe(2);
    writeFileSync(path.join(folder, "learn-concurrency.json"), '{ "exercises": ["nothing-like-it"] }');
    const refused = await runProgram(["exercises", "list"], { cwd: folder, env });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("nothing-like-it");
  });
});
