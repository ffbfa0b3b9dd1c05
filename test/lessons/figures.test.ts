import { describe, expect, test } from "vitest";
import { formatFigure, resolveFigure } from "../../src/lessons/figures.ts";
import type { FigureRef, RunField } from "../../src/lessons/model.ts";
import { makeMeasured, makeRecord, twoCores } from "./measured.ts";

const run = (field: RunField, variant = "parallel", lab = "computing"): FigureRef => ({
  kind: "run",
  lab,
  variant,
  field,
});
const ratio = (a: string, b: string): FigureRef => ({ kind: "ratio", lab: "computing", a, b });

test.each<[FigureRef, number | string | null, string]>([
  [run("wall"), 402, "402 ms"],
  [run("busy"), 196, "196 %"],
  [run("threads"), 2, "2"],
  [run("cores"), null, "(not measured)"],
  [run("wall", "hybrid"), null, "(not measured)"],
  [run("wall", "parallel", "waiting"), null, "(not measured)"],
  [{ kind: "finished", lab: "computing", variant: "parallel", task: 2 }, 200.4, "200 ms"],
  [{ kind: "finished", lab: "computing", variant: "parallel", task: 3 }, null, "(not measured)"],
  [{ kind: "finished", lab: "computing", variant: "parallel", task: 4 }, null, "(not measured)"],
  [ratio("parallel", "sequential"), 1.9925, "1.99"],
  [ratio("sequential", "parallel"), 1 / 1.9925, "0.50"],
  [ratio("parallel", "hybrid"), null, "(not measured)"],
  [{ kind: "machine", field: "cores" }, 2, "2"],
  [{ kind: "machine", field: "memory" }, 16, "16 GB"],
  [{ kind: "machine", field: "model" }, "Test CPU", "Test CPU"],
  [{ kind: "prediction", question: "guess" }, "500 ms", "500 ms"],
  [{ kind: "prediction", question: "none" }, null, "(not measured)"],
])("%j", (ref, value, words) => {
  expect(resolveFigure(ref, twoCores)).toBe(value);
  expect(formatFigure(ref, twoCores)).toBe(words);
});

describe("figures with other units", () => {
  const measured = makeMeasured([
    makeRecord("computing", { a: { memory: 87.3, wall: 10 }, b: { wall: 40 } }),
  ]);
  test("memory", () => expect(formatFigure(run("memory", "a"), measured)).toBe("87 MB"));
  test("a ratio without a verdict comes from the medians", () => {
    expect(resolveFigure(ratio("a", "b"), measured)).toBe(4);
  });
});
