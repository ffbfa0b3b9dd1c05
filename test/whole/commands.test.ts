import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { LessonProgress, ProgressDocument } from "../../src/progress/document.ts";
import { makeFolder, makeFolderWithoutPython } from "../support/folders.ts";
import { progressFile, writeProgressText } from "../support/progress.ts";
import { cliOf, node, readLessons } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { openTerminal, printedBefore } from "../support/terminal.ts";

const lessons = readLessons(inject("packageFolder"));
const escape = "\u001b";

/** What was printed has ended well, and is nothing but plain lines. */
function expectPlain({ code, stdout, stderr }: Awaited<ReturnType<typeof runProgram>>): void {
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).not.toContain(escape);
  expect(stdout.endsWith("\n")).toBe(true);
}

describe("without a terminal", () => {
  test("--version tells the version of the package", async () => {
    const file = path.join(inject("packageFolder"), "package.json");
    const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
    for (const option of ["--version", "-v"]) {
      const ended = await runProgram([option]);
      expectPlain(ended);
      expect(ended.stdout).toBe(`${version}\n`);
    }
  });

  test.each([
    [["--help"], /Usage: learn-concurrency/],
    [["help"], /Usage: learn-concurrency/],
    [["run", "--help"], /--approach/],
    [["help", "compare"], /--repeat/],
    [["-h"], /doctor/],
  ])("%j shows help that fits 80 columns", async (args, wanted) => {
    const ended = await runProgram(args);
    expectPlain(ended);
    expect(ended.stdout).toMatch(wanted);
    expect(Math.max(...ended.stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test("list shows every lesson, one a line", async () => {
    const ended = await runProgram(["list"]);
    expectPlain(ended);
    const lines = ended.stdout.trim().split("\n");
    expect(lines).toHaveLength(lessons.length);
    for (const [index, { id, title }] of lessons.entries()) {
      expect(lines[index]).toContain(id);
      expect(lines[index]).toContain(title);
    }
  });

  test.each([["run"], ["compare"]])(
    "%s --workload python is Node where there is no Python, and says so in one line",
    async (command) => {
      const bin = makeFolderWithoutPython();
      const args = [command, "--workload", "python", "--size", "1000", "--json"];
      const { code, stdout, stderr } = await runProgram(args, { env: { PATH: bin } });
      expect(code).toBe(0);
      expect(stderr.trimEnd().split("\n")).toEqual([
        "learn-concurrency: python3 was not found: measuring the same program in Node. " +
          "To get Python: the package python3 of your system, or https://www.python.org/downloads/",
      ]);
      expect(stdout).toContain('"language": "node"');
      expect(stdout).not.toContain('"language": "python"');
    },
  );

  test("doctor tells of machine, terminal and progress, and what to do", async () => {
    const ended = await runProgram(["doctor"]);
    expectPlain(ended);
    for (const what of ["CPU", "cores", "Node", "Python", "terminal", "progress"]) {
      expect(ended.stdout).toMatch(new RegExp(`^${what}`, "m"));
    }
    expect(ended.stdout).toMatch(/-> .*run, compare, list and doctor/);
  });

  test.each(["", "tutorial", "lesson 1"])("the tutorial (%s) says which commands work", async (line) => {
    const { code, stdout, stderr } = await runProgram(line === "" ? [] : line.split(" "));
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^[^\n]*terminal[^\n]*run, compare, list, doctor[^\n]*\n$/);
  });
});

describe("with a terminal for one of input and output only", () => {
  test.each([
    ["input", "</dev/null"],
    ["output", ">copy"],
  ])("where %s is none, the tutorial says so, in one line", async (_what, redirection) => {
    const terminal = openTerminal({
      command: ["/bin/sh", "-c", `"$0" "$@" ${redirection}`, node],
      args: [cliOf()],
    });
    const { code, state } = await terminal.exit();
    const before = await terminal.before();
    expect(code).toBe(2);
    expect(state.modes).toEqual(before.modes);
    expect(state.line).toBe(before.line);
    expect(terminal.text()).toContain("the tutorial needs a terminal for both input and output");
  });
});

describe("a reader that has gone", () => {
  test.each([
    ["--help"],
    ["list"],
    ["doctor"],
    ["report"],
    ["report --json"],
    ["run --task-ms 1"],
    ["compare --task-ms 1 --json"],
  ])("%s ends without a word", async (line) => {
    const { code, stderr } = await runProgram(line.split(" "), { closedOutput: true });
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  test("`| head -1` gets its line", async () => {
    const terminal = openTerminal({
      command: ["/bin/sh", "-c", '"$0" "$@" | head -n 1', node],
      args: [cliOf(), "--help"],
    });
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.state().mainScreen).toEqual([...printedBefore, expect.stringMatching(/^Learn/)]);
  });
});

describe("reset", () => {
  const begun = (step: string): LessonProgress => {
    return { steps: [step], at: null, answers: {}, predictions: {}, labs: {}, best: {} };
  };
  /** Progress in the first two lessons. */
  const makeProgress = () => {
    const stateHome = makeFolder("state");
    const [first, second] = lessons.map(({ id, steps }) => [id, begun(steps[0]?.id ?? "")] as const);
    const document = { version: 1, lessons: Object.fromEntries([first ?? [], second ?? []]) as object };
    writeProgressText(stateHome, JSON.stringify(document));
    return stateHome;
  };
  const lessonsIn = (stateHome: string) =>
    Object.keys((JSON.parse(readFileSync(progressFile(stateHome), "utf8")) as ProgressDocument).lessons);
  const [one = "", two = ""] = lessons.map(({ id }) => id);

  test("--yes forgets all lessons, or one, without asking", async () => {
    const stateHome = makeProgress();
    const env = { XDG_STATE_HOME: stateHome };
    expectPlain(await runProgram(["reset", "1", "--yes"], { env }));
    expect(lessonsIn(stateHome)).toEqual([two]);
    expectPlain(await runProgram(["reset", "--yes"], { env }));
    expect(lessonsIn(stateHome)).toEqual([]);
  });

  test("asks first, and without a terminal does nothing", async () => {
    const stateHome = makeProgress();
    const ended = await runProgram(["reset"], { env: { XDG_STATE_HOME: stateHome }, input: "y\n" });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^learn-concurrency: [^\n]*--yes[^\n]*\n$/);
    expect(lessonsIn(stateHome)).toEqual([one, two]);
  });

  test.each([
    ["y", ["y", "enter"], [two], 0],
    ["yes", ["yes", "enter"], [two], 0],
    ["n", ["n", "enter"], [one, two], 0],
    ["Enter alone", ["enter"], [one, two], 0],
    ["something else", ["you", "enter"], [one, two], 0],
    ["Ctrl-D", ["\u0004"], [one, two], 0],
    ["Ctrl-C", ["ctrlC"], [one, two], 130],
  ])("in a terminal, after the answer %s", async (_answer, keys, left, expectedCode) => {
    const stateHome = makeProgress();
    const terminal = openTerminal({ args: ["reset", "1"], env: { XDG_STATE_HOME: stateHome } });
    await terminal.waitFor("[y/N]");
    terminal.press(...keys);
    const { code, state } = await terminal.exit();
    const before = await terminal.before();
    expect(code).toBe(expectedCode);
    expect(state.modes).toEqual(before.modes);
    expect(state.line).toBe(before.line);
    expect(state.cursor.column).toBe(0);
    expect(lessonsIn(stateHome)).toEqual(left);
    // On a line of its own, below the question.
    const said = left.length === 1 ? /^Progress in .* is forgotten\.$/ : /^Nothing was changed\.$/;
    if (code === 0) expect(state.mainScreen.at(-1)).toMatch(said);
    await terminal.allGone();
  });
});
