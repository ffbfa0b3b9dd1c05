import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/lessons/model.ts";
import { plainModes } from "../support/emulator.ts";
import { cliOf, copyPackage, node } from "../support/program.ts";
import { flatten } from "../support/screens.ts";
import { openTerminal, printedBefore, type Terminal } from "../support/terminal.ts";
import { openAtStep, screenKinds, tours } from "../support/tour.ts";
import { go, runLab, waitForKind, waitForScreen } from "../support/walker.ts";

/** The terminal is as it was, at the moment when the shell has it again; and nothing of the program is left. */
async function expectEnd(terminal: Terminal, code: number): Promise<void> {
  const before = await terminal.before();
  const ended = await terminal.exit();
  expect(ended).toEqual({ code, state: before });
  await terminal.allGone();
}

describe.each(screenKinds)("on the screen %s", (kind) => {
  test("the terminal is the program's own while it runs", async () => {
    const terminal = await tours[kind]();
    const before = await terminal.before();
    expect(terminal.modes()).toMatchObject({ alternateScreen: true, cursorVisible: false });
    expect(terminal.line()).not.toBe(before.line);
    expect(terminal.processes().length).toBeGreaterThan(0);
  });

  test("Ctrl-C ends the program with 130 and puts the terminal back", async () => {
    const terminal = await tours[kind]();
    terminal.press("ctrlC");
    await expectEnd(terminal, 130);
  });

  test("q ends the program with 0 and puts the terminal back", async () => {
    const terminal = await tours[kind]();
    terminal.press("q");
    await expectEnd(terminal, 0);
  });
});

describe.each(["help", "lab-running"] as const)("on the screen %s", (kind) => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends the program with %i and puts the terminal back", async (signal, code) => {
    const terminal = await tours[kind]();
    terminal.signal(signal);
    await expectEnd(terminal, code);
  });

  test.each([
    ["SIGKILL", 137],
    ["SIGABRT", 134],
  ] as const)("%s leaves no time for anything, and still the terminal is put back", async (signal, code) => {
    const terminal = await tours[kind]();
    const before = await terminal.before();
    terminal.signal(signal);
    expect((await terminal.exit()).code).toBe(code);
    await expectWatched(terminal, before);
  });

  test("closing the window leaves no process behind", async () => {
    const terminal = await tours[kind]();
    expect(terminal.processes().length).toBeGreaterThan(0);
    terminal.closeWindow();
    await terminal.allGone();
  });
});

/** The watcher puts the terminal back when the program could not; what the shell says meanwhile may stand there. */
async function expectWatched(
  terminal: Terminal,
  before: Awaited<ReturnType<Terminal["before"]>>,
): Promise<void> {
  await terminal.waitFor(() => !terminal.modes().alternateScreen, "the main screen");
  await terminal.allGone();
  await terminal.quiet();
  const { modes, line, mainScreen } = terminal.state();
  expect(modes).toEqual(plainModes);
  expect(line).toBe(before.line);
  expect(mainScreen.slice(0, printedBefore.length)).toEqual(printedBefore);
}

describe("before the first frame", () => {
  test("Ctrl-C ends the program with 130", async () => {
    const terminal = openTerminal();
    await terminal.started();
    terminal.press("ctrlC");
    expect((await terminal.exit()).code).toBe(130);
    await terminal.allGone();
    expect(terminal.state().modes).toEqual(plainModes);
    expect(terminal.state().line).toBe((await terminal.before()).line);
  });

  test("keys are neither lost nor echoed into the frame", async () => {
    const terminal = openTerminal();
    await terminal.before();
    terminal.press("j", "j");
    await waitForScreen(
      terminal,
      ({ kind, body }) => kind === "home" && body.some((row) => /▶ \S+ 3 /.test(row)),
      "the cursor on lesson 3",
    );
  });
});

test("SIGKILL at the very first frame leaves the terminal as it was", async () => {
  for (let round = 0; round < 5; round++) {
    const terminal = openTerminal();
    const before = await terminal.before();
    await terminal.waitFor(/Enter/);
    terminal.signal("SIGKILL");
    expect((await terminal.exit()).code).toBe(137);
    await expectWatched(terminal, before);
  }
});

