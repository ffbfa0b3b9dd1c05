/** From what was seen of a run to what is said of it. Pure. */
import { formatCount, formatFixed, formatMs, formatPercent } from "../text/format.ts";
import { say } from "../text/say.ts";
import type { Bound, FigureName, Figures, Finding, Judgement, Want } from "./model.ts";

const inMs: ReadonlySet<FigureName> = new Set([
  "longestBlock",
  "slice",
  "computed",
  "lightSlowest",
  "lightBase",
  "smallWall",
  "wall",
]);
const inPercent: ReadonlySet<FigureName> = new Set(["fullShare", "work", "balance", "overlap", "mainShare"]);
const asRatio: ReadonlySet<FigureName> = new Set(["gain"]);
const inMb: ReadonlySet<FigureName> = new Set(["memory", "data"]);

export function formatFigure(name: FigureName, value: number): string {
  if (inMs.has(name)) return formatMs(value);
  if (inPercent.has(name)) return formatPercent(value);
  if (asRatio.has(name)) return formatFixed(value, 1);
  if (inMb.has(name)) return `${formatCount(Math.round(value))} MB`;
  return formatCount(value);
}

/** @returns `null` where a figure that it needs is not known */
export function resolveBound(bound: Bound, figures: Figures): number | null {
  if (typeof bound === "number") return bound;
  const base = figures[bound.of];
  return base === null || base === undefined ? null : base * (bound.times ?? 1) + (bound.plus ?? 0);
}

/** Whether a want is met; `null` where the run does not tell. */
export function isMet(want: Want, figures: Figures): boolean | null {
  const value = figures[want.figure];
  if (value === null || value === undefined) return null;
  const least = want.atLeast === undefined ? -Infinity : resolveBound(want.atLeast, figures);
  const most = want.atMost === undefined ? Infinity : resolveBound(want.atMost, figures);
  if (least === null || most === null) return null;
  return value >= least && value <= most;
}

/** `{peakInFlight}` becomes what was measured. */
export function fillFigures(text: string, figures: Figures): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = figures[name as FigureName];
    return value === null || value === undefined ? whole : formatFigure(name as FigureName, value);
  });
}

/** `most on their way at once: 6, wanted: 6 or more` */
export function describeWant(want: Want, figures: Figures): string {
  const { exercises } = say;
  const value = figures[want.figure];
  const least = want.atLeast === undefined ? null : resolveBound(want.atLeast, figures);
  const most = want.atMost === undefined ? null : resolveBound(want.atMost, figures);
  const format = (bound: number) => formatFigure(want.figure, bound);
  const found = value === null || value === undefined ? exercises.notTold : format(value);
  const wanted =
    least !== null && most !== null
      ? least === most
        ? format(least)
        : exercises.between(format(least), format(most))
      : least !== null
        ? exercises.orMore(format(least))
        : most !== null
          ? exercises.orLess(format(most))
          : "";
  return exercises.found(exercises.figures[want.figure], found, wanted);
}

/** What is said of each thing that was wanted. */
export function judgeWants(
  wants: readonly Want[],
  figures: Figures,
  cores: number,
): {
  readonly findings: readonly Finding[];
  readonly missed: readonly Want[];
  readonly untold: readonly Want[];
} {
  const missed: Want[] = [];
  const untold: Want[] = [];
  const findings = wants.map((want): Finding => {
    const found = describeWant(want, figures);
    if (want.cores !== undefined && cores < want.cores) {
      return { outcome: "not-shown", text: say.exercises.tooFewCores(found, cores) };
    }
    // Only told: there is nothing to meet.
    if (want.atLeast === undefined && want.atMost === undefined) return { outcome: "not-shown", text: found };
    const met = isMet(want, figures);
    if (met === true) return { outcome: "met", text: found };
    if (met === null) {
      untold.push(want);
      return { outcome: "not-shown", text: found };
    }
    missed.push(want);
    return { outcome: "missed", text: `${fillFigures(want.miss, figures)} (${found})` };
  });
  return { findings, missed, untold };
}

/** What a check came to, in one line: what stood in the way, or what was missed first. */
export function sumUp({ outcome, trouble, findings }: Judgement): string {
  const missed = findings.find((finding) => finding.outcome === "missed");
  return outcome === "passed" ? "" : (trouble?.text ?? missed?.text ?? "");
}
