import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/folders.ts";
import { progressFile, progressFolder, readProgress, writeProgressText } from "../support/progress.ts";
import { flatten } from "../support/screens.ts";
import { cliOf, node } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { openTerminal } from "../support/terminal.ts";
import { go, waitForKind } from "../support/walker.ts";

const escape = "\u001b";

/** One line on standard error, and nothing else. */
async function expectRefusal(
  args: readonly string[],
  code: number,
  ...wanted: readonly (string | RegExp)[]
): Promise<void> {
  const ended = await runProgram(args);
  expect(ended.code).toBe(code);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).toMatch(/^learn-concurrency: [^\n]+\n$/);

  expect(ended.stderr.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  for (const part of wanted) expect(ended.stderr).toMatch(part);
}

describe("a command line that is wrong is told in one line, and ends with 2", () => {
  test.each([
    ["lst", /unknown command "lst".*"list"/],
    ["tutorail", /unknown command "tutorail".*"tutorial"/],
    ["frobnicate", /unknown command "frobnicate"/],
    ["run --taks 3", /unknown option "--taks".*"--tasks"/],
    ["run --frobnicate", /unknown option "--frobnicate"/],
    ["lesson concurent", /unknown lesson "concurent".*"03-concurrent"/],
    ["lesson 99", /unknown lesson "99"/],
    ["lesson", /lesson needs/],
    ["reset 99", /unknown lesson "99"/],
    ["list 3", /"3"/],
    ["compare --approach parallel", /--approach.*run/],
    ["run --tasks 3 --tasks 4", /--tasks.*twice/],
    ["run --tasks", /--tasks needs a value/],
    ["run --live=yes", /--live takes no value/],
  ])("%s", async (line, wanted) => {
    await expectRefusal(line.split(" "), 2, wanted);
  });

  test.each([
    ["--tasks", "0", /1 to 100000/],
    ["--tasks", "100001", /1 to 100000/],
    ["--tasks", "three", /1 to 100000/],
    ["--tasks", "1e3", /1 to 100000/],
    ["--tasks", "2.5", /whole number/],
    ["--tasks", "-1", /1 to 100000/],
    ["--workers", "0", /1 to 1000/],
    ["--workers", "1001", /1 to 1000/],
    ["--task-ms", "-1", /0 to 600000/],
    ["--task-ms", "NaN", /0 to 600000/],
    ["--task-ms", "Infinity", /0 to 600000/],
    ["--repeat", "0", /1 to 1000/],
    ["--repeat", "", /1 to 1000/],
    ["--workload", "disk", /cpu, wait/],
    ["--approach", "magic", /sequential, concurrent, parallel or hybrid/],
  ])("%s %s: names option, value and range", async (option, value, range) => {
    await expectRefusal(["run", option, value], 2, option, JSON.stringify(value), range);
  });
});

describe("a folder of lessons that is none is told in one line, and ends with 2", () => {
  test.each(["--lessons", "list --lessons", "lesson 1 --lessons", "reset 1 --yes --lessons", "check"])(
    "%s",
    async (line) => {
      // Without a terminal the tutorial says that first.
      if (line !== "--lessons") {
        await expectRefusal([...line.split(" "), "/nowhere"], 2, 'there is no folder "/nowhere"');
        await expectRefusal([...line.split(" "), "/etc/passwd"], 2, 'there is no folder "/etc/passwd"');
        await expectRefusal([...line.split(" "), makeFolder("empty")], 2, /has no lessons: folders such as/);
        return;
      }
      const terminal = openTerminal({ args: [line, "/nowhere"] });
      expect((await terminal.exit()).code).toBe(2);
      expect(terminal.text()).toContain('there is no folder "/nowhere"');
    },
  );
});

describe("new lesson writes over nothing", () => {
  test("a name that is none, or a folder that can't be written", async () => {
    const cwd = makeFolder("author");
    await expectRefusal(
      ["new", "lesson", "My Topic"],
      2,
      /found "My Topic", allowed: up to 40 small letters/,
    );
    await expectRefusal(["new", "lesson", "../up"], 2, /found "..\/up"/);
    await expectRefusal(["new", "lesson"], 2, /needs a name/);
    await expectRefusal(["new", "lecture", "a"], 2, /found "lecture", allowed: lesson/);
    await expectRefusal(["new", "lesson", "a", "--lessons", "/proc/none"], 1, "cannot write");
    writeFileSync(path.join(cwd, "99-last"), "");
    await expectRefusal(["new", "lesson", "a", "--lessons", cwd], 2, /has a lesson 99/);
    expect(readdirSync(cwd)).toEqual(["99-last"]);
  });
});

