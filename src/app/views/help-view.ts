import { Cell, glyphs as glyphSets } from "../../lab/lanes/glyphs.ts";
import type { AppState } from "../state.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";

const keys: readonly (readonly [string, string])[] = [
  ["Enter", "go on: next step, run the lab, give the answer; Space, too, where there is only text"],
  ["Up Down, k j", "choose, or scroll"],
  ["Left Right, h l", "change what is chosen; move an item in its order; step through a run"],
  ["Space", "tick one of several; take an item to move it with Up and Down, and let it go"],
  ["n p", "next step, previous step, without doing what it asks for"],
  ["r", "run again, answer again"],
  ["Tab", "in a lab: bars, cores, threads, tasks"],
  ["s", "slow replay of a run; once more to stop it"],
  ["+ - 0", "look closer at the lanes, from further away, at all of the run"],
  ["PgUp PgDn", "a screen up or down; rows of the lanes"],
  ["Esc", "stop a run; back to the list of lessons"],
  ["?", "this help"],
  ["q", "leave; your place is kept"],
];

/** What a lane shows, as cells of it. */
const signs: readonly (readonly [cells: readonly number[], word: string, what: string])[] = [
  [[Cell.digit + 1, Cell.full, Cell.full], "running", "a task is computing on a core; the number says which"],
  [
    [Cell.waiting, Cell.waiting, Cell.waiting],
    "waiting",
    "for a timer or an answer; it needs no core for that",
  ],
  [[Cell.ready, Cell.ready, Cell.ready], "ready", "a task could go on; its turn has not come"],
  [[Cell.blank, Cell.blank, Cell.blank], "idle", "nothing to do"],
  [
    [Cell.crowded, Cell.crowded, Cell.crowded],
    "part of a core",
    "running, with less than a whole core to itself",
  ],
  [[Cell.mixed, Cell.mixed, Cell.mixed], "several tasks", "they took turns within this column"],
  [[Cell.thin, Cell.blank, Cell.half], "briefly", "ran, but only for a small part of this column"],
  [[Cell.failed, Cell.blank, Cell.blank], "failed", "the task has failed"],
];

/** Keys, glyphs and where the figures come from. */
export function layOutKeyHelp(state: AppState, width: number): Line[] {
  const { cells } = glyphSets[state.display.glyphs];
  return [
    line("Keys", "title"),
    ...keys.flatMap(([key, what]) => layOutEntry(key, what, 18, width)),
    emptyLine,
    line("Lanes", "title"),
    line("One row is a core, a thread or a task; time goes from left to right."),
    ...signs.flatMap(([kinds, word, what]) => {
      const sign = kinds.map((kind) => cells[kind] ?? " ").join("");
      return layOutEntry(`${sign}  ${word}`, what, 20, width);
    }),
    emptyLine,
    line("Figures", "title"),
    ...wrapSpans(
      [
        span(
          "Every figure comes from work that this machine has just done. A comparison makes the runs in turn, " +
            "several times; the figure is the median, and half of the runs lie within the " +
            "distance that is given after it. If two medians are closer than that, or than 5 %, it is too close to call.",
        ),
      ],
      width,
    ),
  ];
}

function layOutEntry(left: string, right: string, indent: number, width: number): Line[] {
  const rows = wrapSpans([span(right)], width - indent);
  return rows.map((row, index) => [span((index === 0 ? left : "").padEnd(indent), "strong"), ...row]);
}
