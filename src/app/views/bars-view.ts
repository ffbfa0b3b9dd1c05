import type { Verdict } from "../../lab/result.ts";
import { formatField } from "../../lessons/figures.ts";
import type { RunField } from "../../lessons/model.ts";
import { formatRatio } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { Display, ShownVariant } from "../state.ts";
import { fitLine, type Line, type Span, span, type Tone } from "../text/lines.ts";
import { markOf } from "./marks.ts";

export interface BarsOptions {
  /** Id of the variant whose lanes are shown. */
  readonly shown: string | null;
  readonly width: number;
  readonly display: Display;
  /** How much work each variant had, by id; where that differs, which was fastest says nothing. */
  readonly work?: Readonly<Record<string, number>>;
  /** What is compared. */
  readonly measure?: RunField;
  /** Show what the time was made of. */
  readonly parts?: boolean;
  /** Which variant another is compared with, by id; the first one where none is named. */
  readonly against?: Readonly<Record<string, string>>;
}

/** Medians of what is compared as bars on one axis, with what may be said of each against the first. */
export function layOutBars(
  variants: readonly ShownVariant[],
  verdicts: readonly Verdict[],
  { shown, width, display, work = {}, measure = "wall", parts = false, against = {} }: BarsOptions,
): Line[] {
  const first = variants[0];
  const glyph = display.glyphs === "ascii" ? "#" : "█";
  const plusMinus = display.glyphs === "ascii" ? "+-" : "±";
  const isSameWork = new Set(variants.map(({ id }) => work[id] ?? 1)).size <= 1;
  const sayAgainst = (variant: ShownVariant): string => {
    const own = variants.find(({ id }) => id === against[variant.id]);
    const base = own ?? first;
    if (base === undefined || variant === base) return "";
    // What is compared with one of its own choice has the same work as that.
    if (own === undefined && !isSameWork && measure === "wall")
      return say.lab.timesTheWork(formatRatio((work[variant.id] ?? 1) / (work[base.id] ?? 1)));
    const found = verdicts.find(({ a, b }) => a === variant.id && b === base.id);
    return found === undefined ? "" : sayVerdict(found, measure);
  };
  const format = (figure: number) => formatField(measure, figure);
  const texts = variants.map((variant) => {
    const { measured, runs } = variant;
    const spread = measured !== null && runs > 1 ? ` ${plusMinus}${format(measured.spread / 2)}` : "";
    return {
      figure: measured === null ? `${say.lab.notKnown}  ` : `${format(measured.median)}${spread}  `,
      verdict: sayAgainst(variant),
    };
  });
  const labelWidth = Math.max(...variants.map(({ label }) => label.length)) + 3;
  const figureWidth = Math.max(...texts.map(({ figure }) => figure.length));
  const verdictWidth = Math.max(...texts.map(({ verdict }) => verdict.length));
  const barWidth = Math.min(80, Math.max(8, width - labelWidth - figureWidth - verdictWidth - 1));
  const longest = Math.max(0, ...variants.map(({ measured }) => measured?.median ?? 0));
  const rows = variants.map((variant, index): Line => {
    const here = variant.id === shown;
    const share = longest > 0 ? (variant.measured?.median ?? 0) / longest : 0;
    const length = Math.max(1, Math.round(share * barWidth));
    const { figure, verdict } = texts[index] ?? { figure: "", verdict: "" };
    return fitLine(
      [
        span(here ? `${markOf("cursor", display)} ` : "  ", "selected"),
        span(variant.label.padEnd(labelWidth - 2), here ? "selected" : "plain"),
        ...(parts
          ? layOutParts(variant, length, display)
          : [span(glyph.repeat(length), here ? "title" : "dim")]),
        span(" ".repeat(barWidth - length + 1)),
        span(figure.padEnd(figureWidth), "figure"),
        span(verdict),
      ],
      width,
    );
  });
  const axis = layOutAxis(
    format(longest),
    say.lab.compared(measure),
    { labelWidth, barWidth, width },
    display,
  );
  return [...rows, axis, ...(parts ? [layOutPartsLegend(labelWidth, display)] : [])];
}

/** From the lightest to the heaviest: what the program is for is what stands out. */
const partGlyphs = { unicode: ["░", "▓", "█"], ascii: [".", "+", "#"] } as const;
const partTones: readonly Tone[] = ["dim", "plain", "figure"];

/** A bar in as many pieces as the time had parts; whole cells, so that they add up to the bar. */
function layOutParts({ figures }: ShownVariant, length: number, { glyphs }: Display): Span[] {
  const { phases } = figures;
  if (phases === null) return [span(partGlyphs[glyphs][2].repeat(length), "dim")];
  const { startMs, handOverMs, computeMs } = phases;
  const whole = startMs + handOverMs + computeMs;
  let drawn = 0;
  let soFarMs = 0;
  return [startMs, handOverMs, computeMs].map((ms, part) => {
    soFarMs += ms;
    const until = whole > 0 ? Math.round((length * soFarMs) / whole) : length;
    const cells = until - drawn;
    drawn = until;
    return span((partGlyphs[glyphs][part] ?? "").repeat(cells), partTones[part] ?? "plain");
  });
}

function layOutPartsLegend(labelWidth: number, { glyphs }: Display): Line {
  const { start, handOver, compute } = say.programs.parts;
  const entries = [start, handOver, compute].map(
    (title, part) => `${partGlyphs[glyphs][part] ?? ""} ${title}`,
  );
  return [span(" ".repeat(labelWidth)), span(` ${entries.join("   ")}`, "dim")];
}

/** Beyond this a factor tells no more: what it was divided by may have been next to nothing. */
const mostTold = 1000;

/** `1.97 times as fast`, `1.13 times as long`, `too close to call`; of other things than time `1.97 times as much`. */
export function sayVerdict(
  { ratio, verdict }: Pick<Verdict, "ratio" | "verdict">,
  measure: RunField = "wall",
): string {
  const isTime = measure === "wall";
  switch (verdict) {
    case "faster":
      if (isTime) return say.words.timesAsFast(formatRatio(ratio));
      return ratio > mostTold ? say.words.farLess : say.words.lessByFactor(formatRatio(ratio));
    case "slower":
      if (isTime) return say.words.timesAsLong(formatRatio(1 / ratio));
      return 1 / ratio > mostTold ? say.words.farMore : say.words.timesAsMuch(formatRatio(1 / ratio));
    case "too-close":
      return say.words.tooClose;
  }
}

/** ` 0 ── the longest delay ── 212 ms`; what is compared stands behind it where it has no room there. */
function layOutAxis(
  longest: string,
  compared: string,
  {
    labelWidth,
    barWidth,
    width,
  }: { readonly labelWidth: number; readonly barWidth: number; readonly width: number },
  display: Display,
): Line {
  const glyph = display.glyphs === "ascii" ? "-" : "─";
  const left = " 0 ";
  const right = ` ${longest}`;
  const room = Math.max(0, barWidth - left.length - right.length);
  const fits = compared.length > 0 && compared.length + 4 <= room;
  const caption = fits ? ` ${compared} ` : "";
  const before = glyph.repeat(Math.floor((room - caption.length) / 2));
  const after = glyph.repeat(room - caption.length - before.length);
  const behind = fits || labelWidth + barWidth + compared.length + 1 > width ? "" : ` ${compared}`;
  return [span(" ".repeat(labelWidth)), span(`${left}${before}${caption}${after}${right}${behind}`, "dim")];
}
