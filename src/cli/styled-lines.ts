import type { ColourDepth } from "../lab/lanes/encode.ts";
import type { Line, Tone } from "../app/text/lines.ts";

/** How the tones of what is printed look; the others are plain. */
const styles: Readonly<Partial<Record<Tone, string>>> = {
  title: "1;36",
  strong: "1",
  emphasis: "3",
  dim: "2",
  code: "36",
  selected: "1;36",
};

/** A row as text for the terminal, without spaces at its end; plain where there is no colour. */
export function styleLine(row: Line, colour: ColourDepth): string {
  const text = row
    .map(({ text, tone }) => {
      const style = colour === "none" ? undefined : styles[tone];
      return style === undefined ? text : `\u001b[${style}m${text}\u001b[0m`;
    })
    .join("");
  return text.trimEnd();
}
