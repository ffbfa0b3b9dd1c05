import type { TextProps } from "ink";
import type { Tone } from "../app/text/lines.ts";

/** How each tone looks. The sixteen colours of the terminal's own theme: readable on its background, whatever it is. */
export const theme: Readonly<Record<Tone, Omit<TextProps, "children">>> = {
  plain: {},
  strong: { bold: true },
  emphasis: { italic: true },
  dim: { dimColor: true },
  code: { color: "cyan" },
  comment: { dimColor: true },
  keyword: { color: "magenta" },
  string: { color: "green" },
  title: { bold: true, color: "cyan" },
  banner: { bold: true, inverse: true },
  figure: { bold: true },
  selected: { bold: true, color: "cyan" },
  right: { color: "green", bold: true },
  close: { color: "yellow", bold: true },
  wrong: { color: "red", bold: true },
  warning: { color: "yellow" },
};
