import type { Answer, Measured, Question, QuestionKind } from "../model.ts";
import { busy } from "./busy.ts";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { count } from "./count.ts";
import { estimate } from "./estimate.ts";
import { factor } from "./factor.ts";
import { fastest } from "./fastest.ts";
import { first } from "./first.ts";
import { order } from "./order.ts";
import type { Graded, QuestionType } from "./question-type.ts";
import { table } from "./table.ts";

/** Each entry only ever meets questions of its own kind and answers that its `isAnswer` let through. */
export const questionTypes: Readonly<Record<QuestionKind, QuestionType<Question, Answer>>> = {
  choice,
  choices,
  order,
  estimate,
  table,
  fastest,
  first,
  factor,
  threads: count,
  waiting: count,
  busy,
};

/** Whether something read back from a progress file is an answer to this question. */
export function isAnswer(question: Question, value: unknown): value is Answer {
  return questionTypes[question.kind].isAnswer(question, value);
}

/** How an answer or a prediction compares with what was measured. */
export function gradeQuestion(question: Question, answer: Answer, measured: Measured): Graded {
  checkAnswer(question, answer);
  return questionTypes[question.kind].grade(question, answer, measured);
}

/** The answer in words, as in "you predicted ...": `402 ms`, `parallel`, `2 threads`. */
export function describeAnswer(question: Question, answer: Answer, measured: Measured): string {
  checkAnswer(question, answer);
  return questionTypes[question.kind].describe(question, answer, measured);
}

function checkAnswer(question: Question, answer: Answer): void {
  if (!isAnswer(question, answer)) {
    throw new TypeError(`Not an answer to the ${question.kind} question ${question.id}`);
  }
}
