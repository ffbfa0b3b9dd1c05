/** What was measured, in words. */
import { type ApproachName, approachNames } from "../../lab/spec.ts";
import { formatCount, formatMs, formatPercent, formatRatio } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { formatFigure } from "../figures.ts";
import { findVariant } from "../verdicts.ts";
import type { FigureRef, LabRecord, Measured } from "../model.ts";

export const tooCloseId = "too-close";

/** What the screen calls a variant: the name of its approach; else its id. */
export function nameId(id: string): string {
  return isApproach(id) ? say.words.approaches[id] : id;
}

function isApproach(id: string): id is ApproachName {
  return (approachNames as readonly string[]).includes(id);
}

/** A variant as the subject of a sentence: `parallel`, or `the run with 1000 tasks` where a number was varied. */
export function nameVariant(id: string, record: LabRecord | undefined): string {
  return isApproach(id) ? nameId(id) : say.questions.runWith(findVariant(record, id)?.label ?? id);
}

/** `1.99 times as fast`, `2.01 times as long`, `as fast`. */
export function sayFactor(factor: number): string {
  const { words } = say;
  if (factor === 1) return words.asFast;
  if (factor > 1) return words.timesAsFast(trimRatio(factor));
  return factor > 0 ? words.timesAsLong(trimRatio(1 / factor)) : words.manyTimesAsLong;
}

/** `2` for 2, `1.99` for 1.987: a factor that somebody chose reads as it was written. */
function trimRatio(ratio: number): string {
  return Number.isInteger(ratio * 10) ? formatCount(ratio) : formatRatio(ratio);
}

export function sayCount(kind: "threads" | "waiting", count: number): string {
  return kind === "threads" ? say.words.threads(count) : say.words.waitingAtOnce(count);
}

export function sayWall(variant: string, ms: number, record: LabRecord | undefined): string {
  return say.questions.took(nameVariant(variant, record), formatMs(ms));
}

export function sayBusy(percent: number): string {
  return say.questions.ofOneCore(formatPercent(percent));
}

/** A measured figure as a sentence: `parallel took 402 ms`. */
export function sayFigure(ref: FigureRef, figure: number, measured: Measured): string {
  const words = formatFigure(ref, measured);
  const name = (id: string) => nameVariant(id, "lab" in ref ? measured.labs[ref.lab] : undefined);
  const { questions } = say;
  switch (ref.kind) {
    case "run":
      return questions.fields[ref.field](name(ref.variant), words, figure);
    case "finished":
      return questions.finished(ref.task, name(ref.variant), words);
    case "ratio": {
      const [a, b] = [name(ref.a), name(ref.b)];
      if (figure === 1) return questions.ratio.same(a, b);
      return questions.ratio[figure > 1 ? "faster" : "slower"](a, sayFactor(figure), b);
    }
    case "scaling":
      return questions.scaling[ref.field](words);
    case "machine":
      return ref.field === "cores" ? questions.thisMachineHas(figure) : words;
    case "prediction":
      return words;
  }
}
