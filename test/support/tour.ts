/** Leads the program to each kind of screen, by the shortest way. */
import { inject } from "vitest";
import type { Lesson, Step } from "../../src/lessons/model.ts";
import { makeFolder } from "./folders.ts";
import { writePlace, writeProgressText } from "./progress.ts";
import { cliOf, node, readLessons } from "./program.ts";
import type { ScreenKind } from "./screens.ts";
import { showsLanes } from "./screens.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "./terminal.ts";
import { go, waitForKind, waitForScreen } from "./walker.ts";

/** The lesson whose labs are single, short runs. */
const quickLesson = "02-sequential";

type StepKind = Step["kind"];

function findStep(kind: StepKind, packageFolder = inject("packageFolder")): { lesson: Lesson; step: Step } {
  const lessons = readLessons(packageFolder);
  const quick = lessons.filter(({ id }) => id === quickLesson);
  for (const lesson of [...quick, ...lessons]) {
    const step = lesson.steps.find((candidate) => candidate.kind === kind);
    if (step !== undefined) return { lesson, step };
  }
  throw new Error(`no lesson has a step of kind ${kind}`);
}

/** The program at the first step of this kind of a lesson. */
export function openAtStep(
  kind: StepKind,
  options: TerminalOptions & { readonly packageFolder?: string } = {},
): Terminal {
  const { lesson, step } = findStep(kind, options.packageFolder);
  const stateHome = makeFolder("state");
  writePlace(stateHome, lesson.id, step.id);
  const { packageFolder, ...others } = options;
  return openTerminal({
    ...others,
    command: [node, cliOf(packageFolder), "lesson", lesson.id],
    env: { XDG_STATE_HOME: stateHome, ...options.env },
  });
}

/** How to come to each screen. */
export const tours: Readonly<Record<ScreenKind, (options?: TerminalOptions) => Promise<Terminal>>> = {
  async home(options) {
    const terminal = openTerminal(options);
    await waitForKind(terminal, "home");
    return terminal;
  },
  async help(options) {
    const terminal = await tours.home(options);
    await go(terminal, "?");
    return terminal;
  },
  async notice(options) {
    const stateHome = makeFolder("state");
    writeProgressText(stateHome, "{");
    const terminal = openTerminal({ ...options, env: { XDG_STATE_HOME: stateHome, ...options?.env } });
    await waitForKind(terminal, "notice");
    return terminal;
  },
  async "too-small"(options) {
    const terminal = openTerminal({ ...options, size: { columns: 60, rows: 20 } });
    await waitForKind(terminal, "too-small");
    return terminal;
  },
  async read(options) {
    const terminal = openAtStep("read", options);
    await waitForKind(terminal, "read");
    return terminal;
  },
  async predict(options) {
    const terminal = openAtStep("predict", options);
    await waitForKind(terminal, "predict");
    return terminal;
  },
  async quiz(options) {
    const terminal = openAtStep("quiz", options);
    await waitForKind(terminal, "quiz");
    return terminal;
  },
  async answered(options) {
    const terminal = await tours.quiz(options);
    await go(terminal, "enter");
    return terminal;
  },
  async "lab-ready"(options) {
    const terminal = openAtStep("lab", options);
    await waitForKind(terminal, "lab-ready");
    return terminal;
  },
  async "lab-running"(options) {
    const terminal = await tours["lab-ready"](options);
    terminal.press("enter");
    await waitForScreen(terminal, ({ kind, body }) => kind === "lab-running" && showsLanes(body), "lanes");
    return terminal;
  },
  async "lab-done"(options) {
    const terminal = await tours["lab-running"](options);
    await waitForScreen(terminal, ({ kind, body }) => kind === "lab-done" && showsLanes(body), "lanes");
    return terminal;
  },
  async schedule(options) {
    const terminal = openAtStep("schedule", options);
    await waitForKind(terminal, "schedule");
    return terminal;
  },
  async "schedule-over"(options) {
    const terminal = await tours.schedule(options);
    await go(terminal, "g");
    return terminal;
  },
  async end(options) {
    const terminal = await tours.quiz(options);
    for (;;) {
      const { kind } = await go(terminal, "n");
      if (kind === "end") return terminal;
    }
  },
  async record(options) {
    const lesson = readLessons().at(-1);
    const stateHome = makeFolder("state");
    writePlace(stateHome, lesson?.id ?? "", lesson?.steps.at(-1)?.id ?? "");
    const env = { XDG_STATE_HOME: stateHome, ...options?.env };
    const terminal = openTerminal({ ...options, args: ["lesson", lesson?.id ?? ""], env });
    await waitForKind(terminal, "read", "predict", "quiz", "lab-ready");
    await go(terminal, "n");
    // A long end is read to its end first.
    for (;;) {
      const { kind } = await go(terminal, "enter");
      if (kind === "record") return terminal;
    }
  },
};

export const screenKinds = Object.keys(tours) as ScreenKind[];
