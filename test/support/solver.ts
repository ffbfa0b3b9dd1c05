/**
 * Answers questions rightly, from what was measured alone: what the questions ask, worked out a second time and
 * independently of the program's graders.
 */
import { expect } from "vitest";
import type { Answer, LabRecord, Lesson, Question } from "../../src/lessons/model.ts";
import { type Presented, presentQuestion } from "../../src/lessons/questions/index.ts";
import type { VerdictWord } from "../../src/lab/result.ts";
import type { LessonProgress } from "../../src/progress/document.ts";
import type { KeyPress } from "./keys.ts";
import { recordOf } from "./progress.ts";
import { readOutcomes, type ScreenReading } from "./screens.ts";
import type { Terminal } from "./terminal.ts";
import { go, waitForScreen } from "./walker.ts";

export function wallOf(record: LabRecord, variant: string): number {
  const wall = record.variants.find(({ id }) => id === variant)?.figures.wall;
  if (typeof wall !== "number") throw new Error(`${record.lab} has no time of ${variant}`);
  return wall;
}

/** What its lab compares: the time, if nothing else. */
function comparedOf(record: LabRecord, variant: string): number {
  const compared = record.variants.find(({ id }) => id === variant)?.figures[record.measure ?? "wall"];
  if (typeof compared !== "number") throw new Error(`${record.lab} has no ${record.measure} of ${variant}`);
  return compared;
}

/** What may be said of `a` against `b`. */
export function verdictOf(record: LabRecord, a: string, b: string): VerdictWord {
  for (const verdict of record.verdicts) {
    if (verdict.a === a && verdict.b === b) return verdict.verdict;
    if (verdict.a === b && verdict.b === a) {
      return verdict.verdict === "faster" ? "slower" : verdict.verdict === "slower" ? "faster" : "too-close";
    }
  }
  throw new Error(`${record.lab} has no verdict on ${a} and ${b}`);
}

function figureOf(record: LabRecord, variant: string, field: "busy" | "threads" | "waiting"): number {
  const figure = record.variants.find(({ id }) => id === variant)?.figures[field];
  if (typeof figure !== "number") throw new Error(`${record.lab} has no ${field} of ${variant}`);
  return figure;
}

/** Index of the value that is nearest by this measure. */
function nearest(values: readonly number[], distance: (value: number) => number): number {
  const distances = values.map(distance);
  return distances.indexOf(Math.min(...distances));
}

/** The nearest number that can be given. */
function nearestStep(truth: number, range: { min: number; max: number; step: number }): number {
  const within = Math.min(range.max, Math.max(range.min, truth));
  return range.min + Math.round((within - range.min) / range.step) * range.step;
}

/** The right answer. */
export function solve(question: Question, progress: LessonProgress): Answer {
  const lab = (id: string) => recordOf(progress, id);
  switch (question.kind) {
    case "choice":
      return { kind: "option", index: question.options.findIndex(({ right }) => right) };
    case "choices":
      return {
        kind: "options",
        indexes: question.options.flatMap(({ right }, index) => (right ? [index] : [])),
      };
    case "order":
      return { kind: "order", indexes: question.items.map((_, index) => index) };
    case "fastest": {
      const times = question.among.map((id) => comparedOf(lab(question.lab), id));
      const first = question.among[times.indexOf(Math.min(...times))] ?? "";
      const beatsAll = question.among.every(
        (id) => id === first || verdictOf(lab(question.lab), first, id) === "faster",
      );
      return { kind: "variant", id: beatsAll ? first : "too-close" };
    }
    case "first": {
      const index = question.options.findIndex(({ a, b }) => verdictOf(lab(question.lab), a, b) === "faster");
      return { kind: "option", index: index < 0 ? question.options.length : index };
    }
    case "factor": {
      const record = lab(question.lab);
      const isTie = verdictOf(record, question.a, question.b) === "too-close";
      const truth = isTie ? 1 : wallOf(record, question.b) / wallOf(record, question.a);
      const factors = question.options.map(({ factor }) => factor);
      return { kind: "option", index: nearest(factors, (factor) => Math.abs(Math.log(truth / factor))) };
    }
    case "busy": {
      const truth = figureOf(lab(question.lab), question.variant, "busy");
      const percents = question.options.map(({ percent }) => percent);
      return { kind: "option", index: nearest(percents, (percent) => Math.abs(truth - percent)) };
    }
    case "threads":
    case "waiting":
      return { kind: "number", value: figureOf(lab(question.lab), question.variant, question.kind) };
    case "estimate":
      return { kind: "number", value: nearestStep(truthOf(question.measure, lab), question) };
    case "table":
      return {
        kind: "table",
        cells: question.rows.map((row) =>
          question.columns.map((column) => nearestStep(wallOf(lab(column.lab), row), question)),
        ),
      };
  }
}

type Measure = Extract<Question, { kind: "estimate" }>["measure"];

