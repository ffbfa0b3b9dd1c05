import { describe, expect, test } from "vitest";
import { describeAnswer, gradeQuestion, presentQuestion } from "../../../src/lessons/questions/index.ts";
import { makeMeasured, makeRecord, twoCores } from "../measured.ts";
import { estimate, table, why } from "./make-question.ts";

const nothing = makeMeasured([]);
const took = (wall: number | null) => makeMeasured([makeRecord("computing", { parallel: { wall } })]);

describe("estimate of 402 ms in steps of 20", () => {
  test.each([
    [402, "right"],
    [362, "right"],
    [361, "close"],
    [442, "right"],
    [443, "close"],
    [268, "close"],
    [267, "wrong"],
    [603, "close"],
    [604, "wrong"],
    [0, "wrong"],
  ])("%d is %s", (value, outcome) => {
    expect(gradeQuestion(estimate, { kind: "number", value }, twoCores)).toEqual({
      outcome,
      truth: "parallel took 402 ms",
      why: why("estimate"),
    });
  });

  test("one step is right where 10 % is less", () => {
    expect(gradeQuestion(estimate, { kind: "number", value: 40 }, took(20))).toMatchObject({
      outcome: "right",
    });
    expect(gradeQuestion(estimate, { kind: "number", value: 20 }, took(0))).toMatchObject({
      outcome: "right",
    });
    expect(gradeQuestion(estimate, { kind: "number", value: 21 }, took(0))).toMatchObject({
      outcome: "wrong",
    });
  });
  test("nobody can come closer than the end of the range", () => {
    expect(gradeQuestion(estimate, { kind: "number", value: 2000 }, took(9000))).toMatchObject({
      outcome: "right",
      truth: "parallel took 9.00 s",
    });
  });
  test("without a run there is nothing to grade", () => {
    const answer = { kind: "number", value: 400 } as const;
    expect(gradeQuestion(estimate, answer, nothing)).toEqual({
      outcome: "unmeasured",
      needs: "computing",
      reason: "not-run",
    });
    expect(gradeQuestion(estimate, answer, took(null))).toMatchObject({
      outcome: "unmeasured",
      reason: "not-told",
    });
  });
  test.each([
    ["ms", "1.20 s"],
    ["%", "1,200 %"],
    ["times", "1,200 times"],
    ["", "1,200"],
  ] as const)("in words, in %s", (unit, words) => {
    expect(describeAnswer({ ...estimate, unit }, { kind: "number", value: 1200 }, nothing)).toBe(words);
  });
  test("other figures have sentences of their own", () => {
    const asked = {
      ...estimate,
      measure: { kind: "ratio", lab: "computing", a: "sequential", b: "parallel" },
    } as const;
    expect(gradeQuestion(asked, { kind: "number", value: 1 }, twoCores)).toMatchObject({
      truth: "sequential took 1.99 times as long as parallel",
    });
  });
});

describe("table", () => {
  test.each([
    [801, 402, "right", ["right", "right"]],
    [681, 462, "right", ["right", "right"]],
    [680, 402, "close", ["close", "right"]],
    [801, 2000, "close", ["right", "wrong"]],
    [501, 643, "close", ["close", "close"]],
    [500, 644, "wrong", ["wrong", "wrong"]],
  ])("%d and %d are %s", (sequential, parallel, outcome, [first, second]) => {
    expect(gradeQuestion(table, { kind: "table", cells: [[sequential], [parallel]] }, twoCores)).toEqual({
      outcome,
      truth: "sums: sequential 801 ms, parallel 402 ms",
      why: why("table"),
      cells: [[first], [second]],
    });
  });
  test("every lab of the table is needed", () => {
    const columns = [...table.columns, { lab: "waiting", title: "waits" }];
    const cells = [
      [1, 2],
      [3, 4],
    ];
    expect(gradeQuestion({ ...table, columns }, { kind: "table", cells }, twoCores)).toEqual({
      outcome: "unmeasured",
      needs: "waiting",
      reason: "not-run",
    });
    expect(describeAnswer({ ...table, columns }, { kind: "table", cells }, nothing)).toBe(
      "sums: sequential 1 ms, parallel 3 ms; waits: sequential 2 ms, parallel 4 ms",
    );
  });
  test("is shown with its rows, columns and range", () => {
    expect(presentQuestion(table, nothing)).toEqual({
      kind: "table",
      rows: ["sequential", "parallel"],
      columns: ["sums"],
      unit: "ms",
      start: 500,
      step: 20,
      min: 0,
      max: 2000,
    });
  });
});
