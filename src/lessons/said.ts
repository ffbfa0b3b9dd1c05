import { formatFigure, resolveFigure } from "./figures.ts";
import type { Block, Condition, InlineStyle, Measured, Rich, Said } from "./model.ts";
import { labsOfSaid } from "./references.ts";
import { findVerdict } from "./verdicts.ts";

/** Whether a condition holds. One about something that was not measured does not. */
export function conditionHolds(condition: Condition, measured: Measured): boolean {
  if (condition.kind === "verdict") {
    const record = measured.labs[condition.lab];
    const found = record && findVerdict(record, condition.a, condition.b);
    return found ? condition.words.includes(found.verdict) : false;
  }
  const figure = resolveFigure(condition.ref, measured);
  if (typeof figure !== "number") return false;
  switch (condition.operator) {
    case "<":
      return figure < condition.value;
    case "<=":
      return figure <= condition.value;
    case ">":
      return figure > condition.value;
    case ">=":
      return figure >= condition.value;
    case "=":
      return figure === condition.value;
  }
}

/**
 * What there is to say after these measurements: the first case whose conditions all hold.
 * Findings inside it are chosen too, so that what comes back holds no more cases.
 */
export function chooseSaid(said: Said, measured: Measured): Block[] {
  const chosen = said.find((one) => one.when.every((condition) => conditionHolds(condition, measured)));
  return (chosen?.body ?? []).flatMap((block) =>
    block.kind === "finding" ? chooseSaid(block.said, measured) : [block],
  );
}

/** Whether every lab that the text speaks of was run; if not, the learner is asked to run it first. */
export function isMeasured(said: Said, measured: Measured): boolean {
  return labsOfSaid(said).every((lab) => measured.labs[lab] !== undefined);
}

/** A piece of text that is ready to be drawn. */
export interface FilledInline {
  readonly text: string;
  readonly style: InlineStyle;
  /** Whether it is a figure of the learner's own. */
  readonly figure: boolean;
}

/** Puts the learner's figures into their places. */
export function fillRich(rich: Rich, measured: Measured): FilledInline[] {
  return rich.map((inline) =>
    inline.kind === "text"
      ? { text: inline.text, style: inline.style, figure: false }
      : { text: formatFigure(inline.ref, measured), style: inline.style, figure: true },
  );
}

/** The same as one string. */
export function fillPlain(rich: Rich, measured: Measured): string {
  return fillRich(rich, measured)
    .map((inline) => inline.text)
    .join("");
}

/** What is really said after these measurements, as one text. */
export function sayPlain(said: Said, measured: Measured): string {
  return blocksToText(chooseSaid(said, measured), measured);
}

/** Blocks as one text, with the learner's figures in it; files are left out. */
export function blocksToText(blocks: readonly Block[], measured: Measured): string {
  return blocks
    .flatMap((block): string[] => {
      switch (block.kind) {
        case "paragraph":
        case "quote":
          return [fillPlain(block.text, measured)];
        case "list":
          return block.items.map((item) => fillPlain(item, measured));
        case "finding":
          return [sayPlain(block.said, measured)];
        case "code":
          return [block.text];
        case "file":
          return [];
      }
    })
    .join(" ");
}
