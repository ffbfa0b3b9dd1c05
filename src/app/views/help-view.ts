import type { AppState } from "../state.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";

const keys: readonly (readonly [string, string])[] = [
  ["Enter", "go on: next step, run the lab, give the answer"],
  ["Up Down, k j", "choose, or scroll"],
  ["Left Right, h l", "change what is chosen; step through the picture of a run"],
  ["Space", "choose one of several; take an item to move it"],
  ["n p", "next step, previous step, without doing this one"],
  ["r", "run again, answer again"],
  ["Tab", "in a lab: bars, cores, threads, tasks"],
  ["s", "slow replay of a run; once more to stop it"],
  ["+ - 0", "look closer at the lanes, from further away, at all of the run"],
  ["PgUp PgDn", "a screen up or down; rows of the lanes"],
  ["Esc", "stop a run; back to the list of lessons"],
  ["?", "this help"],
  ["q", "leave; your place is kept"],
];

const words: readonly (readonly [string, string])[] = [
  ["running", "a task is computing on a core"],
  ["waiting", "a task waits for a timer or an answer; it needs no core for that"],
  ["ready", "a task could go on, but it is another one's turn"],
  ["idle", "nothing to do"],
];

/** Keys, glyphs and where the figures come from. */
export function layOutKeyHelp(state: AppState, width: number): Line[] {
  const { glyphs } = state.display;
  const sign: Record<string, string> =
    glyphs === "ascii"
      ? { running: "1##", waiting: "---", ready: "...", idle: "   " }
      : { running: "1██", waiting: "┄┄┄", ready: "···", idle: "   " };
  return [
    line("Keys", "title"),
    ...keys.flatMap(([key, what]) => layOutEntry(key, what, 18, width)),
    emptyLine,
    line("Lanes", "title"),
    line("One row is a core, a thread or a task; time goes from left to right."),
    ...words.flatMap(([word, what]) => layOutEntry(`${sign[word] ?? ""}  ${word}`, what, 18, width)),
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
