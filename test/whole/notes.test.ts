import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { makeFolder } from "../support/folders.ts";
import { progressFile, progressFolder, writePlace } from "../support/progress.ts";
import { copyPackage, cliOf, node, readLessons } from "../support/program.ts";
import { runProgram } from "../support/run-program.ts";
import { flatten } from "../support/screens.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const lessons = readLessons(inject("packageFolder"));
const [first, second] = lessons;
if (first === undefined || second === undefined) throw new Error("there are no lessons");
const titleOf = (step: number) => first.steps[step]?.title ?? "";
const placeFile = (stateHome: string) => path.join(progressFolder(stateHome), "presenter.json");

/** The rows at the top: the lesson, the step that is on, the next. */
const waitForPlace = (notes: Terminal, lesson: string, now: string, next: string) =>
  notes.waitFor(
    ([title = "", nowRow = "", nextRow = ""]) =>
      title.includes(lesson) && nowRow.trim() === `now   ${now}` && nextRow.trim() === `next  ${next}`,
    `notes on ${now}`,
  );

/** A screen of a presenter: its title has its letters apart or not. */
const waitForStep = (presenter: Terminal, number: number, of: number) =>
  presenter.waitFor(`step ${number} of ${of}`);

describe("notes that follow a presenter", () => {
  test("show where the presenter is, from step to step and from lesson to lesson, until q", async () => {
    const env = { XDG_STATE_HOME: makeFolder("state") };
    const notes = openTerminal({ args: ["notes"], env });
    await notes.waitFor("Nobody presents on this machine.");

    const presenter = openTerminal({
      args: ["lesson", "1", "--presenter"],
      env,
      size: { columns: 120, rows: 40 },
    });
    await waitForPlace(notes, first.title, titleOf(0), titleOf(1));
    expect(flatten(notes.screen())).toContain(`"${titleOf(0)}". Read it aloud.`);
    await waitForStep(presenter, 1, first.steps.length);
    presenter.press("right");
    await waitForPlace(notes, first.title, titleOf(1), titleOf(2));
    // As a clicker does it.
    presenter.press("pageUp");
    await waitForPlace(notes, first.title, titleOf(0), titleOf(1));

    presenter.press("escape");
    await notes.waitFor("The list of lessons is on the screen of the presenter.");
    presenter.press("down", "right");
    await waitForPlace(notes, second.title, second.steps[0]?.title ?? "", second.steps[1]?.title ?? "");

    presenter.press("q");
    expect((await presenter.exit()).code).toBe(0);
    await notes.waitFor("Nobody presents on this machine.");
    expect(existsSync(placeFile(env.XDG_STATE_HOME))).toBe(false);

    const before = await notes.before();
    notes.press("q");
    expect(await notes.exit()).toEqual({ code: 0, state: before });
    await notes.allGone();
  });

  test("begin in the middle, scroll, and stay where they are told to", async () => {
    const env = { XDG_STATE_HOME: makeFolder("state") };
    const presenter = openTerminal({ args: ["lesson", "2", "--presenter"], env });
    await waitForStep(presenter, 1, second.steps.length);
    const notes = openTerminal({ args: ["notes"], env, size: { columns: 80, rows: 24 } });
    await notes.waitFor(second.steps[0]?.title ?? "");
    await notes.waitFor("On this step");
    notes.press("down", "pageDown");
    await notes.waitFor((rows) => !rows.join("\n").includes("On this step"), "the notes further down");
    notes.press("pageUp", "pageUp");
    await notes.waitFor("On this step");
    notes.press("end");
    await notes.waitFor("says which ones those are.", "the last words of the notes");
    notes.resize({ columns: 120, rows: 50 });
    await notes.waitFor((rows) => rows.some((row) => row.length === 120), "the new width");
    presenter.signal("SIGKILL");
    await presenter.exit();
    // Its file is still there: the notes see that nobody is behind it.
    await notes.waitFor("Nobody presents on this machine.");
    expect(existsSync(placeFile(env.XDG_STATE_HOME))).toBe(true);
  });

  test.each([
    ["Ctrl-C", (notes: Terminal) => notes.press("ctrlC"), 130],
    ["SIGTERM", (notes: Terminal) => notes.signal("SIGTERM"), 143],
    ["SIGHUP", (notes: Terminal) => notes.signal("SIGHUP"), 129],
  ] as const)("end with %s, and the terminal is as it was", async (_, end, code) => {
    const notes = openTerminal({ args: ["notes"] });
    await notes.waitFor("Nobody presents on this machine.");
    const before = await notes.before();
    expect(notes.modes()).toMatchObject({ alternateScreen: true, cursorVisible: false });
    end(notes);
    expect(await notes.exit()).toEqual({ code, state: before });
    await notes.allGone();
  });

  test("speak German, but for the notes", async () => {
    const env = { XDG_STATE_HOME: makeFolder("state"), LANG: "de_DE.UTF-8" };
    const presenter = openTerminal({ args: ["lesson", "1", "--presenter"], env });
    await presenter.waitFor(/→ (weiter|mehr)/);
    const notes = openTerminal({ args: ["notes"], env });
    await notes.waitFor(/jetzt {3}Drei/);
    expect(flatten(notes.screen())).toContain(`"${titleOf(0)}". Read it aloud.`);
    presenter.press("q");
    await presenter.exit();
    await notes.waitFor("führt niemand vor");
  });
});

