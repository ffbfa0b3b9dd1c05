import { type Line, lineWidth, span } from "../text/lines.ts";
import type { Display } from "../state.ts";

export interface KeyHint {
  readonly key: string;
  readonly does: string;
  /** Acts everywhere alike: where there is little room the key alone has to do. */
  readonly general?: boolean;
}

/** The keys that act, in one row: with as many words and as much space between them as fit. */
export function layOutKeys(hints: readonly KeyHint[], width: number, display: Display): Line {
  const attempts = [
    { gap: "  ", words: true },
    { gap: " ", words: true },
    { gap: "  ", words: false },
    { gap: " ", words: false },
  ];
  const rows = attempts.map(({ gap, words }) =>
    hints.flatMap(({ key, does, general = false }, index): Line => [
      ...(index > 0 ? [span(gap)] : []),
      span(display.glyphs === "ascii" ? asciiKey(key) : key, "selected"),
      ...(general && !words ? [] : [span(` ${does}`)]),
    ]),
  );
  return rows.find((row) => lineWidth(row) <= width) ?? rows.at(-1) ?? [];
}

function asciiKey(key: string): string {
  return key.replace("↑↓", "^v").replace("←→", "<>").replace("→", ">").replace("←", "<");
}
