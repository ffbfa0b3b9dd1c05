/** Every piece of text of a lesson, with the place where it stands. */
import type { Block, Lab, Lesson, Question, Rich, Said } from "../../../src/lessons/model.ts";

export { blocksToText, sayPlain } from "../../../src/lessons/said.ts";

export interface Text {
  readonly where: string;
  readonly text: string;
}

/** Texts as they are written, a figure as `12 ms`. */
export function textsOf(lesson: Lesson): Text[] {
  const titles = [
    { where: `${lesson.id} title`, text: lesson.title },
    { where: `${lesson.id} summary`, text: lesson.summary },
  ];
  const steps = lesson.steps.flatMap((step) => {
    const where = `${lesson.id} ${step.id}`;
    const question = step.kind === "predict" || step.kind === "quiz" ? textsOfQuestion(step.question) : [];
    const labels = step.kind === "lab" ? labelsOf(step.lab) : [];
    return [step.title, ...step.body.flatMap(textsOfBlock), ...question, ...labels].map((text) => ({
      where,
      text,
    }));
  });
  return [...titles, ...steps];
}

/** What the runs of a lab are called on the screen. */
function labelsOf({ vary }: Lab): string[] {
  if (vary?.knob !== "case") return [];
  return vary.values
    .flatMap(({ label, twin }) => [label, twin?.label ?? null])
    .filter((label) => label !== null);
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
    case "quote":
      return [plainText(block.text)];
    case "list":
      return block.items.map(plainText);
    case "finding":
      return textsOfSaid(block.said);
    case "code":
    case "file":
      return [];
  }
}
function textsOfSaid(said: Said): string[] {
  return said.flatMap(({ body }) => body.flatMap(textsOfBlock));
}
function textsOfQuestion(question: Question): string[] {
  return [plainText(question.ask), ...textsOfOptions(question)];
}
function textsOfOptions(question: Question): string[] {
  switch (question.kind) {
    case "choice":
    case "choices":
      return question.options.flatMap(({ text, why }) => [plainText(text), ...textsOfSaid(why)]);
    case "factor":
      return question.options.flatMap(({ text, why }) => [
        ...(text === null ? [] : [plainText(text)]),
        ...textsOfSaid(why),
      ]);
    case "busy":
      return question.options.flatMap(({ why }) => textsOfSaid(why));
    case "threads":
    case "waiting":
      return [...question.options.flatMap(({ why }) => textsOfSaid(why)), ...textsOfSaid(question.why)];
    case "order":
      return [...question.items.map(plainText), ...textsOfSaid(question.why)];
    case "estimate":
    case "table":
      return textsOfSaid(question.why);
    case "fastest":
      return Object.values(question.why).flatMap(textsOfSaid);
    case "first":
      return [...question.options, question.none].flatMap(({ text, why }) => [
        plainText(text),
        ...textsOfSaid(why),
      ]);
  }
}
export function plainText(rich: Rich): string {
  return rich.map((inline) => (inline.kind === "text" ? inline.text : "12 ms")).join("");
}

export function findingsOf(blocks: readonly Block[]): Said[] {
  return blocks.flatMap((block) => (block.kind === "finding" ? [block.said] : []));
}
