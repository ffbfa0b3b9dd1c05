/** The kinds in which a number is estimated: `estimate` and `table`. */
import * as v from "valibot";
import { approachNames, basicApproaches } from "../../lab/spec.ts";
import { unitOf } from "../figures.ts";
import type { EstimateQuestion, FigureRef } from "../model.ts";
import { parseNumberRef } from "./figure-ref.ts";
import { showFound } from "./problem.ts";
import {
  baseShape,
  checkNames,
  checkDifferent,
  type ReadQuestion,
  readRich,
  whyShape,
} from "./question-context.ts";
import { readSaid } from "./said.ts";
import { checkLab, checkVariant } from "./scope.ts";
import { lineShape, listOf, mapping, numberIn, readShape, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const units = ["ms", "%", "times", ""] as const;
const anyNumber = numberIn({ min: 0, max: 1e9 });
const rangeShape = { start: anyNumber, step: anyNumber, min: anyNumber, max: anyNumber };

const estimateShape = mapping({
  ...baseShape,
  ...rangeShape,
  measure: lineShape,
  unit: v.optional(word(units)),
  why: whyShape,
});
const tableShape = mapping({
  ...baseShape,
  ...rangeShape,
  rows: v.optional(listOf(word(approachNames), 1, "approaches")),
  columns: listOf(mapping({ lab: lineShape, title: lineShape }), 1, "columns"),
  why: whyShape,
});

export const readEstimate: ReadQuestion = (raw, { place, scope }) => {
  const read = readShape(estimateShape, raw, place);
  if (!read) return "misshapen";
  const { id, start, step, min, max } = read;
  const parsed = parseNumberRef(read.measure, scope);
  if (!parsed.ok) place.at("measure").problem(showFound(read.measure), parsed.allowed);
  else if (parsed.value.kind === "machine") {
    place.at("measure").problem(showFound(read.measure), "a figure of a lab");
  }
  checkRange(read, place);
  // After a problem the question is not used; any reference will do to go on looking for more problems.
  const measure: FigureRef = parsed.ok ? parsed.value : { kind: "machine", field: "cores" };
  return {
    kind: "estimate",
    id,
    ask: readRich(read.ask, place.at("ask"), scope),
    measure,
    unit: read.unit ?? guessUnit(measure),
    start,
    step,
    min,
    max,
    why: readSaid(read.why, place.at("why"), scope),
  };
};

export const readTable: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(tableShape, raw, place);
  if (!read) return "misshapen";
  const { id, columns, start, step, min, max } = read;
  const rows = read.rows ?? basicApproaches;
  checkDifferent(rows, place.at("rows"));
  columns.forEach(({ lab }, index) => {
    const field = place.at("columns", index, "lab");
    checkNames(lab, {}, context, field);
    if (checkLab(scope, lab) !== null) return;
    for (const row of rows) {
      const wrong = checkVariant(scope, lab, row);
      if (wrong !== null) field.problem(`a lab without ${row}`, wrong);
    }
  });
  checkRange(read, place);
  return {
    kind: "table",
    id,
    ask: readRich(read.ask, place.at("ask"), scope),
    rows,
    columns,
    unit: "ms",
    start,
    step,
    min,
    max,
    why: readSaid(read.why, place.at("why"), scope),
  };
};

function checkRange(
  { start, step, min, max }: { start: number; step: number; min: number; max: number },
  place: Place,
): void {
  if (max <= min) return place.at("max").problem(String(max), `a number above min (${min})`);
  if (start < min || start > max) place.at("start").problem(String(start), `a number from ${min} to ${max}`);
  if (step <= 0 || step > max - min) {
    place.at("step").problem(String(step), `a number above 0 and up to ${max - min}`);
  }
}

function guessUnit(ref: FigureRef): EstimateQuestion["unit"] {
  if (ref.kind === "finished") return "ms";
  if (ref.kind === "ratio") return "times";
  if (ref.kind !== "run") return "";
  const unit = unitOf(ref.field);
  return unit === "ms" || unit === "%" ? unit : "";
}
