/** Whether the questions of a lesson can be answered by what its labs measure. */
import { answersTo, flawsOf } from "./answers.ts";
import type { Answer, Lesson, Measured, Question, Said, Step } from "../model.ts";
import { gradeQuestion } from "../questions/index.ts";
import { isTold, labsOf, outcomesFor } from "./outcomes.ts";
import { findRefs, writeRef } from "./refs.ts";
import type { StepReport } from "./step-report.ts";

/** Looks at every question, every text that follows a measurement, and every figure of a lesson. */
export function checkQuestions(lesson: Lesson, report: StepReport): void {
  const labs = labsOf(lesson);
  for (const [index, step] of lesson.steps.entries()) {
    for (const ref of findRefs(step)) {
      if (isTold(ref, labs)) continue;
      const written = writeRef(ref);
      report(index, { text: written }, ["figure"], `{${written}}`, "a figure that runs of its lab tell");
    }
    checkCases(step, index, report);
    if (step.kind !== "predict" && step.kind !== "quiz") continue;
    const { question } = step;
    const outcomes = outcomesFor(question, lesson);
    const at = (path: readonly (string | number)[], found: string, allowed: string) =>
      report(index, { path: [step.kind, ...path] }, [step.kind, ...path], found, allowed);
    if (checkAnswers(question, outcomes, at)) checkReachable(question, outcomes, at);
  }
}

/** Cases of texts that can't be said, for one before them always is. */
function checkCases(step: Step, index: number, report: StepReport): void {
  const found = "a case that is never said";
  const allowed = "conditions that hold where those of no case before it do";
  const findings = step.body.flatMap((block) => (block.kind === "finding" ? [block.said] : []));
  for (const [finding, said] of findings.entries()) {
    const entry = shadowedCase(said);
    if (entry !== null) report(index, { finding, entry }, ["finding", entry], found, allowed);
  }
  if (step.kind !== "predict" && step.kind !== "quiz") return;
  for (const { path, said } of findSaid(step.question)) {
    const entry = shadowedCase(said);
    if (entry === null) continue;
    const written = [step.kind, ...path, entry];
    report(index, { path: written }, written, found, allowed);
  }
}

type At = (path: readonly (string | number)[], found: string, allowed: string) => void;

/** @returns whether the question can be answered, whatever was measured */
function checkAnswers(question: Question, outcomes: readonly Measured[], at: At): boolean {
  const flaws = outcomes.map((measured) => flawsOf(question, measured));
  const every = (kind: string) => flaws.every((found) => found.some((flaw) => flaw.kind === kind));
  const some = (kind: string) => flaws.flat().find((flaw) => flaw.kind === kind);
  if (every("not-graded")) {
    at(
      ["kind"],
      `${question.kind}, which no run decides`,
      "a question about figures that runs of the lab tell",
    );
    return false;
  }
  const silent = some("why");
  if (silent !== undefined) at(["why"], `nothing said of ${silent.answer}`, "text for every answer");
  if (some("never-right") !== undefined) {
    at(["kind"], "a question without a right answer after some runs", "an answer for every outcome");
    return false;
  }
  return true;
}

/** Each option of a question that is decided by a run has to be right after some run. */
function checkReachable(question: Question, outcomes: readonly Measured[], at: At): void {
  const isEverRight = (answer: Answer) =>
    outcomes.some((measured) => gradeQuestion(question, answer, measured).outcome === "right");
  const allowed = "an option that some run makes right";
  switch (question.kind) {
    case "fastest":
      for (const answer of answersTo(question, outcomes[0] as Measured)) {
        if (answer.kind !== "variant" || isEverRight(answer)) continue;
        at(["why", answer.id], `${answer.id}, which is right after no run`, allowed);
      }
      return;
    case "first":
    case "factor":
    case "busy":
      for (const index of question.options.keys()) {
        if (!isEverRight({ kind: "option", index }))
          at(["options", index], "an option that is right after no run", allowed);
      }
      if (question.kind === "first" && !isEverRight({ kind: "option", index: question.options.length }))
        at(["none"], "an option that is right after no run", allowed);
      return;
    // A number that was counted is always among the options of these; others stand for misconceptions. Where the right
    // answer is the author's, or any number, there is nothing to reach.
    case "threads":
    case "waiting":
    case "choice":
    case "choices":
    case "order":
    case "estimate":
    case "table":
  }
}

type Path = readonly (string | number)[];

/** Everything in a question that follows from measurements, with its path as it is written. */
function findSaid(value: unknown, path: Path = []): { readonly path: Path; readonly said: Said }[] {
  if (isSaid(value)) return [{ path, said: value }];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => findSaid(one, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => findSaid(one, [...path, key]));
}

function isSaid(value: unknown): value is Said {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one: unknown) => typeof one === "object" && one !== null && "when" in one && "body" in one)
  );
}

/** Index of the first case that can't be said, for one before it holds whenever it does; `null` without one. */
function shadowedCase(said: Said): number | null {
  const written = said.map(({ when }) => when.map((condition) => JSON.stringify(condition)));
  const index = written.findIndex((own, at) =>
    written.slice(0, at).some((earlier) => earlier.every((condition) => own.includes(condition))),
  );
  return index < 0 ? null : index;
}
