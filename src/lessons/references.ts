/** Which labs a piece of a lesson speaks of: what has to be run first. */
import type { Block, FigureRef, Question, Rich, Said, Step } from "./model.ts";

/** Labs that a text speaks of, in its conditions and its figures. */
export function labsOfSaid(said: Said): string[] {
  return unique(
    said.flatMap((one) => [
      ...one.when.flatMap((condition) =>
        condition.kind === "verdict" ? [condition.lab] : labsOfRef(condition.ref),
      ),
      ...labsOfBlocks(one.body),
    ]),
  );
}

export function labsOfBlocks(blocks: readonly Block[]): string[] {
  return unique(
    blocks.flatMap((block) => {
      switch (block.kind) {
        case "paragraph":
        case "quote":
          return labsOfRich(block.text);
        case "list":
          return block.items.flatMap(labsOfRich);
        case "finding":
          return labsOfSaid(block.said);
        case "code":
        case "file":
          return [];
      }
    }),
  );
}

export function labsOfRich(rich: Rich): string[] {
  return unique(rich.flatMap((inline) => (inline.kind === "figure" ? labsOfRef(inline.ref) : [])));
}

/** Labs whose measurements decide whether an answer is right. None for the kinds that are the same everywhere. */
export function labsGrading(question: Question): string[] {
  switch (question.kind) {
    case "choice":
    case "choices":
    case "order":
      return [];
    case "estimate":
      return labsOfRef(question.measure);
    case "table":
      return unique(question.columns.map((column) => column.lab));
    case "fastest":
    case "first":
    case "factor":
    case "threads":
    case "waiting":
    case "busy":
      return [question.lab];
  }
}

/** Every lab that a question speaks of: those that grade it, and those of its texts. */
export function labsOfQuestion(question: Question): string[] {
  return unique([
    ...labsGrading(question),
    ...labsOfRich(question.ask),
    ...richesOf(question).flatMap(labsOfRich),
    ...whysOf(question).flatMap(labsOfSaid),
  ]);
}

/** Every lab that a step speaks of, but for the one that it runs itself. */
export function labsOfStep(step: Step): string[] {
  const labs = labsOfBlocks(step.body);
  if (step.kind === "read" || step.kind === "schedule") return labs;
  if (step.kind === "lab") return labs.filter((lab) => lab !== step.lab.id);
  return unique([...labs, ...labsOfQuestion(step.question)]);
}

function labsOfRef(ref: FigureRef): string[] {
  return ref.kind === "machine" || ref.kind === "prediction" ? [] : [ref.lab];
}

function richesOf(question: Question): Rich[] {
  if (question.kind === "choice" || question.kind === "choices") {
    return question.options.map((option) => option.text);
  }
  if (question.kind === "order") return [...question.items];
  if (question.kind === "first") return [...question.options, question.none].map(({ text }) => text);
  if (question.kind !== "factor") return [];
  return question.options.flatMap((option) => (option.text ? [option.text] : []));
}

function whysOf(question: Question): Said[] {
  switch (question.kind) {
    case "choice":
    case "choices":
    case "factor":
    case "busy":
      return question.options.map((option) => option.why);
    case "threads":
    case "waiting":
      return [...question.options.map((option) => option.why), question.why];
    case "order":
    case "estimate":
    case "table":
      return [question.why];
    case "fastest":
      return Object.values(question.why);
    case "first":
      return [...question.options, question.none].map((option) => option.why);
  }
}

function unique(labs: readonly string[]): string[] {
  return [...new Set(labs)];
}
