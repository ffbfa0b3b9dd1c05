import stringWidth from "string-width";
import { cutText, type Line, type Span, span } from "./lines.ts";

/**
 * Breaks spans into lines of at most `width` columns, between words; a word longer than a line is cut.
 * @param indent columns that every line but the first begins with
 */
export function wrapSpans(spans: readonly Span[], width: number, indent = 0): Line[] {
  const lines: Span[][] = [];
  let current: Span[] = [];
  let used = 0;
  // Columns of the line that are not text yet: none on the first, the indent on the others.
  let blank = 0;
  let pendingSpace: Span | null = null;

  const breakLine = () => {
    lines.push(current);
    current = indent > 0 ? [span(" ".repeat(indent))] : [];
    used = indent;
    blank = indent;
    pendingSpace = null;
  };
  const append = (piece: Span) => {
    const last = current.at(-1);
    if (last !== undefined && last.tone === piece.tone) {
      current[current.length - 1] = span(last.text + piece.text, piece.tone);
    } else current.push(piece);
    used += stringWidth(piece.text);
  };

  for (const { word, spaceBefore } of splitWords(spans)) {
    const wordWidth = word.reduce((sum, { text }) => sum + stringWidth(text), 0);
    if (spaceBefore !== null && used > blank) pendingSpace = span(" ", spaceBefore);
    const space = pendingSpace === null ? 0 : 1;
    if (used + space + wordWidth > width && used > blank) breakLine();
    if (pendingSpace !== null) append(pendingSpace);
    pendingSpace = null;
    for (const piece of word) {
      let rest = piece.text;
      while (stringWidth(rest) > width - used) {
        const head = cutText(rest, width - used);
        if (head === "" && used <= blank) break; // not even one character fits
        if (head !== "") append(span(head, piece.tone));
        rest = rest.slice(head.length);
        breakLine();
      }
      if (rest !== "") append(span(rest, piece.tone));
    }
  }
  if (used > blank || lines.length === 0) lines.push(current);
  return lines;
}

/** Words may change their tone in the middle: what belongs together is not torn apart. */
function* splitWords(
  spans: readonly Span[],
): Generator<{ readonly word: readonly Span[]; readonly spaceBefore: Span["tone"] | null }> {
  let word: Span[] = [];
  let spaceBefore: Span["tone"] | null = null;
  for (const { text, tone } of spans) {
    const parts = text.split(/\s+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        if (word.length > 0) yield { word, spaceBefore };
        word = [];
        spaceBefore = tone;
      }
      if (part !== "") word.push(span(part, tone));
    }
  }
  if (word.length > 0) yield { word, spaceBefore };
}
