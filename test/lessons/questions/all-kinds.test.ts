import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VerdictWord } from "../../../src/lab/result.ts";
import type { Answer, Measured, Question } from "../../../src/lessons/model.ts";
import {
  describeAnswer,
  gradeQuestion,
  isAnswer,
  presentQuestion,
} from "../../../src/lessons/questions/index.ts";
import { makeMeasured, makeRecord, twoCores } from "../measured.ts";
import {
  allQuestions,
  busy,
  choice,
  choices,
  estimate,
  factor,
  fastest,
  order,
  table,
  threads,
} from "./make-question.ts";

/** Measurements as experiments make them: a verdict for each pair, too close below a margin. */
const anyMeasured: fc.Arbitrary<Measured> = fc
  .record({
    walls: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 50, max: 3000, noNaN: true }))),
    margin: fc.constantFrom(0, 0.05, 0.5, 100),
    threads: fc.constantFrom(1, 2, 3, 100),
    busy: fc.double({ min: 0, max: 400, noNaN: true }),
    cores: fc.integer({ min: 1, max: 16 }),
  })
  .map(({ walls, margin, threads: used, busy: percent, cores }) => {
    const ids = ["sequential", "concurrent", "parallel"];
    const figures = ids.map((id, i) => [id, { wall: walls[i] ?? 1, threads: used, busy: percent }] as const);
    const pairs = figures.flatMap(([a, { wall: wallA }], i) =>
      figures.slice(0, i).map(([b, { wall: wallB }]) => {
        const ratio = wallB / wallA;
        const isClose = Math.abs(ratio - 1) <= margin;
        const word: VerdictWord = isClose ? "too-close" : ratio > 1 ? "faster" : "slower";
        return [a, word, b, ratio] as const;
      }),
    );
    return makeMeasured([makeRecord("computing", Object.fromEntries(figures), pairs)], cores);
  });

function offeredAnswers(question: Question, measured: Measured): Answer[] {
  const presented = presentQuestion(question, measured);
  return presented.kind === "one" ? presented.options.map((option) => option.answer) : [];
}

describe.each([choice, fastest, factor, threads, busy])("what $kind offers", (question) => {
  test("holds a right answer whatever was measured, and only answers", () => {
    fc.assert(
      fc.property(anyMeasured, (measured) => {
        const offered = offeredAnswers(question, measured);
        expect(offered.every((answer) => isAnswer(question, answer))).toBe(true);
        const outcomes = offered.map((answer) => gradeQuestion(question, answer, measured).outcome);
        expect(outcomes).toContain("right");
        expect(outcomes).not.toContain("unmeasured");
      }),
    );
  });

  test("can each be right for some measurement", () => {
    if (question.kind === "choice") return;
    const right = new Set<string>();
    for (const measured of fc.sample(anyMeasured, { numRuns: 2000, seed: 1 })) {
      for (const answer of offeredAnswers(question, measured)) {
        if (gradeQuestion(question, answer, measured).outcome === "right") right.add(JSON.stringify(answer));
      }
    }
    for (const answer of offeredAnswers(question, twoCores)) expect(right).toContain(JSON.stringify(answer));
  });
});

test("the measured value itself is always a right estimate", () => {
  fc.assert(
    fc.property(anyMeasured, (measured) => {
      const wall = (id: string) => {
        const found = measured.labs["computing"]?.variants.find((one) => one.id === id)?.figures.wall ?? 0;
        return Math.min(found, estimate.max);
      };
      const answer: Answer = { kind: "number", value: wall("parallel") };
      expect(gradeQuestion(estimate, answer, measured).outcome).toBe("right");
      const cells = [[wall("sequential")], [wall("parallel")]];
      expect(gradeQuestion(table, { kind: "table", cells }, measured).outcome).toBe("right");
    }),
  );
});

const good: readonly (readonly [Question, Answer])[] = [
  [choice, { kind: "option", index: 2 }],
  [choices, { kind: "options", indexes: [3, 0] }],
  [order, { kind: "order", indexes: [2, 0, 1] }],
  [estimate, { kind: "number", value: 2000 }],
  [table, { kind: "table", cells: [[0], [2000]] }],
  [fastest, { kind: "variant", id: "too-close" }],
  [factor, { kind: "option", index: 3 }],
  [threads, { kind: "number", value: 5 }],
  [busy, { kind: "option", index: 0 }],
];

describe("answers read back from a file", () => {
  test.each(good)("$kind takes its own and survives JSON", (question, answer) => {
    expect(isAnswer(question, JSON.parse(JSON.stringify(answer)))).toBe(true);
    expect(describeAnswer(question, answer, twoCores)).not.toBe("");
  });

  test.each<[Question, unknown]>([
    [choice, { kind: "option", index: 3 }],
    [choice, { kind: "option", index: 0.5 }],
    [choice, { kind: "option" }],
    [choices, { kind: "options", indexes: [] }],
    [choices, { kind: "options", indexes: [0, 0] }],
    [choices, { kind: "options", indexes: "0" }],
    [order, { kind: "order", indexes: [0, 1] }],
    [order, { kind: "order", indexes: [0, 1, 1] }],
    [estimate, { kind: "number", value: 2001 }],
    [estimate, { kind: "number", value: null }],
    [table, { kind: "table", cells: [[0]] }],
    [table, { kind: "table", cells: [[0], [1, 2]] }],
    [table, { kind: "table", cells: [[0], ["1"]] }],
    [fastest, { kind: "variant", id: "hybrid" }],
    [threads, { kind: "number", value: 1.5 }],
    [threads, { kind: "number", value: -1 }],
    [busy, { kind: "number", value: 1 }],
  ])("$kind does not take %j", (question, value) => {
    expect(isAnswer(question, value)).toBe(false);
  });

  test("anything at all is either an answer that can be graded, or refused", () => {
    fc.assert(
      fc.property(fc.constantFrom(...allQuestions), fc.jsonValue(), (question, value) => {
        if (isAnswer(question, value)) gradeQuestion(question, value, twoCores);
        else expect(() => gradeQuestion(question, value as never, twoCores)).toThrow("Not an answer");
      }),
    );
  });
});
