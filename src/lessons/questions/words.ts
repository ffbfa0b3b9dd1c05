/** What was measured, in words. */
import { formatCount, formatMs, formatNumberOf, formatPercent, formatRatio } from "../../text/format.ts";
import { approachNames } from "../../lab/spec.ts";
import { formatFigure } from "../figures.ts";
import { findVariant } from "../verdicts.ts";
import type { FigureRef, LabRecord, Measured, RunField } from "../model.ts";

export const tooCloseId = "too-close";
export const tooCloseWords = "too close to call here";

/** A variant as the subject of a sentence: `parallel`, or `the run with 1000 tasks` where a number was varied. */
export function nameVariant(id: string, record: LabRecord | undefined): string {
  if ((approachNames as readonly string[]).includes(id)) return id;
  const label = findVariant(record, id)?.label ?? id;
  return label.startsWith("on ") ? `the run ${label}` : `the run with ${label}`;
}

/** `1.99 times as fast`, `2.01 times as long`, `as fast`. */
export function sayFactor(factor: number): string {
  if (factor === 1) return "as fast";
  return factor > 1
    ? `${trimRatio(factor)} times as fast`
    : `${factor > 0 ? trimRatio(1 / factor) : "many"} times as long`;
}

/** `2` for 2, `1.99` for 1.987: a factor that somebody chose reads as it was written. */
function trimRatio(ratio: number): string {
  return Number.isInteger(ratio * 10) ? formatCount(ratio) : formatRatio(ratio);
}

/** `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function sayCount(kind: "threads" | "waiting", count: number): string {
  return kind === "threads" ? formatNumberOf(count, "thread") : `${formatCount(count)} waiting at once`;
}

export function sayWall(variant: string, ms: number, record: LabRecord | undefined): string {
  return `${nameVariant(variant, record)} took ${formatMs(ms)}`;
}

export function sayBusy(percent: number): string {
  return `${formatPercent(percent)} of one core`;
}

/** A measured figure as a sentence: `parallel took 402 ms`. */
export function sayFigure(ref: FigureRef, figure: number, measured: Measured): string {
  const words = formatFigure(ref, measured);
  const name = (id: string) => nameVariant(id, "lab" in ref ? measured.labs[ref.lab] : undefined);
  switch (ref.kind) {
    case "run":
      return sayField[ref.field](name(ref.variant), words, figure);
    case "finished":
      return `task ${ref.task} of ${name(ref.variant)} finished after ${words}`;
    case "ratio":
      return figure === 1
        ? `${name(ref.a)} was as fast as ${name(ref.b)}`
        : `${name(ref.a)} ${figure > 1 ? "was" : "took"} ${sayFactor(figure)} as ${name(ref.b)}`;
    case "machine":
      return ref.field === "cores" ? `this machine has ${formatNumberOf(figure, "core")}` : words;
    case "prediction":
      return words;
  }
}

const sayField: Readonly<Record<RunField, (run: string, words: string, figure: number) => string>> = {
  wall: (run, words) => `${run} took ${words}`,
  spread: (run, words) => `the times of ${run} lay ${words} apart`,
  cpu: (run, words) => `${run} used ${words} of CPU time`,
  busy: (run, words) => `${run} kept ${words} of one core busy`,
  startup: (run, words) => `the threads of ${run} took ${words} to start`,
  warmup: (run, words) => `the warm-up of ${run} took ${words}`,
  threads: (run, words, figure) => `${run} used ${words} ${figure === 1 ? "thread" : "threads"}`,
  running: (run, words, figure) => `in ${run} at most ${tasks(words, figure)} running at once`,
  waiting: (run, words, figure) => `in ${run} at most ${tasks(words, figure)} waiting at once`,
  cores: (run, words, figure) => `${run} was seen on ${words} ${figure === 1 ? "core" : "cores"}`,
  switches: (run, words, figure) => `${run} switched ${words} ${figure === 1 ? "time" : "times"}`,
  "cpu-percent": (run, words) => `the process reached ${words} CPU during ${run}`,
  memory: (run, words) => `the process took ${words} of memory during ${run}`,
  first: (run, words) => `the first task of ${run} finished after ${words}`,
  last: (run, words) => `the last task of ${run} finished after ${words}`,
};

function tasks(words: string, count: number): string {
  return count === 1 ? `${words} task was` : `${words} tasks were`;
}
