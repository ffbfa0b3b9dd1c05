import { describe, expect, test } from "vitest";
import { sayCame } from "../../../src/app/report/words.ts";
import type { AppState } from "../../../src/app/state.ts";
import { applyChange, type Outcome, type ProgressChange } from "../../../src/progress/document.ts";
import { answerEverything } from "../support/answered.ts";
import { runEveryLab } from "../support/measured.ts";
import { lanesOf, madeAt, reportOf } from "../support/reported.ts";
import { makeMachine, makeState } from "../support/state.ts";

const at = "2025-01-01T00:00:00.000Z";
const fresh = makeState();
const measured = runEveryLab(fresh);
const all = answerEverything(measured, at);

function after(state: AppState, ...changes: readonly ProgressChange[]): AppState {
  return { ...state, progress: changes.reduce(applyChange, state.progress) };
}
const lessonIn = (state: AppState, id: string) => {
  const found = reportOf(state, { lanesOf: lanesOf(state) }).lessons.find((lesson) => lesson.id === id);
  if (found === undefined) throw new Error(`no lesson ${id}`);
  return found;
};
const total = { lesson: "02-sequential", question: "total-guess" };
const predicted = (value: number): ProgressChange => {
  return { kind: "predicted", ...total, answer: { kind: "number", value }, at };
};
const why = { kind: "answered", lesson: "02-sequential", question: "when-sequential", at } as const;
const wrong: ProgressChange = { ...why, outcome: "wrong", answer: { kind: "options", indexes: [2] } };
const right: ProgressChange = { ...why, outcome: "right", answer: { kind: "options", indexes: [0, 1, 3] } };

