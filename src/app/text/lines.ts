import stringWidth from "string-width";

/** What a piece of text is, not which colour it has: the screens decide that. */
export type Tone =
  | "plain"
  | "strong"
  | "emphasis"
  | "dim"
  | "code"
  | "comment"
  | "keyword"
  | "string"
  | "title"
  /** A title that is to be read from afar. */
  | "banner"
  | "figure"
  | "selected"
  | "right"
  | "close"
  | "wrong"
  | "warning";

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}
/** One row of the screen. */
export type Line = readonly Span[];

export function span(text: string, tone: Tone = "plain"): Span {
  return { text, tone };
}
export function line(text: string, tone: Tone = "plain"): Line {
  return [span(text, tone)];
}
export const emptyLine: Line = [];

/** Columns that a line takes. */
export function lineWidth(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + stringWidth(text), 0);
}

/** The line, cut or filled with spaces to exactly `width` columns. */
export function fitLine(spans: Line, width: number): Line {
  const fitted: Span[] = [];
  let left = width;
  for (const { text, tone } of spans) {
    if (left === 0) break;
    const cut = cutText(text, left);
    fitted.push({ text: cut, tone });
    left -= stringWidth(cut);
    // A column may be left that a wide character did not fit into: nothing that comes later goes there.
    if (cut !== text) break;
  }
  if (left > 0) fitted.push({ text: " ".repeat(left), tone: "plain" });
  return fitted;
}

/** The line, with `end` in the place of what is beyond `width` columns. */
export function shortenLine(spans: Line, width: number, end: string): Line {
  if (lineWidth(spans) <= width) return spans;
  const room = Math.max(0, width - stringWidth(end));
  return [...fitLine(spans, room), span(cutText(end, width), "dim")];
}

/** As much of the text as fits into `width` columns. */
export function cutText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = "";
  let used = 0;
  for (const character of text) {
    used += stringWidth(character);
    if (used > width) break;
    cut += character;
  }
  return cut;
}