describe("settings of a class that are wrong are told in one line, and end with 2", () => {
  test.each([
    ["{", /learn-concurrency\.json: found .*, allowed: an object, in JSON/],
    ['{ "skiping": false }', /learn-concurrency\.json: found "skiping", allowed: lessons, /],
    ['{ "skipping": 0 }', /learn-concurrency\.json: skipping: found 0, allowed: true or false/],
    ['{ "lessons": ["01-difference", "nix"] }', /lessons\.2: found "nix", allowed: .*01-difference/],
    ['{ "lessonsFolder": "../x" }', /lessonsFolder: found "\.\.\/x", allowed: a folder within this one/],
    ['{ "lessonsFolder": "none" }', /there is no folder "none"/],
  ])("%s", async (text, wanted) => {
    const cwd = makeFolder("class");
    writeFileSync(path.join(cwd, "learn-concurrency.json"), text);
    const ended = await runProgram(["list"], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^learn-concurrency: [^\n]+\n$/);
    expect(ended.stderr).toMatch(wanted);
    // What shows no lessons does not care.
    expect((await runProgram(["--version"], { cwd })).code).toBe(0);
    expect((await runProgram(["help"], { cwd })).code).toBe(0);
  });
});

describe("what is echoed cannot steer the terminal", () => {
  const evil = `${escape}[31mred${escape}]0;title\u0007\u009b2J\r\n\u202eback\u0000`.replace("\u0000", "");

  test.each([
    ["a command", [evil]],
    ["a lesson", ["lesson", evil]],
    ["an option", ["run", `--${evil}`]],
    ["a value", ["run", "--tasks", evil]],
    ["a help topic", ["help", evil]],
    ["a folder of lessons", ["list", "--lessons", evil]],
    ["a folder to check", ["check", evil]],
    ["a new name", ["new", "lesson", evil]],
  ])("%s", async (_what, args) => {
    await expectRefusal(args, 2);
  });

  test("the name of a file", async () => {
    await expectRefusal(["run", "--out", `/nowhere/${evil}`, "--task-ms", "1"], 1, "/nowhere/");
  });
});

describe("a file that cannot be written is told before the work", () => {
  // It would take hours: who waits for the work does not see the end of this test.
  const endless = ["--tasks", "1000", "--task-ms", "600000", "--workload", "wait"];

  test.each([
    ["run", "--out"],
    ["run", "--trace"],
    ["compare", "--out"],
    ["compare", "--trace"],
  ])("%s %s", async (command, option) => {
    const file = path.join(makeFolder("out"), "missing", "result.json");
    await expectRefusal([command, option, file, ...endless], 1, file);
    await expectRefusal([command, option, makeFolder("out"), ...endless], 1, "EISDIR");
  });
});

describe("a progress file that cannot be understood", () => {
  const spoilt = [
    ["broken", '{"version":1,"lessons":{', "broken"],
    ["empty", "", "broken"],
    ["of something else", "[1, 2, 3]", "broken"],
    ["full of nothing", "\u0000".repeat(300), "broken"],
    ["from a newer version", '{"version":99,"lessons":{"01-difference":{}}}', "newer"],
  ] as const;

  test.each(spoilt)(
    "%s: moved aside with the time in its name, told once, and all starts",
    async (_what, text, kind) => {
      const stateHome = makeFolder("state");
      const env = { XDG_STATE_HOME: stateHome };
      writeProgressText(stateHome, text);

      const first = openTerminal({ env });
      const notice = await waitForKind(first, "notice");
      expect(flatten(notice.body)).toMatch(/Your progress file .*It was kept as .*; you start afresh\./);
      await go(first, "enter");
      await waitForKind(first, "home");
      const aside = readdirSync(progressFolder(stateHome)).filter((name) =>
        name.startsWith(`progress.${kind}-`),
      );
      expect(aside).toEqual([expect.stringMatching(/^progress\.\w+-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.json$/)]);
      expect(readFileSync(path.join(progressFolder(stateHome), aside[0] ?? ""), "utf8")).toBe(text);

      // It works: a lesson can be begun, and that is saved.
      first.press("enter");
      await waitForKind(first, "read");
      first.press("q");
      expect((await first.exit()).code).toBe(0);
      expect(readProgress(stateHome, "01-difference").at).not.toBeNull();

      const second = openTerminal({ env });
      await waitForKind(second, "home");
    },
  );

  test("list tells it on standard error and lists all the same", async () => {
    const stateHome = makeFolder("state");
    writeProgressText(stateHome, "{");
    const first = await runProgram(["list"], { env: { XDG_STATE_HOME: stateHome } });
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(/^Your progress file [^\n]*\n$/);
    const second = await runProgram(["list"], { env: { XDG_STATE_HOME: stateHome } });
    expect(second).toEqual({ ...first, stderr: "" });
  });
});