describe("the report of a learner", () => {
  test("who has done nothing has every lesson as new, and nothing else", () => {
    const report = reportOf(fresh);
    expect(report.version).toBe(1);
    expect(report.program).toEqual({ name: "learn-concurrency", version: "1.2.3" });
    expect([report.language, report.madeAt]).toEqual(["en", madeAt]);
    expect(report.totals.lessons).toEqual({ done: 0, begun: 0, all: fresh.lessons.length });
    expect(report.lessons.map(({ state }) => state)).toEqual(fresh.lessons.map(() => "new"));
    expect(
      report.lessons.flatMap(({ predictions, answers, labs }) => [predictions, answers, labs].flat()),
    ).toEqual([]);
    expect(report.exercises).toEqual([]);
  });

  test("tells the machine, and nothing of whose it is", () => {
    const machine = { ...makeMachine(2), coresInstalled: 8, quota: 2.5, affinity: [1, 3, 5] };
    expect(reportOf({ ...fresh, machine }).machine).toEqual({
      ...{ cpuModel: "Example CPU 3000 @ 3.00GHz", cores: 2, coresInstalled: 8, affinity: 3, quota: 2.5 },
      ...{ memoryGb: 15.6, platform: "linux", node: "20.20.2", python: "3.11.7", tellsCores: true },
    });
    expect(reportOf({ ...fresh, python: { state: "absent" } }).machine.python).toBeNull();
  });

  test("puts each prediction beside what was measured", () => {
    const of = (state: AppState) => lessonIn(state, total.lesson).predictions;
    expect(of(after(measured, predicted(500)))).toMatchObject([
      { id: "total-guess", predicted: "500 ms", measured: "sequential took 1.00 s", verdict: "wrong", at },
    ]);
    expect(of(after(measured, predicted(1000)))[0]?.verdict).toBe("right");
    expect(of(after(fresh, predicted(1000)))[0]).toMatchObject({ measured: null, verdict: null });
    expect(reportOf(after(fresh, predicted(1000))).totals.predictions).toMatchObject({
      right: 0,
      unmeasured: 1,
    });
  });

  test("tells answers that were right at first, later and not", () => {
    const of = (...changes: readonly ProgressChange[]) =>
      lessonIn(after(measured, ...changes), why.lesson).answers;
    expect(of(right)).toMatchObject([{ id: why.question, first: "right", last: "right", tries: 1 }]);
    expect(of(wrong, right)).toMatchObject([{ first: "wrong", last: "right", tries: 2 }]);
    expect(of(wrong)).toMatchObject([{ first: "wrong", last: "wrong", tries: 1 }]);
    // Several were to be chosen: each is a part of its own.
    expect(of(wrong)[0]).toMatchObject({ kind: "choices", answer: [expect.any(String)] });
    expect(of(wrong)[0]?.right).toHaveLength(3);
    expect(of(wrong)[0]?.right).toEqual(of(right)[0]?.answer);
    const { answers } = reportOf(after(measured, wrong, right)).totals;
    expect(answers).toMatchObject({ right: 0, better: 1, wrong: 0 });
  });

  test("keeps an answer to a question that has changed since, without its words", () => {
    const strange: ProgressChange = { ...why, outcome: "right", answer: { kind: "number", value: 7 } };
    expect(lessonIn(after(measured, strange), why.lesson).answers).toMatchObject([
      { answer: null, right: null, first: "right" },
    ]);
  });

  test.each<[Outcome, Outcome, string]>([
    ["right", "right", "right at the first try"],
    ["close", "close", "nearly right at the first try"],
    ["close", "right", "nearly right at first, right later"],
    ["wrong", "right", "wrong at first, right later"],
    ["wrong", "close", "wrong at first, nearly right later"],
    ["wrong", "wrong", "wrong"],
    ["right", "wrong", "wrong when asked again"],
  ])("an answer that was %s, then %s, is called so", (first, last, said) => {
    expect(sayCame({ first, last })).toBe(said);
  });

  test("has the medians that were kept, and what may be said of each against the first", () => {
    const [computing] = lessonIn(measured, "01-difference").labs;
    const kept = measured.progress.lessons["01-difference"]?.labs["computing"];
    expect(computing?.variants.map(({ medianMs }) => medianMs)).toEqual(
      kept?.variants.map(({ figures }) => figures.wall),
    );
    expect(computing?.variants.map(({ label, against }) => [label, against?.label, against?.said])).toEqual([
      ["sequential", undefined, undefined],
      ["concurrent", "sequential", "too close to call"],
      ["parallel", "sequential", "3.00 times as fast"],
    ]);
  });

  test("says of unequal work nothing of which was faster", () => {
    const many = lessonIn(measured, "03-concurrent").labs.find(({ id }) => id === "many");
    expect(many?.variants.length).toBeGreaterThan(2);
    expect(many?.variants.map(({ against }) => against)).toEqual(many?.variants.map(() => null));
  });

  test("has a run that answers to several names once", () => {
    const two = makeState({ machine: makeMachine(2) });
    const workers = lessonIn(runEveryLab(two), "04-parallel").labs.find(({ id }) => id === "workers");
    expect(workers?.variants.map(({ ids }) => ids)).toEqual([["1"], ["2", "cores"], ["2*cores"]]);
  });

  test("tells where lanes were recorded, where some were kept of the very run", () => {
    const [lab] = lessonIn(measured, "01-difference").labs;
    expect(lab?.machine).toEqual({ cpuModel: "Example CPU 3000 @ 3.00GHz", cores: 4 });
    const without = reportOf(measured).lessons.flatMap(({ labs }) => labs.map(({ machine }) => machine));
    expect(without.every((machine) => machine === null)).toBe(true);
    // Lanes of a run before the one whose record is kept.
    const before = runEveryLab(fresh, { slowness: () => 1.5 });
    const stale = reportOf(measured, { lanesOf: lanesOf(before) }).lessons[0]?.labs[0];
    expect(stale?.machine).toBeNull();
  });

  test("adds up: every question is counted once, and every step", () => {
    const { totals, lessons } = reportOf(all);
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    const steps = fresh.lessons.flatMap((lesson) => lesson.steps);
    expect(sum(totals.predictions)).toBe(steps.filter(({ kind }) => kind === "predict").length);
    expect(sum(totals.answers)).toBe(steps.filter(({ kind }) => kind === "quiz").length);
    expect(lessons.flatMap((lesson) => lesson.steps)).toHaveLength(steps.length);
    expect(totals.lessons).toEqual({ done: 0, begun: lessons.length, all: lessons.length });
  });

  test("is JSON, and the same after it was read", () => {
    const report = reportOf(all, { lanesOf: lanesOf(all) });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
