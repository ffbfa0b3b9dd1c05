/** The kinds whose right answer is read from a run: fastest, first, factor, threads, waiting, busy. */
import * as v from "valibot";
import { parseCount, variantIds, writeCount } from "../count.ts";
import type { Count, Lab, Said } from "../model.ts";
import { tooCloseId } from "../questions/words.ts";
import { listAllowed, showFound } from "./problem.ts";
import {
  baseShape,
  checkDifferent,
  checkNames,
  type QuestionContext,
  type ReadQuestion,
  readRich,
  whyShape,
} from "./question-context.ts";
import { readSaid } from "./said.ts";
import { checkCompares, checkVariant, type Scope } from "./scope.ts";
import {
  isMapping,
  lineShape,
  listOf,
  mapping,
  numberIn,
  paragraphShape,
  readShape,
  variantShape,
} from "./shape.ts";

const ratioShape = numberIn({ min: 0.001, max: 100_000 });
const percentShape = numberIn({ min: 0, max: 100_000 });
const countAllowed = "a whole number, cores, 2*cores, cores+1 or tasks";
const countShape = v.union([v.number(), v.string()], countAllowed);

const fastestShape = mapping({
  ...baseShape,
  lab: lineShape,
  among: v.optional(listOf(variantShape, 2, "variants")),
  why: v.custom<Record<string, unknown>>(
    isMapping,
    `a mapping from each variant and ${tooCloseId} to what is said`,
  ),
});
const firstShape = mapping({
  ...baseShape,
  lab: lineShape,
  options: listOf(
    mapping({ a: variantShape, b: variantShape, text: paragraphShape, why: whyShape }),
    2,
    "options",
  ),
  none: mapping({ text: paragraphShape, why: whyShape }),
});
const factorOption = mapping({ factor: ratioShape, text: v.optional(paragraphShape), why: whyShape });
const factorShape = mapping({
  ...baseShape,
  lab: lineShape,
  a: variantShape,
  b: variantShape,
  options: listOf(factorOption, 2, "options"),
});
const countOption = mapping({ count: countShape, why: whyShape });
const countQuestionShape = mapping({
  ...baseShape,
  lab: lineShape,
  variant: variantShape,
  options: listOf(countOption, 1, "options"),
  why: whyShape,
});
const busyOption = mapping({ percent: percentShape, why: whyShape });
const busyShape = mapping({
  ...baseShape,
  lab: lineShape,
  variant: variantShape,
  options: listOf(busyOption, 2, "options"),
});

function labelsOf({ vary }: Lab): Record<string, string> {
  const cases = vary?.knob === "case" ? vary.values : [];
  return Object.fromEntries(cases.flatMap(({ id, label }) => (label === null ? [] : [[id, label]])));
}

export const readFastest: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(fastestShape, raw, place);
  if (!read) return "misshapen";
  checkNames(read.lab, {}, context);
  checkCompared(read.lab, context);
  const lab = scope.labs.get(read.lab);
  const known = lab ? variantIds(lab) : null;
  const among = read.among ?? known ?? [];
  checkDifferent(among, place.at("among"));
  among.forEach((id, index) => {
    if (known && !known.includes(id)) {
      place.at("among", index).problem(showFound(id), `variants of ${read.lab}: ${listAllowed(known, id)}`);
    }
  });
  const answers = [...among, tooCloseId];
  const why: Record<string, Said> = {};
  const whyPlace = place.at("why");
  for (const [id, said] of Object.entries(read.why)) {
    // Which answers there are is not known when the lab is broken and none were named.
    if (among.length > 0 && !answers.includes(id)) {
      whyPlace.at(id).problem("an unknown key", listAllowed(answers, id));
    }
    why[id] = readSaid(said, whyPlace.at(id), scope);
  }
  for (const id of answers.filter((one) => !Object.hasOwn(why, one))) {
    whyPlace.problem(`nothing for ${id}`, `one for each of ${answers.join(", ")}`);
  }
  return {
    kind: "fastest",
    id: read.id,
    ask: readRich(read.ask, place.at("ask"), scope),
    lab: read.lab,
    among,
    names: lab ? labelsOf(lab) : {},
    why,
  };
};

