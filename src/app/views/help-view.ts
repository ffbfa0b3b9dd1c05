import { Cell, glyphs as glyphSets } from "../../lab/lanes/glyphs.ts";
import { say } from "../../text/say.ts";
import type { AppState } from "../state.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";

/** What a lane shows, as cells of it. */
const signs: readonly (readonly [
  cells: readonly number[],
  sign: Exclude<keyof typeof say.help.lanes, "title" | "about">,
])[] = [
  [[Cell.digit + 1, Cell.full, Cell.full], "running"],
  [[Cell.waiting, Cell.waiting, Cell.waiting], "waiting"],
  [[Cell.ready, Cell.ready, Cell.ready], "ready"],
  [[Cell.blank, Cell.blank, Cell.blank], "idle"],
  [[Cell.crowded, Cell.crowded, Cell.crowded], "crowded"],
  [[Cell.mixed, Cell.mixed, Cell.mixed], "several"],
  [[Cell.thin, Cell.blank, Cell.half], "briefly"],
  [[Cell.failed, Cell.blank, Cell.blank], "failed"],
];

/** Keys, glyphs and where the figures come from. */
export function layOutKeyHelp(state: AppState, width: number): Line[] {
  const { cells } = glyphSets[state.display.glyphs];
  const { lanes, figures } = say.help;
  const keys = state.presenter ? say.help.presenter : say.help.keys;
  return [
    line(keys.title, "title"),
    ...keys.entries.flatMap(([key, what]) => layOutEntry(key, what, 18, width)),
    emptyLine,
    line(lanes.title, "title"),
    ...wrapSpans([span(lanes.about)], width),
    ...signs.flatMap(([kinds, sign]) => {
      const drawn = kinds.map((kind) => cells[kind] ?? " ").join("");
      const [word, what] = lanes[sign];
      return layOutEntry(`${drawn}  ${word}`, what, 20, width);
    }),
    emptyLine,
    line(figures.title, "title"),
    ...wrapSpans([span(figures.about)], width),
  ];
}

function layOutEntry(left: string, right: string, indent: number, width: number): Line[] {
  const rows = wrapSpans([span(right)], width - indent);
  return rows.map((row, index) => [span((index === 0 ? left : "").padEnd(indent), "strong"), ...row]);
}