describe("a presenter", () => {
  test("reads no progress and keeps none", async () => {
    const stateHome = makeFolder("state");
    writePlace(stateHome, first.id, first.steps[2]?.id ?? "");
    const before = readFileSync(progressFile(stateHome), "utf8");
    const env = { XDG_STATE_HOME: stateHome };
    const presenter = openTerminal({
      args: ["lesson", "1", "--presenter"],
      env,
      size: { columns: 120, rows: 40 },
    });
    await waitForStep(presenter, 1, first.steps.length);
    presenter.press("right");
    await presenter.waitFor("→ predict");
    presenter.press("right");
    await waitForStep(presenter, 3, first.steps.length);
    presenter.press("q");
    expect((await presenter.exit()).code).toBe(0);
    await presenter.allGone();
    expect(readFileSync(progressFile(stateHome), "utf8")).toBe(before);
    const learner = openTerminal({ args: ["lesson", "1"], env });
    await learner.waitFor(`step 3 of ${first.steps.length}`);
  });

  test("says once that notes cannot follow where the state folder cannot be made", async () => {
    const env = { XDG_STATE_HOME: "/proc/nowhere" };
    const presenter = openTerminal({ args: ["lesson", "1", "--presenter"], env });
    await presenter.waitFor("Notes on another terminal cannot follow:");
    presenter.press("right");
    await waitForStep(presenter, 1, first.steps.length);
  });

  test("goes through a lesson with the right key alone, its labs included", async () => {
    const presenter = openTerminal({ args: ["lesson", "1", "--presenter"], size: { columns: 80, rows: 24 } });
    await waitForStep(presenter, 1, first.steps.length);
    for (let pressed = 0; !presenter.text().includes("That was lesson 1"); pressed++) {
      expect(pressed, presenter.picture()).toBeLessThan(60);
      const before = presenter.text();
      presenter.press("right");
      await presenter.waitFor(
        (rows) => rows.join("\n") !== before && rows.some((row) => row.startsWith(" → ")),
        "what right leads to",
      );
    }
  });
});

describe("notes on one lesson", () => {
  test.each(lessons.map(({ id, title }) => [id, title]))(
    "%s go into a pipe as plain text",
    async (id, title) => {
      const { code, stdout, stderr } = await runProgram(["notes", id]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.startsWith(`${title}\n\nGoals\n`)).toBe(true);
      expect(stdout.endsWith("\n")).toBe(true);
      expect(stdout).not.toContain("\u001b");
      expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
    },
  );

  test("are printed as wide as the terminal, and the terminal is left alone", async () => {
    const notes = openTerminal({ args: ["notes", "1"], size: { columns: 50, rows: 30 } });
    const { code, state } = await notes.exit();
    expect(code).toBe(0);
    expect(state.modes).toEqual((await notes.before()).modes);
    expect(state.mainScreen.join("\n")).toContain("What may go wrong");
    expect(notes.output()).toContain("\u001b[1m");
  });

  test("have neither colour nor other signs where that is asked for", async () => {
    const notes = openTerminal({ args: ["notes", "1", "--ascii", "--no-color"] });
    await notes.exit();
    expect(notes.hasStyle()).toBe(false);
    expect(notes.text()).toMatch(/^[ -~\n]+$/);
  });

  test("that are missing are told in one line", async () => {
    const folder = copyPackage();
    writeFileSync(path.join(folder, "dist/notes.json"), "[]");
    const notes = openTerminal({ command: [node, cliOf(folder), "notes", "1"] });
    expect((await notes.exit()).code).toBe(1);
    expect(notes.text()).toContain(`learn-concurrency: There are no notes on lesson ${first.id}.`);
  });
});

test.each([
  ["notes", /needs a terminal.*notes 1$/],
  ["notes 99", /unknown lesson "99"/],
  ["notes 1 2", /"2", which is one word too many/],
  ["notes 1 --presenter", /--presenter is an option of tutorial and lesson/],
  ["list --presenter", /--presenter is an option of tutorial and lesson/],
  ["--presenter=yes", /--presenter takes no value/],
])("without a terminal, %s is refused in one line", async (line, wanted) => {
  const { code, stdout, stderr } = await runProgram(line.split(" "));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^learn-concurrency: [^\n]+\n$/);
  expect(stderr.trimEnd()).toMatch(wanted);
});

test.each(["notes", "lesson", "tutorial"])("help %s tells of presenting", async (topic) => {
  const { code, stdout } = await runProgram(["help", topic]);
  expect(code).toBe(0);
  expect(stdout).toContain("--presenter");
});
