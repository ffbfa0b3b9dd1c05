/**
 * Braces are taken out of a text before it is read as Markdown: `{lab.2*cores.wall}` holds a star that
 * Markdown would take for emphasis, and the difference between `{` and `\{` would be lost afterwards.
 */
export interface Brace {
  /** As it was written: `{lab.parallel.wall}` or `\{`. */
  readonly written: string;
  /** Line of the text, from 1. */
  readonly line: number;
}

export interface HiddenBraces {
  readonly text: string;
  readonly braces: readonly Brace[];
}

// Noncharacters: `makeHarmless` lets none of them in.
const opening = "\ufdd0";
const closing = "\ufdd1";
const mark = new RegExp(`${opening}(\\d+)${closing}`, "g");

export function hideBraces(source: string): HiddenBraces {
  const braces: Brace[] = [];
  let line = 1;
  const text = source.replace(/\n|\\\\|\\\{|\{[^{}\n]*\}/g, (written) => {
    if (written === "\n") line++;
    if (written === "\n" || written === "\\\\") return written;
    braces.push({ written, line });
    return `${opening}${braces.length - 1}${closing}`;
  });
  return { text, braces };
}

/** Puts the braces back as they were written. */
export function showBraces(text: string, braces: readonly Brace[]): string {
  return text.replace(mark, (_mark, index: string) => braces[Number(index)]?.written ?? "");
}

/** The pieces of a text between its braces, and the braces. */
export function splitAtBraces(text: string, braces: readonly Brace[]): (string | Brace)[] {
  return text
    .split(mark)
    .map((piece, place) => (place % 2 === 0 ? piece : (braces[Number(piece)] ?? "")))
    .filter((piece) => piece !== "");
}
