import type { Measured, Question } from "../model.ts";
import type { Presented } from "./question-type.ts";
import { questionTypes } from "./question-types.ts";

/** A question as plain data for a screen. Before a run, `measured` has no labs yet but knows the machine. */
export function presentQuestion(question: Question, measured: Measured): Presented {
  return questionTypes[question.kind].present(question, measured);
}
