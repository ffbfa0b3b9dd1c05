/** The lesson that has programs in Python, where there is no Python. */
import { expect, inject, test } from "vitest";
import { makeFolder, makeFolderWithoutPython } from "../support/folders.ts";
import { readLessons } from "../support/program.ts";
import { flatten, type ScreenReading } from "../support/screens.ts";
import { openTerminal } from "../support/terminal.ts";
import { takeLesson, waitForKind } from "../support/walker.ts";

const lesson = readLessons(inject("packageFolder")).find(({ number }) => number === 7);

const has = (screens: readonly ScreenReading[], text: string | RegExp) =>
  screens.some(({ body }) =>
    typeof text === "string" ? flatten(body).includes(text) : text.test(flatten(body)),
  );

test("lesson 7 says so, and is taken to its end with the same programs in Node", async () => {
  if (lesson === undefined) throw new Error("there is no lesson 7");
  const env = { XDG_STATE_HOME: makeFolder("state"), PATH: makeFolderWithoutPython() };
  const terminal = openTerminal({ args: ["lesson", lesson.id], env, size: { columns: 100, rows: 70 } });
  await waitForKind(terminal, "read");
  const { screens, compared } = await takeLesson(terminal, lesson);
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);

  expect(has(screens, "No Python 3.8 or later was found here.")).toBe(true);
  expect(has(screens, "https://www.python.org/downloads/")).toBe(true);
  expect(has(screens, /Node \d+\.\d+\.\d+ started in/)).toBe(true);
  expect(has(screens, /Python \d+\.\d+\.\d+ started in/)).toBe(false);
  expect(compared.length).toBeGreaterThan(0);
});
