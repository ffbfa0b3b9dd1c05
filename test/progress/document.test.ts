import fc from "fast-check";
import { expect, test } from "vitest";
import { type LabRecord, type RunField, runFields } from "../../src/lessons/model.ts";
import { applyChange, bestKey, emptyProgress, findLessonProgress } from "../../src/progress/document.ts";
import type { ProgressChange } from "../../src/progress/document.ts";
import { anyChange, anyProgress } from "./arbitraries.ts";
import { lesson } from "./helpers.ts";

const question = "total";
const after = (...changes: ProgressChange[]) => changes.reduce(applyChange, emptyProgress());
const answered = (outcome: "right" | "wrong", at: string): ProgressChange => {
  return { kind: "answered", lesson, question, answer: { kind: "option", index: 1 }, outcome, at };
};
const measured = (wall: number | null, at: string): ProgressChange => {
  const nothing = Object.fromEntries(runFields.map((field) => [field, null])) as Record<RunField, null>;
  const figures = { ...nothing, wall };
  const record: LabRecord = {
    lab: "computing",
    variants: [{ id: "parallel", figures, finishedAtMs: [] }],
    verdicts: [],
    at,
  };
  return { kind: "measured", lesson, record };
};

test("a step done twice counts once, in the order in which steps were done", () => {
  const done = (step: string): ProgressChange => ({ kind: "step-done", lesson, step });
  const document = after(done("kitchen"), done("race"), done("kitchen"));
  expect(findLessonProgress(document, lesson).steps).toEqual(["kitchen", "race"]);
});

test("the place in a lesson is the last one moved to", () => {
  const document = after({ kind: "moved", lesson, step: "race" }, { kind: "moved", lesson, step: "kitchen" });
  expect(findLessonProgress(document, lesson).at).toBe("kitchen");
});

test("an answer is the latest; tries are counted; outcome and time of the first stay", () => {
  const document = after(answered("wrong", "a"), answered("wrong", "b"), answered("right", "c"));
  expect(findLessonProgress(document, lesson).answers[question]).toEqual({
    answer: { kind: "option", index: 1 },
    outcome: "right",
    at: "c",
    tries: 3,
    first: "wrong",
    firstAt: "a",
  });
});

test("where the time of the first try was not kept, the last one known takes its place", () => {
  const begun = findLessonProgress(after(answered("wrong", "a")), lesson);
  const answers = Object.entries(begun.answers).map(([id, { firstAt: _, ...old }]) => [id, old] as const);
  const lessons = { [lesson]: { ...begun, answers: Object.fromEntries(answers) } };
  const document = { ...emptyProgress(), lessons };
  const now = findLessonProgress(applyChange(document, answered("right", "b")), lesson);
  expect(now.answers[question]).toMatchObject({ firstAt: "a", at: "b", tries: 2 });
});

test("a prediction is the latest", () => {
  const predicted = (value: number, at: string): ProgressChange => {
    return { kind: "predicted", lesson, question, answer: { kind: "number", value }, at };
  };
  const { predictions } = findLessonProgress(after(predicted(900, "a"), predicted(600, "b")), lesson);
  expect(predictions).toEqual({ total: { answer: { kind: "number", value: 600 }, at: "b" } });
});

test("a lab's record is the latest run, its best the fastest; a time that is not known is never best", () => {
  const changes = [measured(null, "a"), measured(80, "b"), measured(50, "c"), measured(70, "d")];
  const { labs, best } = findLessonProgress(after(...changes), lesson);
  expect(labs["computing"]?.at).toBe("d");
  expect(best).toEqual({ [bestKey("computing", "parallel")]: { wallMs: 50, at: "c" } });
});

test("a reset of one lesson leaves the others, a reset of all leaves none", () => {
  const begun = [lesson, "02-sequential"].map((id): ProgressChange => {
    return { kind: "step-done", lesson: id, step: "s" };
  });
  const one = after(...begun, { kind: "reset-lesson", lesson });
  expect(Object.keys(one.lessons)).toEqual(["02-sequential"]);
  expect(applyChange(one, { kind: "reset-all" })).toEqual(emptyProgress());
});

test("property: a change alters neither the document it is given nor other lessons", () => {
  fc.assert(
    fc.property(anyProgress, anyChange, (document, change) => {
      const before = structuredClone(document);
      const changed = applyChange(document, change);
      expect(document).toEqual(before);
      if (change.kind === "reset-all") return;
      for (const id of Object.keys(document.lessons)) {
        if (id !== change.lesson) expect(changed.lessons[id]).toBe(document.lessons[id]);
      }
    }),
  );
});

test("property: no step is listed twice, and the best of a variant never gets slower but by a reset", () => {
  fc.assert(
    fc.property(anyProgress, anyChange, (document, change) => {
      const changed = applyChange(document, change);
      for (const [id, progress] of Object.entries(changed.lessons)) {
        expect(new Set(progress.steps).size).toBe(progress.steps.length);
        const before = findLessonProgress(document, id).best;
        for (const [key, { wallMs }] of Object.entries(progress.best)) {
          expect(wallMs).toBeLessThanOrEqual(before[key]?.wallMs ?? Infinity);
        }
      }
    }),
  );
});

test("property: a lesson that was reset is as one never begun", () => {
  fc.assert(
    fc.property(anyProgress, fc.constantFrom("01-difference", "valueOf"), (document, id) => {
      const reset = applyChange(document, { kind: "reset-lesson", lesson: id });
      expect(findLessonProgress(reset, id)).toEqual(findLessonProgress(emptyProgress(), id));
    }),
  );
});
