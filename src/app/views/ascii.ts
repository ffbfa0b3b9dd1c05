import type { Line } from "../text/lines.ts";

/** Signs of the texts that a terminal without Unicode lacks. Each stands for one column, and so does its like. */
const likes: Readonly<Record<string, string>> = { "•": "*", "│": "|", "‹": "<", "›": ">" };

/** The line for a terminal that shows ASCII only. What has no like, such as a name from outside, is a `?`. */
export function toAscii(line: Line): Line {
  return line.map(({ text, tone }) => ({
    text: text.replace(/[^ -~]/gu, (sign) => likes[sign] ?? "?"),
    tone,
  }));
}
