import * as v from "valibot";
import type { Question, Rich } from "../model.ts";
import { readLine } from "./prose.ts";
import type { Scope } from "./scope.ts";
import { checkLab, checkVariant } from "./scope.ts";
import { idShape, paragraphShape } from "./shape.ts";
import { showFound } from "./problem.ts";
import type { Place } from "./yaml-block.ts";

export interface QuestionContext {
  readonly place: Place;
  readonly scope: Scope;
}

/**
 * Reads one kind of question. `misshapen`: fields are missing or of a wrong type, and the texts were not read.
 * Problems inside well-shaped fields are reported while the question is built all the same.
 */
export type ReadQuestion = (
  raw: Readonly<Record<string, unknown>>,
  context: QuestionContext,
) => Question | "misshapen";

/** Fields that every question has. */
export const baseShape = { id: idShape, ask: paragraphShape, kind: v.string() };

/** A `why` is read later, as text or cases. */
export const whyShape = v.unknown();

/** A text of one paragraph; empty after a problem, which keeps the question from being used anyway. */
export function readRich(text: string, place: Place, scope: Scope): Rich {
  return readLine(text, place, scope) ?? [];
}

/** Checks fields that name a lab and its variants. */
export function checkNames(
  lab: string,
  variants: Readonly<Record<string, string>>,
  { place, scope }: QuestionContext,
  labField: Place = place.at("lab"),
): void {
  const wrongLab = checkLab(scope, lab);
  if (wrongLab !== null) return labField.problem(showFound(lab), wrongLab);
  for (const [field, variant] of Object.entries(variants)) {
    const wrong = checkVariant(scope, lab, variant);
    if (wrong !== null) place.at(field).problem(showFound(variant), wrong);
  }
}

/** Reports values that stand twice in a list of options. */
export function checkDifferent(values: readonly (string | number)[], place: Place): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index)
      place.at(index).problem(`${showFound(value)} again`, "different values");
  });
}