describe("a folder that cannot be written", () => {
  const places = [
    [
      "a file is in the way",
      () => {
        const file = path.join(makeFolder("state"), "file");
        writeFileSync(file, "");
        return file;
      },
    ],
    ["no folder can be made there", () => "/proc/learn-concurrency-test"],
  ] as const;

  test.each(places)("%s: told once, and progress is kept in memory", async (_what, place) => {
    const terminal = openTerminal({ env: { XDG_STATE_HOME: place() } });
    await waitForKind(terminal, "home");
    terminal.press("enter");
    const notice = await waitForKind(terminal, "notice");
    expect(flatten(notice.body)).toContain("can't be saved");
    await go(terminal, "enter");
    await go(terminal, "n");
    // Not told again; and in memory the lesson is begun.
    await go(terminal, "escape");
    const home = await waitForKind(terminal, "home");
    expect(flatten(home.body)).toMatch(/◐ 1 /);
    terminal.press("q");
    expect((await terminal.exit()).code).toBe(0);
    await terminal.allGone();
  });

  test.each(places)("%s: the commands work, and reset fails in words", async (_what, place) => {
    const env = { XDG_STATE_HOME: place() };
    expect((await runProgram(["list"], { env })).code).toBe(0);
    const doctor = await runProgram(["doctor"], { env });
    expect(doctor.code).toBe(0);
    const reset = await runProgram(["reset", "--yes"], { env });
    expect(reset.code).toBe(1);
    expect(reset.stdout).toBe("");
    expect(reset.stderr).toMatch(/^[^\n]*can't be saved[^\n]*\n$/);
  });
});

describe("NO_COLOR, TERM=dumb and CI", () => {
  const surroundings = [
    ["NO_COLOR", { NO_COLOR: "1" }],
    ["TERM=dumb", { TERM: "dumb" }],
    ["CI", { CI: "true" }],
  ] as const;

  describe.each(surroundings)("%s", (_name, env) => {
    test.each(["--help", "list", "doctor", "run --task-ms 5", "compare --task-ms 5 --repeat 1", "lst"])(
      "%s prints plain lines, even to a terminal",
      async (line) => {
        const terminal = openTerminal({ args: line.split(" "), env });
        await terminal.exit();
        // What the test's own shell reports is a sequence too.

        const own = terminal.output().replaceAll(/\u001b\]7770;[^\u0007]*\u0007/g, "");
        expect(own).not.toContain(escape);
        expect(terminal.hasStyle()).toBe(false);
      },
    );
  });

  test.each([
    ["TERM=dumb", { TERM: "dumb" }],
    ["CI", { CI: "true" }],
  ])("%s: the tutorial says that it can't draw; --live measures without drawing", async (_name, env) => {
    const tutorial = openTerminal({ env });
    expect((await tutorial.exit()).code).toBe(2);
    expect(tutorial.text()).toContain("can't draw here");
    expect(tutorial.output().replaceAll(/\u001b\]7770;[^\u0007]*\u0007/g, "")).not.toContain(escape);
    const live = openTerminal({ args: ["run", "--task-ms", "5", "--live"], env });
    expect((await live.exit()).code).toBe(0);
    expect(live.text()).toContain("measuring without drawing");
    expect(live.output().replaceAll(/\u001b\]7770;[^\u0007]*\u0007/g, "")).not.toContain(escape);
  });

  test("that does not know its size is taken for one of 80x24", async () => {
    const sizeless = ["/bin/sh", "-c", 'stty cols 0 rows 0; exec "$@"', "sh", node, cliOf()];
    const live = openTerminal({ command: [...sizeless, "run", "--task-ms", "5", "--live"] });
    expect((await live.exit()).code).toBe(0);
    expect(live.text()).toContain("core");
    const tutorial = openTerminal({ command: sizeless });
    await tutorial.waitFor(/What's the difference/, "the list of lessons");
    tutorial.press("q");
    expect((await tutorial.exit()).code).toBe(0);
  });

  test.each([
    ["NO_COLOR", { NO_COLOR: "1" }, []],
    ["--no-color", {}, ["--no-color"]],
  ])("%s: the tutorial has no colour", async (_name, env, args) => {
    const terminal = openTerminal({ env, args });
    await waitForKind(terminal, "home");
    expect(terminal.hasStyle()).toBe(false);
    await go(terminal, "enter");
    expect(terminal.hasStyle()).toBe(false);
  });

  test("without them it has", async () => {
    const terminal = openTerminal();
    await waitForKind(terminal, "home");
    expect(terminal.hasStyle()).toBe(true);
  });

  test("an empty NO_COLOR, and CI=false, mean nothing", async () => {
    const terminal = openTerminal({ env: { NO_COLOR: "", CI: "false" } });
    await waitForKind(terminal, "home");
    expect(terminal.hasStyle()).toBe(true);
  });
});

test("progressFile is where the program keeps it", async () => {
  const stateHome = makeFolder("state");
  const terminal = openTerminal({ env: { XDG_STATE_HOME: stateHome } });
  await waitForKind(terminal, "home");
  terminal.press("enter");
  await waitForKind(terminal, "read");
  terminal.press("q");
  await terminal.exit();
  expect(JSON.parse(readFileSync(progressFile(stateHome), "utf8"))).toMatchObject({ version: 1 });
});
