import { expect, test } from "vitest";
import type { Block, Condition, Said } from "../../src/lessons/model.ts";
import { labsOfQuestion, labsOfStep } from "../../src/lessons/references.ts";
import { chooseSaid, conditionHolds, fillRich, isMeasured } from "../../src/lessons/said.ts";
import { makeMeasured, oneCore, twoCores } from "./measured.ts";

const verdict = (a: string, words: string, b: string, lab = "computing"): Condition => ({
  kind: "verdict",
  lab,
  a,
  b,
  words: words.split("|") as ("faster" | "slower" | "too-close")[],
});
const busy = (operator: "<" | "<=" | ">" | ">=" | "=", value: number): Condition => ({
  kind: "compare",
  ref: { kind: "run", lab: "computing", variant: "parallel", field: "busy" },
  operator,
  value,
});
const paragraph = (text: string): Block => ({
  kind: "paragraph",
  text: [{ kind: "text", text, style: "plain" }],
});

test.each<[Condition, boolean]>([
  [verdict("parallel", "faster", "sequential"), true],
  [verdict("sequential", "slower", "parallel"), true],
  [verdict("sequential", "faster", "parallel"), false],
  [verdict("sequential", "too-close|slower", "concurrent"), true],
  [verdict("parallel", "faster|slower|too-close", "hybrid"), false],
  [verdict("parallel", "faster|slower|too-close", "sequential", "waiting"), false],
  [busy("<", 196), false],
  [busy("<=", 196), true],
  [busy(">", 195), true],
  [busy(">=", 197), false],
  [busy("=", 196), true],
])("%j on two cores: %s", (condition, holds) => {
  expect(conditionHolds(condition, twoCores)).toBe(holds);
});

test("a condition about a figure that is not known does not hold, whichever way it is put", () => {
  const nothing = makeMeasured([]);
  expect(
    (["<", "<=", ">", ">=", "="] as const).map((operator) => conditionHolds(busy(operator, 0), nothing)),
  ).toEqual([false, false, false, false, false]);
});

const said: Said = [
  { when: [verdict("parallel", "faster", "sequential"), busy(">=", 150)], body: [paragraph("two cores")] },
  { when: [verdict("parallel", "too-close", "sequential")], body: [paragraph("one core")] },
  { when: [], body: [paragraph("anyway")] },
];

test("the first case whose conditions all hold is said, and the last one otherwise", () => {
  expect(chooseSaid(said, twoCores)).toEqual([paragraph("two cores")]);
  expect(chooseSaid(said, oneCore)).toEqual([paragraph("one core")]);
  expect(chooseSaid(said, makeMeasured([]))).toEqual([paragraph("anyway")]);
});

test("findings inside are chosen too", () => {
  expect(chooseSaid([{ when: [], body: [paragraph("a"), { kind: "finding", said }] }], oneCore)).toEqual([
    paragraph("a"),
    paragraph("one core"),
  ]);
});

test("a text is measured when all the labs it speaks of were run", () => {
  expect(isMeasured(said, twoCores)).toBe(true);
  expect(isMeasured(said, makeMeasured([]))).toBe(false);
  expect(isMeasured([{ when: [], body: [paragraph("a")] }], makeMeasured([]))).toBe(true);
});

test("figures are put into their places and marked", () => {
  const ref = { kind: "run", lab: "computing", variant: "parallel", field: "wall" } as const;
  const rich = [
    { kind: "text", text: "took ", style: "plain" },
    { kind: "figure", ref, style: "strong" },
  ] as const;
  expect(fillRich(rich, twoCores)).toEqual([
    { text: "took ", style: "plain", figure: false },
    { text: "402 ms", style: "strong", figure: true },
  ]);
});

test("a step needs the labs of its texts, but not the one it runs itself", () => {
  const lab = { id: "computing" } as never;
  const body: Block[] = [
    { kind: "finding", said: [...said, { when: [verdict("a", "faster", "b", "waiting")], body: [] }] },
  ];
  expect(labsOfStep({ kind: "lab", id: "computing", title: "", body, lab })).toEqual(["waiting"]);
  expect(labsOfStep({ kind: "read", id: "x", title: "", body })).toEqual(["computing", "waiting"]);
});

test("a question needs the labs that grade it and those of its texts", () => {
  const options = [{ percent: 0, why: said }];
  const question = {
    kind: "busy",
    id: "q",
    ask: [],
    lab: "waiting",
    variant: "concurrent",
    options,
  } as const;
  expect(labsOfQuestion(question)).toEqual(["waiting", "computing"]);
});
