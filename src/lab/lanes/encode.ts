import type { LaneStyle, Row } from "./row.ts";
import { namedStyles, taskColours } from "./row.ts";

/** How many colours the terminal shows. */
export type ColourDepth = "none" | "16" | "256" | "truecolor";

/**
 * The palette of Okabe and Ito, which people with any kind of colour vision can tell apart. Sky blue, orange and
 * yellow are darkened, and black is grey, until each has a contrast of 3 on white and on near-black (#1e1e1e):
 * nobody tells a program which background its terminal has. In an order that keeps like hues apart.
 */
export const taskPalette = [
  "#0072b2", // blue
  "#d55e00", // vermillion
  "#009e73", // bluish green
  "#cc79a7", // reddish purple
  "#4b9dcc", // sky blue
  "#c68900", // orange
  "#949494", // grey
  "#9e962c", // yellow
] as const;

/** Their neighbours among the 256 colours of xterm. */
export const taskPalette256 = [26, 166, 29, 169, 68, 136, 246, 100] as const;

/** Among the 16, whose looks the user's own theme decides: neither black nor white nor the pale ones. */
const taskPalette16 = [34, 31, 32, 35, 36, 33, 94, 95] as const;

type Colours = Exclude<ColourDepth, "none">;

function taskCode(task: number, depth: Colours): string {
  if (depth === "16") return String(taskPalette16[task]);
  if (depth === "256") return `38;5;${taskPalette256[task]}`;
  const colour = Number.parseInt((taskPalette[task] as string).slice(1), 16);
  return `38;2;${colour >> 16};${(colour >> 8) & 255};${colour & 255}`;
}

/** SGR parameters of each style; the empty string is the terminal's own look. */
function styleCodes(depth: Colours): ReadonlyMap<LaneStyle, string> {
  const dim = depth === "16" ? "2" : "38;5;244";
  const codes = new Map<LaneStyle, string>(namedStyles.map((style) => [style, ""]));
  for (let task = 0; task < taskColours; task++) codes.set(task as LaneStyle, taskCode(task, depth));
  for (const style of ["dim", "waiting", "axis"] as const) codes.set(style, dim);
  codes.set("failed", depth === "16" ? "1;31" : `1;${taskCode(1, depth)}`);
  codes.set("cursor", "1");
  return codes;
}

interface Sequences {
  readonly normal: string;
  readonly inverse: string;
}

/** Sequences by style. Each starts with a reset, so that nothing of the last piece stays. */
function styleSequences(depth: Colours): ReadonlyMap<LaneStyle, Sequences> {
  const on = (parameters: readonly string[]) => `\u001b[${["0", ...parameters].filter(Boolean).join(";")}m`;
  return new Map(
    [...styleCodes(depth)].map(([style, code]) => [style, { normal: on([code]), inverse: on([code, "7"]) }]),
  );
}

const sequences = {
  "16": styleSequences("16"),
  "256": styleSequences("256"),
  truecolor: styleSequences("truecolor"),
};

const reset = "\u001b[0m";

/**
 * Encodes picture after picture. A row that is the same object as in the last picture, in the same place, is not
 * encoded again, and its text is the same object too.
 */
export function createRowsEncoder(colour: ColourDepth): (rows: readonly Row[]) => readonly string[] {
  let lastRows: readonly Row[] = [];
  let lastTexts: readonly string[] = [];
  return (rows) => {
    const texts = rows.map((row, index) =>
      row === lastRows[index] ? (lastTexts[index] as string) : encodeRow(row, colour),
    );
    lastRows = rows;
    lastTexts = texts;
    return texts;
  };
}

/** A row as text for a terminal that is in its normal state before, and is so again after. */
export function encodeRow(row: Row, colour: ColourDepth): string {
  let encoded = "";
  if (colour === "none") {
    for (const run of row) encoded += run.text;
    return encoded;
  }
  const byStyle = sequences[colour];
  let current = reset;
  for (const { text, style, inverse } of row) {
    const sequence = byStyle.get(style);
    const wanted = sequence === undefined ? reset : inverse ? sequence.inverse : sequence.normal;
    if (wanted !== current) {
      encoded += wanted;
      current = wanted;
    }
    encoded += text;
  }
  return current === reset ? encoded : encoded + reset;
}
