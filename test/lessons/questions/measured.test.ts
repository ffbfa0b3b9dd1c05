import { describe, expect, test } from "vitest";
import type { Answer, Question } from "../../../src/lessons/model.ts";
import { describeAnswer, gradeQuestion, presentQuestion } from "../../../src/lessons/questions/index.ts";
import { fillPlain } from "../../../src/lessons/said.ts";
import { type Figures, makeMeasured, makeRecord, oneCore, twoCores, type Verdicts } from "../measured.ts";
import { busy, factor, fastest, threads, why } from "./make-question.ts";

const measure = (variants: Record<string, Figures>, verdicts: Verdicts = [], cores = 2) =>
  makeMeasured([makeRecord("computing", variants, verdicts)], cores);
const variant = (id: string): Answer => ({ kind: "variant", id });
const option = (index: number): Answer => ({ kind: "option", index });
const number = (value: number): Answer => ({ kind: "number", value });
const labels = (question: Question, measured = twoCores) => {
  const presented = presentQuestion(question, measured);
  return presented.kind === "one" ? presented.options.map(({ label }) => fillPlain(label, measured)) : [];
};

describe.each([fastest, factor, threads, busy])("$kind", (question) => {
  const answer: Answer =
    question.kind === "fastest" ? variant("parallel") : question.kind === "threads" ? number(1) : option(0);
  test("says which lab to run first", () => {
    expect(gradeQuestion(question, answer, makeMeasured([]))).toEqual({
      outcome: "unmeasured",
      needs: "computing",
      reason: "not-run",
    });
  });
  test("says so where the system did not tell the figure", () => {
    expect(gradeQuestion(question, answer, measure({ parallel: {}, sequential: {} }))).toEqual({
      outcome: "unmeasured",
      needs: "computing",
      reason: "not-told",
    });
  });
});

describe("fastest", () => {
  const times = "parallel 402 ms, sequential 801 ms, concurrent 803 ms";
  test.each([
    ["parallel", "right"],
    ["sequential", "wrong"],
    ["too-close", "wrong"],
  ])("two cores: %s is %s", (id, outcome) => {
    expect(gradeQuestion(fastest, variant(id), twoCores)).toEqual({
      outcome,
      truth: `parallel was fastest: ${times}`,
      why: why(id),
    });
  });
  test.each([
    ["too-close", "right"],
    ["parallel", "close"],
    ["sequential", "close"],
  ])("one core: %s is %s", (id, outcome) => {
    expect(gradeQuestion(fastest, variant(id), oneCore)).toEqual({
      outcome,
      truth:
        "too close to call here between sequential, concurrent and parallel: sequential 801 ms, concurrent 805 ms, parallel 812 ms",
      why: why(id),
    });
  });
  test("a variant with a label is called by it: as an option, as an answer, among the figures", () => {
    const labelled = { ...fastest, names: { parallel: "two threads" } };
    const presented = presentQuestion(labelled, twoCores);
    const labels =
      presented.kind === "one" ? presented.options.map(({ label }) => fillPlain(label, twoCores)) : [];
    expect(labels).toEqual(["sequential", "concurrent", "two threads", "too close to call here"]);
    expect(describeAnswer(labelled, variant("parallel"), twoCores)).toBe("two threads");
    const grade = gradeQuestion(labelled, variant("parallel"), twoCores);
    expect("truth" in grade ? grade.truth : "").toContain("two threads 402 ms, sequential 801 ms");
  });
  test("two at the front, one behind: to name the last is wrong", () => {
    const waits = measure({ sequential: { wall: 900 }, concurrent: { wall: 301 }, parallel: { wall: 300 } }, [
      ["concurrent", "faster", "sequential", 2.99],
      ["parallel", "faster", "sequential", 3],
      ["parallel", "too-close", "concurrent", 1.003],
    ]);
    expect(
      ["too-close", "concurrent", "parallel", "sequential"].map(
        (id) => gradeQuestion(fastest, variant(id), waits).outcome,
      ),
    ).toEqual(["right", "close", "close", "wrong"]);
  });
  test("the other way round in the record, the verdict is the same", () => {
    const turned = measure({ sequential: { wall: 800 }, parallel: { wall: 400 } }, [
      ["sequential", "slower", "parallel", 0.5],
    ]);
    const asked = { ...fastest, among: ["sequential", "parallel"] };
    expect(gradeQuestion(asked, variant("parallel"), turned)).toMatchObject({ outcome: "right" });
  });
  test("offers the variants and that it was too close", () => {
    expect(labels(fastest)).toEqual(["sequential", "concurrent", "parallel", "too close to call here"]);
    expect(describeAnswer(fastest, variant("too-close"), twoCores)).toBe("too close to call here");
  });
});

