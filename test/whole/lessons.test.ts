import { availableParallelism } from "node:os";
import { describe, expect, inject, test } from "vitest";
import { labsGrading } from "../../src/lessons/references.ts";
import type { Lesson, Question, Rich } from "../../src/lessons/model.ts";
import { makeFolder } from "../support/folders.ts";
import { readProgress } from "../support/progress.ts";
import { readLessons } from "../support/program.ts";
import { flatten, readBars, readDraft, readOutcomes } from "../support/screens.ts";
import { answerRightly } from "../support/solver.ts";
import { openTerminal, type Terminal } from "../support/terminal.ts";
import {
  breakProgram,
  go,
  look,
  runLab,
  showBars,
  showLanes,
  waitForKind,
  waitForSame,
  waitForScreen,
} from "../support/walker.ts";

const lessons = readLessons(inject("packageFolder"));

/** The smallest terminal there may be: where a screen is too full, it shows here. */
const size = { columns: 80, rows: 24 };
/** So high that everything is on one screen. */
const high = { columns: 80, rows: 120 };

/** Shorter than this in all, a run may be over before a frame of it is drawn. */
const seenForSureMs = 150;

describe.each(lessons)("lesson $number, $title", (lesson) => {
  test("can be taken from the first step to the last with keys alone", async () => {
    const stateHome = makeFolder("state");
    const terminal = openTerminal({ args: ["lesson", lesson.id], size, env: { XDG_STATE_HOME: stateHome } });
    await waitForKind(terminal, "read");
    const drafts = new Map<Question, string>();
    for (const [index, step] of lesson.steps.entries()) {
      const screen = look(terminal);
      expect(screen.position).toBe(`step ${index + 1} of ${lesson.steps.length}`);
      expect(screen.title).toContain(lesson.title);
      await take(terminal, lesson, step, drafts);
    }
    await lookAtEnd(terminal, lesson);
    terminal.press("q");
    expect((await terminal.exit()).code).toBe(0);

    const saved = readProgress(stateHome, lesson.id);
    expect(saved.steps).toEqual(lesson.steps.map(({ id }) => id));
    const again = openTerminal({
      args: ["lesson", lesson.id],
      size: high,
      env: { XDG_STATE_HOME: stateHome },
    });
    await answerRightly(again, lesson, saved, availableParallelism());
  });
});

test("who quits in the middle of a lesson finds place, answers and figures again", async () => {
  const [, lesson] = lessons;
  if (lesson === undefined) throw new Error("there is no lesson 2");
  const env = { XDG_STATE_HOME: makeFolder("state") };
  const first = openTerminal({ args: ["lesson", lesson.id], size, env });
  await waitForKind(first, "read");
  // As far as the text that tells of the first lab's figures.
  const lab = lesson.steps.findIndex(({ kind }) => kind === "lab");
  for (const step of lesson.steps.slice(0, lab + 1)) await take(first, lesson, step, new Map());
  const left = look(first);
  expect(flatten(left.body)).toMatch(/\d ms/);
  const leftPlace = first.screen();
  first.press("q");
  expect((await first.exit()).code).toBe(0);

  const again = openTerminal({ size, env });
  const home = await waitForKind(again, "home");
  // The cursor is on the lesson to go on with.
  expect(flatten(home.body)).toContain(
    `▶ ◐ ${lesson.number} ${lesson.title} ${lab + 1} of ${lesson.steps.length} steps`,
  );
  again.press("enter");
  await waitForSame(again, leftPlace);

  // The predictions are still there, and still compared with what was measured.
  for (let step = lab + 1; step < lesson.steps.length; step++) await go(again, "n");
  again.resize(high);
  const end = await waitForScreen(again, ({ kind }) => kind === "end", "the end");
  const predictions = lesson.steps.filter(({ kind }) => kind === "predict").length;
  expect(readOutcomes(end.body)).toHaveLength(predictions);
  expect(flatten(end.body)).toContain("passed over"); // the questions that come later
});

type Step = Lesson["steps"][number];

