/** The kinds whose right answer is the same on every machine. */
import * as v from "valibot";
import { baseShape, checkDifferent, type ReadQuestion, readRich, whyShape } from "./question-context.ts";
import { readSaid } from "./said.ts";
import { listOf, mapping, paragraphShape, readShape } from "./shape.ts";

const optionShape = mapping({
  text: paragraphShape,
  right: v.optional(v.boolean("true or false"), false),
  why: whyShape,
});
const fixedShape = mapping({ ...baseShape, options: listOf(optionShape, 2, "options") });
const orderShape = mapping({ ...baseShape, items: listOf(paragraphShape, 2, "items"), why: whyShape });

/** `choice`: exactly one option is right. `choices`: at least one is, and at least one is not. */
export const readFixed: ReadQuestion = (raw, { place, scope }) => {
  const read = readShape(fixedShape, raw, place);
  if (!read) return "misshapen";
  const { id, ask } = read;
  const list = place.at("options");
  const options = read.options.map(({ text, right, why }, index) => ({
    text: readRich(text, list.at(index, "text"), scope),
    right,
    why: readSaid(why, list.at(index, "why"), scope),
  }));
  checkDifferent(
    read.options.map((option) => option.text),
    list,
  );
  const kind = read.kind === "choice" ? "choice" : "choices";
  const rights = options.filter((option) => option.right).length;
  if (kind === "choice" && rights !== 1) list.problem(`${rights} right options`, "exactly 1 right option");
  if (kind === "choices" && (rights === 0 || rights === options.length)) {
    list.problem(`${rights} right options of ${options.length}`, "at least 1 right and 1 wrong option");
  }
  return { kind, id, ask: readRich(ask, place.at("ask"), scope), options };
};

export const readOrder: ReadQuestion = (raw, { place, scope }) => {
  const read = readShape(orderShape, raw, place);
  if (!read) return "misshapen";
  const list = place.at("items");
  checkDifferent(read.items, list);
  return {
    kind: "order",
    id: read.id,
    ask: readRich(read.ask, place.at("ask"), scope),
    items: read.items.map((item, index) => readRich(item, list.at(index), scope)),
    why: readSaid(read.why, place.at("why"), scope),
  };
};