function truthOf(measure: Measure, lab: (id: string) => LabRecord): number {
  if (measure.kind === "machine" || measure.kind === "prediction") {
    throw new Error(`an estimate of ${JSON.stringify(measure)}`);
  }
  const record = lab(measure.lab);
  if (measure.kind === "ratio") return wallOf(record, measure.b) / wallOf(record, measure.a);
  if (measure.kind === "scaling") {
    const share = record.scaling?.[measure.field];
    if (typeof share !== "number") throw new Error(`${JSON.stringify(measure)} was not measured`);
    return share;
  }
  const variant = record.variants.find(({ id }) => id === measure.variant);
  const truth =
    measure.kind === "run" ? variant?.figures[measure.field] : variant?.finishedAtMs[measure.task - 1];
  if (typeof truth !== "number") throw new Error(`${JSON.stringify(measure)} was not measured`);
  return truth;
}

/** The keys that put an answer together, whatever stands on the screen before. */
function keysFor(answer: Answer, presented: Presented): KeyPress[] {
  switch (presented.kind) {
    case "one": {
      const index = presented.options.findIndex(
        (option) => JSON.stringify(option.answer) === JSON.stringify(answer),
      );
      expect(index, `${JSON.stringify(answer)} is not among the options`).toBeGreaterThanOrEqual(0);
      return [String(index + 1)];
    }
    case "several": {
      if (answer.kind !== "options") break;
      return presented.options.flatMap(({ index }, at) =>
        answer.indexes.includes(index) ? [String(at + 1), "space"] : [],
      );
    }
    case "number":
      if (answer.kind !== "number") break;
      return turnTo(answer.value, presented);
    case "table": {
      if (answer.kind !== "table") break;
      const cells = presented.columns.flatMap((_, column) =>
        presented.rows.map((_row, row) => answer.cells[row]?.[column] ?? NaN),
      );
      // From the first cell, down each column.
      const back = cells.map(() => "up");
      return [
        ...back,
        ...cells.flatMap((cell, index) => [...(index > 0 ? ["down"] : []), ...turnTo(cell, presented)]),
      ];
    }
    case "order":
      if (answer.kind !== "order") break;
      return keysForOrder(
        presented.items.map(({ index }) => index),
        answer.indexes,
      );
  }
  throw new Error(`no keys for ${presented.kind} and ${answer.kind}`);
}

/** Brings one item after the other to its place, from the first place on. */
function keysForOrder(shown: readonly number[], wanted: readonly number[]): KeyPress[] {
  const order = [...shown];
  return wanted.flatMap((item, place) => {
    const from = order.indexOf(item);
    order.splice(place, 0, ...order.splice(from, 1));
    return [String(from + 1), ...Array.from({ length: from - place }, () => "left")];
  });
}

/** Down to the smallest number, and up to the one that is wanted. */
function turnTo(value: number, { min, max, step }: { min: number; max: number; step: number }): KeyPress[] {
  const times = (count: number, key: KeyPress) => Array.from({ length: Math.round(count) }, () => key);
  return [...times((max - min) / step, "left"), ...times((value - min) / step, "right")];
}

/**
 * Takes a lesson again whose labs have been run, gives the right answer to every question, and sees to it that
 * each is graded right. The terminal must be at the first step, and high enough for all of the end.
 * @param progress what a program that has ended has left
 */
export async function answerRightly(
  terminal: Terminal,
  lesson: Lesson,
  progress: LessonProgress,
  cores: number,
): Promise<void> {
  const measured = {
    labs: progress.labs,
    machine: { cores, model: "", memoryGb: 0, node: "", python: null },
    predictions: {},
  };
  let screen = await waitForScreen(
    terminal,
    ({ position }) => position.startsWith("step 1 "),
    "the first step",
  );
  for (const step of lesson.steps) {
    if (step.kind !== "predict" && step.kind !== "quiz") {
      screen = await go(terminal, "n");
      continue;
    }
    expect(screen.kind).toBe(step.kind);
    const presented = presentQuestion(step.question, measured);
    screen = await go(terminal, ...keysFor(solve(step.question, progress), presented), "enter");
    if (step.kind === "quiz") {
      expectRight(screen, terminal);
      screen = await go(terminal, "enter");
    }
  }
  const end = await waitForScreen(
    terminal,
    ({ kind, footer }) => kind === "end" && !footer.includes("scroll"),
    "all of the end",
  );
  expectRight(end, terminal);
  const asked = lesson.steps.filter(({ kind }) => kind === "predict" || kind === "quiz").length;
  expect(readOutcomes(end.body).length).toBeGreaterThanOrEqual(asked);
}

function expectRight({ body }: ScreenReading, terminal: Terminal): void {
  const outcomes = readOutcomes(body);
  expect(outcomes.length, terminal.picture()).toBeGreaterThan(0);
  expect(new Set(outcomes), terminal.picture()).toEqual(new Set(["right"]));
}