/** Does what the step asks for, and goes on to the next one. */
async function take(
  terminal: Terminal,
  lesson: Lesson,
  step: Step,
  drafts: Map<Question, string>,
): Promise<void> {
  switch (step.kind) {
    case "read":
      return readOn(terminal);
    case "predict": {
      const screen = look(terminal);
      expect(screen.kind).toBe("predict");
      drafts.set(step.question, readDraft(screen.body));
      await go(terminal, "enter");
      return;
    }
    case "quiz": {
      expect(look(terminal).kind).toBe("quiz");
      // Of several, one must be chosen before there is an answer.
      if (step.question.kind === "choices") terminal.press("space");
      const answered = await go(terminal, "enter");
      expect(answered.kind).toBe("answered");
      terminal.resize(high);
      const whole = await waitForKind(terminal, "answered");
      expect(readOutcomes(whole.body).length, terminal.picture()).toBeGreaterThan(0);
      expectFigures(flatten(whole.body));
      terminal.resize(size);
      await waitForKind(terminal, "answered");
      await go(terminal, "enter");
      return;
    }
    case "lab":
      return carryOut(terminal, lesson, step, drafts);
    case "schedule":
      return breakProgram(terminal, step.schedule);
  }
}

/** Reads a step to its end; a long one takes several screens. */
async function readOn(terminal: Terminal): Promise<void> {
  const { position } = look(terminal);
  for (;;) {
    const screen = look(terminal);
    expect(screen.kind).toBe("read");
    expectFigures(flatten(screen.body));
    const next = await go(terminal, "enter");
    if (next.position !== position) return;
  }
}

/** All labs so far were run: nothing may be missing. */
function expectFigures(text: string): void {
  expect(text).not.toContain("not measured");
  expect(text).not.toContain("a run that you have not made");
  expect(text).not.toContain("has not been made");
}

async function carryOut(
  terminal: Terminal,
  lesson: Lesson,
  step: Extract<Step, { kind: "lab" }>,
  drafts: ReadonlyMap<Question, string>,
): Promise<void> {
  const { lab } = step;
  const { done, lanes } = await runLab(terminal);
  const tasks = lab.tasks.kind === "number" ? lab.tasks.value : 1;
  const longest = Math.max(...[lab.taskMs].flat()) * (lab.approaches.includes("sequential") ? tasks : 1);
  if (longest >= seenForSureMs) expect(lanes.length, "runs whose lanes were seen").toBeGreaterThan(0);

  const labsRun = lesson.steps
    .slice(0, lesson.steps.indexOf(step) + 1)
    .flatMap((earlier) => (earlier.kind === "lab" ? [earlier.lab.id] : []));
  for (const [question, draft] of drafts) {
    const needed = labsGrading(question);
    if (!needed.includes(lab.id) || !needed.every((id) => labsRun.includes(id))) continue;
    expectPrediction(done.body, question, draft, terminal);
  }

  if (lab.vary !== null) {
    const bars = await showBars(terminal);
    expect(readBars(bars.body).length, terminal.picture()).toBeGreaterThanOrEqual(2);
  }
  await showLanes(terminal);
  await go(terminal, "enter");
}

/** What was predicted stands beside what was measured, with its grade. */
function expectPrediction(body: readonly string[], question: Question, draft: string, at: Terminal): void {
  if (question.kind === "table") {
    expect(readOutcomes(body), at.picture()).toHaveLength(question.rows.length * question.columns.length);
    return;
  }
  expect(draft).not.toBe("");
  const text = flatten(body);
  const from = text.indexOf(`You predicted: ${draft}`);
  expect(from, `${draft}\n${at.picture()}`).toBeGreaterThanOrEqual(0);
  expect(text.slice(from)).toMatch(/^You predicted: .+? [✓≈✗] (right|nearly right|wrong): .*\d/);
}

/** The end tells of every question of the lesson. */
async function lookAtEnd(terminal: Terminal, lesson: Lesson): Promise<void> {
  expect(look(terminal).kind).toBe("end");
  terminal.resize(high);
  const { body } = await waitForScreen(
    terminal,
    ({ kind, footer }) => kind === "end" && !footer.includes("scroll"),
    "all of the end",
  );
  const text = flatten(body);
  expectFigures(text);
  expect(text).not.toContain("passed over");
  for (const step of lesson.steps) {
    if (step.kind !== "predict" && step.kind !== "quiz") continue;
    for (const words of plainPieces(step.question.ask)) expect(text).toContain(words);
  }
}

/** Text as it is written, without the figures in it. */
function plainPieces(rich: Rich): string[] {
  return rich.flatMap((inline) => (inline.kind === "text" ? [flatten([inline.text])] : []));
}
