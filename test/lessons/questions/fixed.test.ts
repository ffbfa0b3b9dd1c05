import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeAnswer, gradeQuestion, presentQuestion } from "../../../src/lessons/questions/index.ts";
import { mixOrder } from "../../../src/lessons/questions/order.ts";
import { chooseSaid } from "../../../src/lessons/said.ts";
import { makeMeasured } from "../measured.ts";
import { choice, choices, order, why } from "./make-question.ts";

/** These kinds need no measurement. */
const nothing = makeMeasured([]);

describe("choice", () => {
  test.each([
    [0, "wrong", "concurrency"],
    [1, "right", "parallelism"],
  ])("option %d is %s", (index, outcome, said) => {
    expect(gradeQuestion(choice, { kind: "option", index }, nothing)).toEqual({
      outcome,
      truth: "parallelism",
      why: why(said),
    });
  });
  test("in words", () =>
    expect(describeAnswer(choice, { kind: "option", index: 0 }, nothing)).toBe("concurrency"));
});

describe("choices", () => {
  test.each([
    [[2, 0], "right", ["timer", "timer", "request", "request"]],
    [[0], "close", ["request", "request"]],
    [[0, 2, 1], "close", ["sum", "sum"]],
    [[0, 1], "wrong", ["sum", "sum", "request", "request"]],
  ])("%j is %s and speaks of the options that were mistaken", (indexes, outcome, said) => {
    const grade = gradeQuestion(choices, { kind: "options", indexes }, nothing);
    expect(grade).toMatchObject({ outcome, truth: "timer and request" });
    const blocks = grade.outcome === "unmeasured" ? [] : chooseSaid(grade.why, nothing);
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.text[0] : null))).toMatchObject(
      said.map((text) => ({ text })),
    );
  });
  test("in words", () => {
    expect(describeAnswer(choices, { kind: "options", indexes: [0, 1, 2] }, nothing)).toBe(
      "timer, sum and request",
    );
  });
});

describe("order", () => {
  test("only the whole order is right", () => {
    expect(gradeQuestion(order, { kind: "order", indexes: [0, 1, 2] }, nothing)).toMatchObject({
      outcome: "right",
      truth: "start, then wait, then finish",
    });
    expect(gradeQuestion(order, { kind: "order", indexes: [1, 0, 2] }, nothing)).toMatchObject({
      outcome: "wrong",
    });
  });
  test("in words", () => {
    expect(describeAnswer(order, { kind: "order", indexes: [2, 0, 1] }, nothing)).toBe(
      "finish, then start, then wait",
    );
  });
  test("the items are mixed the same way each time, and never stand in the right order", () => {
    expect(presentQuestion(order, nothing)).toEqual(presentQuestion(order, nothing));
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 8 }), (seed, length) => {
        const mixed = mixOrder(seed, length);
        const right = Array.from({ length }, (_, index) => index);
        expect(mixed.toSorted((a, b) => a - b)).toEqual(right);
        expect(mixed).not.toEqual(right);
        expect(mixOrder(seed, length)).toEqual(mixed);
      }),
    );
  });
});
