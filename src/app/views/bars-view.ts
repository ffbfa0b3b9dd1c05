import type { Verdict } from "../../lab/result.ts";
import { formatMs, formatRatio } from "../../text/format.ts";
import type { Display, ShownVariant } from "../state.ts";
import { fitLine, type Line, span } from "../text/lines.ts";
import { markOf } from "./marks.ts";

/** Median times of the variants as bars on one time axis, with what may be said of each against the first. */
export function layOutBars(
  variants: readonly ShownVariant[],
  verdicts: readonly Verdict[],
  shown: string | null,
  width: number,
  display: Display,
  /** How much work each variant had, by id; where that differs, which was fastest says nothing. */
  work: Readonly<Record<string, number>> = {},
): Line[] {
  const first = variants[0];
  const glyph = display.glyphs === "ascii" ? "#" : "█";
  const plusMinus = display.glyphs === "ascii" ? "+-" : "±";
  const isSameWork = new Set(variants.map(({ id }) => work[id] ?? 1)).size <= 1;
  const sayAgainst = (variant: ShownVariant): string => {
    if (first === undefined || variant === first) return "";
    if (!isSameWork) return `${formatRatio((work[variant.id] ?? 1) / (work[first.id] ?? 1))} times the work`;
    const against = verdicts.find(({ a, b }) => a === variant.id && b === first.id);
    return against === undefined ? "" : sayVerdict(against);
  };
  const texts = variants.map((variant) => {
    const spread = variant.runs > 1 ? ` ${plusMinus}${formatMs(variant.spreadMs / 2)}` : "";
    return {
      figure: `${formatMs(variant.medianWallMs)}${spread}  `,
      verdict: sayAgainst(variant),
    };
  });
  const labelWidth = Math.max(...variants.map(({ label }) => label.length)) + 3;
  const figureWidth = Math.max(...texts.map(({ figure }) => figure.length));
  const verdictWidth = Math.max(...texts.map(({ verdict }) => verdict.length));
  const barWidth = Math.min(80, Math.max(8, width - labelWidth - figureWidth - verdictWidth - 1));
  const longest = Math.max(...variants.map(({ medianWallMs }) => medianWallMs));
  const rows = variants.map((variant, index): Line => {
    const here = variant.id === shown;
    const length = Math.max(1, Math.round((variant.medianWallMs / longest) * barWidth));
    const { figure, verdict } = texts[index] ?? { figure: "", verdict: "" };
    return fitLine(
      [
        span(here ? `${markOf("cursor", display)} ` : "  ", "selected"),
        span(variant.label.padEnd(labelWidth - 2), here ? "selected" : "plain"),
        span(glyph.repeat(length), here ? "title" : "dim"),
        span(" ".repeat(barWidth - length + 1)),
        span(figure.padEnd(figureWidth), "figure"),
        span(verdict),
      ],
      width,
    );
  });
  return [...rows, layOutAxis(longest, labelWidth, barWidth, display)];
}

/** `1.97 times as fast`, `1.13 times as long`, `too close to call`. */
export function sayVerdict({ ratio, verdict }: Pick<Verdict, "ratio" | "verdict">): string {
  switch (verdict) {
    case "faster":
      return `${formatRatio(ratio)} times as fast`;
    case "slower":
      return `${formatRatio(1 / ratio)} times as long`;
    case "too-close":
      return "too close to call";
  }
}

function layOutAxis(longestMs: number, labelWidth: number, barWidth: number, display: Display): Line {
  const line = display.glyphs === "ascii" ? "-" : "─";
  const left = " 0 ";
  const right = ` ${formatMs(longestMs)}`;
  const rule = line.repeat(Math.max(0, barWidth - left.length - right.length));
  return [span(" ".repeat(labelWidth)), span(`${left}${rule}${right}`, "dim")];
}
