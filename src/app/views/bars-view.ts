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
): Line[] {
  const first = variants[0];
  const glyph = display.glyphs === "ascii" ? "#" : "█";
  const plusMinus = display.glyphs === "ascii" ? "+-" : "±";
  const texts = variants.map((variant) => {
    const spread = variant.runs > 1 ? ` ${plusMinus}${formatMs(variant.spreadMs / 2)}` : "";
    const against =
      variant === first ? undefined : verdicts.find(({ a, b }) => a === variant.id && b === first?.id);
    return {
      figure: `${formatMs(variant.medianWallMs)}${spread}  `,
      verdict: against === undefined ? "" : sayVerdict(against),
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

/** `1.97 times faster`, `too close to call`. */
export function sayVerdict({ ratio, verdict }: Pick<Verdict, "ratio" | "verdict">): string {
  switch (verdict) {
    case "faster":
      return `${formatRatio(ratio)} times faster`;
    case "slower":
      return `${formatRatio(1 / ratio)} times slower`;
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