describe("without the alternate screen", () => {
  test.each([
    ["ctrlC", 130],
    ["q", 0],
  ] as const)("%s leaves what the shell printed, and the modes as they were", async (key, code) => {
    const terminal = openTerminal({ args: ["--inline"] });
    await terminal.waitFor("Enter open");
    expect(terminal.modes().alternateScreen).toBe(false);
    terminal.press(key);
    const { state, code: found } = await terminal.exit();
    expect(found).toBe(code);
    expect(state.modes).toEqual(plainModes);
    expect(state.line).toBe((await terminal.before()).line);
    expect(state.mainScreen.slice(0, printedBefore.length)).toEqual(printedBefore);
    // The shell goes on below the last frame, on a line of its own.
    expect(state.cursor.column).toBe(0);
    await terminal.allGone();
  });
});

describe("a throw in a view", () => {
  /** A package whose second lesson has a step that can't be drawn. */
  const breakLesson = () => {
    const folder = copyPackage();
    const file = path.join(folder, "dist/lessons.json");
    const lessons = JSON.parse(readFileSync(file, "utf8")) as Lesson[];
    const broken = lessons.map((lesson, index) =>
      index === 1 ? { ...lesson, steps: lesson.steps.map((step) => ({ ...step, body: undefined })) } : lesson,
    );
    writeFileSync(file, JSON.stringify(broken));
    return folder;
  };
  const expectCrash = async (terminal: Terminal) => {
    const before = await terminal.before();
    const { code, state } = await terminal.exit();
    expect(code).toBe(1);
    expect(state.modes).toEqual(plainModes);
    expect(state.line).toBe(before.line);
    expect(state.mainScreen.slice(0, printedBefore.length)).toEqual(printedBefore);
    expect(state.mainScreen[printedBefore.length]).toMatch(/^learn-concurrency: .*went wrong/);
    expect(flatten(state.mainScreen)).toContain("TypeError");
    await terminal.allGone();
  };

  test("in the first frame ends the program with 1, a message, and the terminal put back", async () => {
    await expectCrash(openTerminal({ command: [node, cliOf(breakLesson())], args: ["lesson", "2"] }));
  });

  test("after a key ends the program with 1, a message, and the terminal put back", async () => {
    const terminal = openTerminal({ command: [node, cliOf(breakLesson())] });
    await waitForKind(terminal, "home");
    terminal.press("2", "enter");
    await expectCrash(terminal);
  });
});

describe("a worker that dies", () => {
  const codeFile = "lessons/02-sequential/read-mails.js";
  const openWith = async (code: string) => {
    const packageFolder = copyPackage();
    const file = path.join(packageFolder, codeFile);
    const good = readFileSync(file, "utf8");
    writeFileSync(file, code);
    const terminal = openAtStep("lab", { packageFolder });
    await waitForKind(terminal, "lab-ready");
    return { terminal, mend: () => writeFileSync(file, good) };
  };

  test.each([
    ["throws", 'throw new Error("no mail today");', /no mail today/],
    ["rejects", 'export default async () => { throw new Error("no mail today"); };', /no mail today/],
    ["leaves", "export default async () => process.exit(3);", /3/],
    ["is not JavaScript", "export default async (", /SyntaxError|Unexpected/],
  ])("because its code %s: says why, and the next run works", async (_what, code, reason) => {
    const { terminal, mend } = await openWith(code);
    terminal.press("enter");
    const failed = await waitForScreen(
      terminal,
      ({ body }) => flatten(body).includes("run failed"),
      "a word on the failure",
    );
    expect(flatten(failed.body)).toMatch(reason);
    mend();
    await runLab(terminal);
    terminal.press("q");
    await expectEnd(terminal, 0);
  });
});

test("Ctrl-C in a lab with a thread for each of many workers leaves no process behind", async () => {
  const terminal = openAtStep("lab");
  await waitForKind(terminal, "lab-ready");
  terminal.press("enter");
  await waitForKind(terminal, "lab-running");
  terminal.press("escape");
  await waitForKind(terminal, "lab-ready");
  await go(terminal, "escape");
  terminal.press("5", "enter");
  await waitForKind(terminal, "read");
  for (;;) if ((await go(terminal, "n")).kind === "lab-ready") break;
  terminal.press("enter");
  await waitForScreen(terminal, ({ body }) => flatten(body).includes(": parallel"), "the parallel run");
  terminal.press("ctrlC");
  await expectEnd(terminal, 130);
});
