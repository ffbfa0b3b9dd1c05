/** Takes lessons from step to step with the keys that the screen says act. */
import { say } from "../../src/text/say.ts";
import { expect } from "vitest";
import type { Lab, Lesson, Step } from "../../src/lessons/model.ts";
import { searchSchedules } from "../../src/lessons/schedule/search.ts";
import type { KeyPress } from "./keys.ts";
import type { Terminal } from "./terminal.ts";
import { flatten, isWhole, readBars, readScreen, type ScreenReading, showsLanes } from "./screens.ts";

type Schedule = Extract<Step, { kind: "schedule" }>["schedule"];

/** The screen as it is now, which must be whole. */
export function look(terminal: Terminal): ScreenReading {
  const reading = readScreen(terminal.screen(), terminal.size());
  if (!isWhole(reading)) throw new Error(`${reading.problems.join("\n")}\n${terminal.picture()}`);
  return reading;
}

/** Waits for a whole screen that fits, and reads it. */
export async function waitForScreen(
  terminal: Terminal,
  fits: (reading: ScreenReading) => boolean,
  what: string,
): Promise<ScreenReading> {
  let problems: readonly string[] = [];
  try {
    await terminal.waitFor((rows) => {
      const reading = readScreen(rows, terminal.size());
      problems = isWhole(reading) ? [] : reading.problems;
      return isWhole(reading) && fits(reading);
    }, what);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${problems.join("\n")}`, { cause: error });
  }
  return look(terminal);
}

export async function waitForKind(
  terminal: Terminal,
  ...kinds: readonly ScreenReading["kind"][]
): Promise<ScreenReading> {
  return waitForScreen(
    terminal,
    ({ kind }) => kinds.includes(kind),
    `a screen of kind ${kinds.join(" or ")}`,
  );
}

/** Where in a lesson a screen is: changes with every step, and with scrolling where there is no more to it. */
function placeOf({ title, position, kind, body }: ScreenReading): string {
  const scrolls = kind === "read" || kind === "end" || kind === "answered";
  return JSON.stringify([title, position, kind, scrolls ? body : []]);
}

/** Presses keys and waits until they have led somewhere else. */
export async function go(terminal: Terminal, ...pressed: readonly KeyPress[]): Promise<ScreenReading> {
  const before = placeOf(look(terminal));
  terminal.press(...pressed);
  return waitForScreen(
    terminal,
    (reading) => placeOf(reading) !== before,
    `another screen after ${pressed.join(" ")}`,
  );
}

export interface LabRun {
  readonly done: ScreenReading;
  /** The screens on which lanes were seen while the lab ran, at most one for each of its runs. */
  readonly lanes: readonly ScreenReading[];
}

/** Runs the lab that is on the screen, and watches it. */
export async function runLab(terminal: Terminal): Promise<LabRun> {
  expect(look(terminal).kind, terminal.picture()).toBe("lab-ready");
  const lanes = new Map<string, ScreenReading>();
  terminal.press("enter");
  const done = await waitForScreen(
    terminal,
    (reading) => {
      if (reading.kind === "lab-running" && showsLanes(reading.body)) {
        const run = reading.body.findLast((row) => row.trim() !== "") ?? "";
        if (!lanes.has(run)) lanes.set(run, reading);
      }
      return reading.kind === "lab-done" || (reading.kind === "lab-ready" && lanes.size > 0);
    },
    "the end of the lab's runs",
  );
  expect(done.kind, terminal.picture()).toBe("lab-done");
  return { done, lanes: [...lanes.values()] };
}

/** Lets the threads go so that the program breaks; gives up where no schedule does that. */
export async function breakProgram(terminal: Terminal, { program, goal }: Schedule): Promise<void> {
  expect(look(terminal).kind).toBe("schedule");
  const { example } = searchSchedules(program, goal);
  const over = await go(terminal, ...(example?.map((thread) => String(thread + 1)) ?? ["1", "g"]));
  expect(over.kind).toBe("schedule-over");
  const said = example === null ? "Nothing breaks this program." : "You have broken it.";
  expect(flatten(over.body)).toContain(said);
  await go(terminal, "enter");
}

/** The charts are recognised by the line above or below them. */
function showsChart(body: readonly string[]): boolean {
  return body.some((row) => row.includes(say.charts.tasksBegin) || row.includes(say.charts.speedUps));
}

/** Turns a finished comparison to its bars: some end on lanes. */
export function showBars(terminal: Terminal): Promise<ScreenReading> {
  return turnTo(terminal, (body) => readBars(body).length > 0, "bars");
}

/** Turns a finished run to its lanes. */
export function showLanes(terminal: Terminal): Promise<ScreenReading> {
  return turnTo(terminal, showsLanes, "lanes");
}

async function turnTo(
  terminal: Terminal,
  isWanted: (body: readonly string[]) => boolean,
  wanted: string,
): Promise<ScreenReading> {
  let before = "";
  for (let views = 0; views < 8; views++) {
    // Lanes are painted after the frame around them: a frame without any is not yet a view.
    const reading = await waitForScreen(
      terminal,
      ({ body }) =>
        body.join("\n") !== before &&
        (isWanted(body) || readBars(body).length > 0 || showsLanes(body) || showsChart(body)),
      "another view",
    );
    if (isWanted(reading.body)) return reading;
    before = reading.body.join("\n");
    terminal.press("tab");
  }
  throw new Error(`no ${wanted}\n${terminal.picture()}`);
}

/** Waits until the screen is exactly this one; says what is different when it does not come. */
export async function waitForSame(terminal: Terminal, expected: readonly string[]): Promise<void> {
  const isSame = (rows: readonly string[]) => rows.join("\n") === expected.join("\n");
  await terminal.waitFor(isSame, "the same screen").catch((error: unknown) => {
    expect(terminal.screen(), String(error)).toEqual(expected);
    throw error;
  });
}

/** All screens of a lesson, from the first step to the last; and those that compare times, by their lab. */
export async function takeLesson(terminal: Terminal, lesson: Lesson) {
  const screens: ScreenReading[] = [];
  const compared: { lab: Lab; screen: ScreenReading }[] = [];
  for (const step of lesson.steps) {
    screens.push(look(terminal));
    if (step.kind === "schedule") {
      await breakProgram(terminal, step.schedule);
      continue;
    }
    if (step.kind === "quiz") {
      if (step.question.kind === "choices") terminal.press("space");
      screens.push(await go(terminal, "enter"));
    } else if (step.kind === "lab") {
      const { done, lanes } = await runLab(terminal);
      screens.push(done, ...lanes);
      // Where the work differs, the bars say how much of it there was, and nothing of who was faster.
      const varied = step.lab.vary?.knob;
      if (varied !== undefined && varied !== "tasks" && varied !== "task-ms") {
        compared.push({ lab: step.lab, screen: await showBars(terminal) });
      }
    }
    await go(terminal, "enter");
  }
  screens.push(look(terminal));
  return { screens, compared };
}