export const readFirst: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(firstShape, raw, place);
  if (!read) return "misshapen";
  const { id, lab } = read;
  checkNames(lab, {}, context);
  checkCompared(lab, context);
  const list = place.at("options");
  const options = read.options.map(({ a, b, text, why }, index) => {
    const at = list.at(index);
    for (const [field, variant] of Object.entries({ a, b })) {
      const wrong = checkVariant(scope, lab, variant);
      if (wrong !== null) at.at(field).problem(showFound(variant), wrong);
    }
    if (a === b) at.at("b").problem(showFound(b), "a variant other than a");
    return { a, b, text: readRich(text, at.at("text"), scope), why: readSaid(why, at.at("why"), scope) };
  });
  const noneAt = place.at("none");
  const none = {
    text: readRich(read.none.text, noneAt.at("text"), scope),
    why: readSaid(read.none.why, noneAt.at("why"), scope),
  };
  return { kind: "first", id, ask: readRich(read.ask, place.at("ask"), scope), lab, options, none };
};

export const readFactor: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(factorShape, raw, place);
  if (!read) return "misshapen";
  const { id, lab, a, b } = read;
  checkNames(lab, { a, b }, context);
  checkCompared(lab, context);
  if (a === b) place.at("b").problem(showFound(b), "a variant other than a");
  const list = place.at("options");
  const factors = read.options.map((option) => option.factor);
  checkDifferent(factors, list);
  // Where it is too close to call, 1 is the truth, and no other number may stand for it.
  if (!factors.includes(1)) list.problem(factors.join(", "), "factors with 1 among them");
  const options = read.options.map(({ factor, text, why }, index) => ({
    factor,
    text: text === undefined ? null : readRich(text, list.at(index, "text"), scope),
    why: readSaid(why, list.at(index, "why"), scope),
  }));
  return { kind: "factor", id, ask: readRich(read.ask, place.at("ask"), scope), lab, a, b, options };
};

export const readCountQuestion: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(countQuestionShape, raw, place);
  if (!read) return "misshapen";
  const { id, lab, variant } = read;
  checkNames(lab, { variant }, context);
  const list = place.at("options");
  const options = read.options.map(({ count: written, why }, index) => {
    const count = parseCount(written);
    const isWhole = count && (count.kind !== "number" || Number.isInteger(count.value));
    if (!isWhole) list.at(index, "count").problem(showFound(written), countAllowed);
    return {
      count: settleTasks(count ?? { kind: "number", value: 0 }, lab, variant, scope),
      why: readSaid(why, list.at(index, "why"), scope),
    };
  });
  checkDifferent(
    options.map((option) => writeCount(option.count)),
    list,
  );
  const kind = read.kind === "threads" ? "threads" : "waiting";
  const ask = readRich(read.ask, place.at("ask"), scope);
  return { kind, id, ask, lab, variant, options, why: readSaid(read.why, place.at("why"), scope) };
};

export const readBusy: ReadQuestion = (raw, context) => {
  const { place, scope } = context;
  const read = readShape(busyShape, raw, place);
  if (!read) return "misshapen";
  const { id, lab, variant } = read;
  checkNames(lab, { variant }, context);
  const list = place.at("options");
  checkDifferent(
    read.options.map((option) => option.percent),
    list,
  );
  const options = read.options.map(({ percent, why }, index) => ({
    percent,
    why: readSaid(why, list.at(index, "why"), scope),
  }));
  return { kind: "busy", id, ask: readRich(read.ask, place.at("ask"), scope), lab, variant, options };
};

function checkCompared(lab: string, { place, scope }: QuestionContext): void {
  const wrong = checkCompares(scope, lab);
  if (wrong !== null) place.at("lab").problem(showFound(lab), wrong);
}

/** `tasks` stands for the number of tasks of the variant, which the lab says. */
function settleTasks(count: Count, labId: string, variant: string, scope: Scope): Count {
  const lab: Lab | null | undefined = scope.labs.get(labId);
  if (count.kind !== "tasks" || !lab) return count;
  const varied = lab.vary?.knob === "tasks" ? lab.vary.values : [];
  return varied.find((value) => writeCount(value) === variant) ?? lab.tasks;
}