describe("factor, of 0.5, 1, 2 and 4", () => {
  const ran = (ratio: number, word: "faster" | "slower" | "too-close" = "faster") =>
    measure({ parallel: { wall: 800 / ratio }, sequential: { wall: 800 } }, [
      ["parallel", word, "sequential", ratio],
    ]);
  const rights = (measured: ReturnType<typeof ran>) =>
    [0, 1, 2, 3].filter((index) => gradeQuestion(factor, option(index), measured).outcome === "right");
  test.each([
    [1.99, [2]],
    [0.4, [0]],
    [2.6, [2]],
    [2.65, [2, 3]],
    [2 * Math.SQRT2, [2, 3]],
    [3.02, [2, 3]],
    [3.05, [3]],
    [40, [3]],
  ])("%d makes right: %j", (ratio, indexes) => {
    expect(rights(ran(ratio))).toEqual(indexes);
  });
  test("too close to call counts as 1, whatever the medians say", () => {
    expect(rights(ran(1.6, "too-close"))).toEqual([1]);
  });
  test("tells what was measured", () => {
    expect(gradeQuestion(factor, option(2), twoCores)).toEqual({
      outcome: "right",
      truth: "parallel took 402 ms, sequential took 801 ms: 1.99 times as fast",
      why: why("2"),
    });
    expect(gradeQuestion(factor, option(2), oneCore)).toMatchObject({
      outcome: "wrong",
      truth: "parallel took 812 ms, sequential took 801 ms: too close to call here",
    });
    expect(gradeQuestion(factor, option(0), ran(0.5, "slower"))).toMatchObject({
      truth: "parallel took 1.60 s, sequential took 800 ms: 2 times as long",
    });
  });
  test("names its options", () => {
    expect(labels(factor)).toEqual([
      "2 times as long",
      "about as fast, or too close to call",
      "2 times as fast",
      "4 times as fast",
    ]);
    expect(describeAnswer(factor, option(3), twoCores)).toBe("4 times as fast");
  });
});

describe("threads and waiting", () => {
  test("options come to numbers of this machine, each once, in order", () => {
    expect(labels(threads)).toEqual(["1 thread", "2 threads", "100 threads"]);
    expect(labels(threads, measure({ parallel: { threads: 1 } }, [], 1))).toEqual([
      "1 thread",
      "100 threads",
    ]);
  });
  test("of two that come to the same number, the first says why", () => {
    const measured = measure({ parallel: { threads: 1 } }, [], 1);
    expect(gradeQuestion(threads, number(1), measured)).toMatchObject({
      outcome: "right",
      why: why("cores"),
    });
  });
  test("the measured number is always among them", () => {
    const measured = measure({ parallel: { threads: 7 } });
    expect(labels(threads, measured)).toEqual(["1 thread", "2 threads", "7 threads", "100 threads"]);
    expect(gradeQuestion(threads, number(7), measured)).toEqual({
      outcome: "right",
      truth: "parallel used 7 threads",
      why: why("measured"),
    });
    expect(gradeQuestion(threads, number(2), measured)).toMatchObject({
      outcome: "wrong",
      why: why("cores"),
    });
  });
  test("a large number need not be met exactly to be close", () => {
    const waiting = { ...threads, kind: "waiting", variant: "1000" } as const;
    const measured = measure({ "1000": { waiting: 98 } });
    expect(gradeQuestion(waiting, number(100), measured)).toMatchObject({
      outcome: "close",
      truth: "in the run with 1000 at most 98 tasks were waiting at once",
    });
    expect(gradeQuestion(waiting, number(2), measured)).toMatchObject({ outcome: "wrong" });
    expect(describeAnswer(waiting, number(100), measured)).toBe("100 waiting at once");
  });
});

describe("busy, of 0, 100 and 200 per cent", () => {
  const rights = (percent: number) =>
    [0, 1, 2].filter(
      (index) =>
        gradeQuestion(busy, option(index), measure({ parallel: { busy: percent } })).outcome === "right",
    );
  test.each([
    [0, [0]],
    [48.5, [0]],
    [48.6, [0, 1]],
    [50, [0, 1]],
    [51.4, [0, 1]],
    [51.5, [1]],
    [196, [2]],
    [750, [2]],
  ])("%d makes right: %j", (percent, indexes) => {
    expect(rights(percent)).toEqual(indexes);
  });
  test("tells what was measured, and names its options", () => {
    expect(gradeQuestion(busy, option(1), twoCores)).toEqual({
      outcome: "wrong",
      truth: "parallel kept 196 % of one core busy",
      why: why("100"),
    });
    expect(labels(busy)).toEqual(["0 %", "100 %", "200 %"]);
    expect(describeAnswer(busy, option(1), twoCores)).toBe("100 % of one core");
  });
});
