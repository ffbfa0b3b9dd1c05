/** Questions made up for tests. Every why says whose it is. */
import type {
  BusyQuestion,
  ChoiceQuestion,
  ChoicesQuestion,
  CountQuestion,
  EstimateQuestion,
  FactorQuestion,
  FastestQuestion,
  OrderQuestion,
  Rich,
  Said,
  TableQuestion,
} from "../../../src/lessons/model.ts";

export const rich = (text: string): Rich => [{ kind: "text", text, style: "plain" }];
export const why = (text: string): Said => [{ when: [], body: [{ kind: "paragraph", text: rich(text) }] }];
const ask = rich("What?");
const option = (text: string, right: boolean) => ({ text: rich(text), right, why: why(text) });

export const choice: ChoiceQuestion = {
  kind: "choice",
  id: "choice",
  ask,
  options: [option("concurrency", false), option("parallelism", true), option("neither", false)],
};
export const choices: ChoicesQuestion = {
  kind: "choices",
  id: "choices",
  ask,
  options: [option("timer", true), option("sum", false), option("request", true), option("sort", false)],
};
export const order: OrderQuestion = {
  kind: "order",
  id: "order",
  ask,
  items: ["start", "wait", "finish"].map(rich),
  why: why("order"),
};
export const estimate: EstimateQuestion = {
  kind: "estimate",
  id: "estimate",
  ask,
  measure: { kind: "run", lab: "computing", variant: "parallel", field: "wall" },
  unit: "ms",
  start: 500,
  step: 20,
  min: 0,
  max: 2000,
  why: why("estimate"),
};
export const table: TableQuestion = {
  kind: "table",
  id: "table",
  ask,
  rows: ["sequential", "parallel"],
  columns: [{ lab: "computing", title: "sums" }],
  unit: "ms",
  start: 500,
  step: 20,
  min: 0,
  max: 2000,
  why: why("table"),
};
export const fastest: FastestQuestion = {
  kind: "fastest",
  id: "fastest",
  ask,
  lab: "computing",
  among: ["sequential", "concurrent", "parallel"],
  names: {},
  why: Object.fromEntries(["sequential", "concurrent", "parallel", "too-close"].map((id) => [id, why(id)])),
};
export const factor: FactorQuestion = {
  kind: "factor",
  id: "factor",
  ask,
  lab: "computing",
  a: "parallel",
  b: "sequential",
  options: [0.5, 1, 2, 4].map((value) => ({ factor: value, text: null, why: why(String(value)) })),
};
export const threads: CountQuestion = {
  kind: "threads",
  id: "threads",
  ask,
  lab: "computing",
  variant: "parallel",
  options: [
    { count: { kind: "cores", times: 1, plus: 0 }, why: why("cores") },
    { count: { kind: "number", value: 1 }, why: why("one") },
    { count: { kind: "number", value: 100 }, why: why("hundred") },
  ],
  why: why("measured"),
};
export const busy: BusyQuestion = {
  kind: "busy",
  id: "busy",
  ask,
  lab: "computing",
  variant: "parallel",
  options: [0, 100, 200].map((percent) => ({ percent, why: why(String(percent)) })),
};
export const allQuestions = [choice, choices, order, estimate, table, fastest, factor, threads, busy];
