import * as v from "valibot";
import { type Question, type QuestionKind, questionKinds } from "../model.ts";
import { listAllowed, showFound } from "./problem.ts";
import { readLine } from "./prose.ts";
import { readFixed, readOrder } from "./question-fixed.ts";
import { readCountQuestion, readBusy, readFactor, readFastest, readFirst } from "./question-measured.ts";
import { readEstimate, readTable } from "./question-estimates.ts";
import type { QuestionContext, ReadQuestion } from "./question-context.ts";
import { readSaid } from "./said.ts";
import type { Scope } from "./scope.ts";
import { isMapping } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const readers: Readonly<Record<QuestionKind, ReadQuestion>> = {
  choice: readFixed,
  choices: readFixed,
  order: readOrder,
  estimate: readEstimate,
  table: readTable,
  fastest: readFastest,
  first: readFirst,
  factor: readFactor,
  threads: readCountQuestion,
  waiting: readCountQuestion,
  busy: readBusy,
};

/** Reads a `predict` or `quiz` block. */
export function readQuestion(raw: unknown, place: Place, scope: Scope): Question | null {
  if (!isMapping(raw)) {
    place.problem(showFound(raw), "a mapping with id, ask, kind and the fields of the kind");
    return null;
  }
  const kind = questionKinds.find((one) => one === raw["kind"]);
  if (!kind) {
    place.at("kind").problem(showFound(raw["kind"]), listAllowed(questionKinds, raw["kind"]));
    sweepTexts(raw, place, scope);
    return null;
  }
  const context: QuestionContext = { place, scope };
  const question = readers[kind](raw, context);
  // The shape is broken, so nothing inside was read: still tell what is wrong with the texts.
  if (question === "misshapen") sweepTexts(raw, place, scope);
  return question === "misshapen" ? null : question;
}

/** Reads the texts of a question whose other fields are broken, for their problems only. */
function sweepTexts(raw: unknown, place: Place, scope: Scope): void {
  if (Array.isArray(raw)) raw.forEach((one: unknown, index) => sweepTexts(one, place.at(index), scope));
  if (!isMapping(raw)) return;
  for (const [key, value] of Object.entries(raw)) {
    const at = place.at(key);
    if (v.is(v.picklist(["ask", "text"]), key) && typeof value === "string") readLine(value, at, scope);
    else if (key !== "why") sweepTexts(value, at, scope);
    else if (isMapping(value)) {
      for (const [id, why] of Object.entries(value)) if (why !== null) readSaid(why, at.at(id), scope);
    } else if (value !== null && value !== undefined) readSaid(value, at, scope);
  }
}
