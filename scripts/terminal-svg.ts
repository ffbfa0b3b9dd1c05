/** Terminal screens as an animated SVG. */
import type { Terminal } from "@xterm/headless";

/** A piece of a row in one style; colours as CSS, `null` for the terminal's own. */
interface Piece {
  readonly column: number;
  readonly text: string;
  readonly foreground: string | null;
  readonly background: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
}
export type Frame = readonly (readonly Piece[])[];

const cell = { width: 8.4, height: 17 };
const paper = "#16181d";
const ink = "#d8dbe2";
const ansi = [
  "#3b4048",
  "#e06c75",
  "#98c379",
  "#e5c07b",
  "#61afef",
  "#c678dd",
  "#56b6c2",
  "#d8dbe2",
] as const;

/** What the terminal shows now. */
export function readFrame(terminal: Terminal): Frame {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(row);
    const pieces: Piece[] = [];
    for (let column = 0; column < terminal.cols; column++) {
      const seen = line?.getCell(column);
      if (seen === undefined) continue;
      const inverse = seen.isInverse() !== 0;
      let foreground = readColour(seen.isFgRGB(), seen.isFgPalette(), seen.getFgColor());
      let background = readColour(seen.isBgRGB(), seen.isBgPalette(), seen.getBgColor());
      if (inverse) [foreground, background] = [background ?? paper, foreground ?? ink];
      const text = seen.getChars() || " ";
      const bold = seen.isBold() !== 0;
      const dim = seen.isDim() !== 0;
      const last = pieces.at(-1);
      const continues =
        last?.foreground === foreground &&
        last.background === background &&
        last.bold === bold &&
        last.dim === dim;
      if (last !== undefined && continues) pieces[pieces.length - 1] = { ...last, text: last.text + text };
      else pieces.push({ column, text, foreground, background, bold, dim });
    }
    return pieces.filter(({ text, background }) => text.trim() !== "" || background !== null);
  });
}

function readColour(isRgb: boolean, isPalette: boolean, colour: number): string | null {
  if (isRgb) return `#${colour.toString(16).padStart(6, "0")}`;
  if (!isPalette) return null;
  if (colour < 16) return ansi[colour % 8] ?? ink;
  if (colour >= 232) {
    const level = (8 + (colour - 232) * 10).toString(16).padStart(2, "0");
    return `#${level}${level}${level}`;
  }
  const steps = [0, 95, 135, 175, 215, 255];
  const index = colour - 16;
  const parts = [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6];
  return `#${parts.map((part) => (steps[part] ?? 0).toString(16).padStart(2, "0")).join("")}`;
}

/** Frames one after the other, for ever. A row that stays the same over several frames is written once. */
export function paintSvg(
  frames: readonly Frame[],
  timing: { readonly framesPerSecond: number; readonly lastFrameSeconds: number },
): string {
  const first = frames[0];
  if (first === undefined) throw new RangeError("no frames");
  const frameSeconds = 1 / timing.framesPerSecond;
  const total = (frames.length - 1) * frameSeconds + timing.lastFrameSeconds;
  const startOf = (frame: number) => (frame >= frames.length ? 1 : (frame * frameSeconds) / total);
  const width = Math.ceil(100 * cell.width + 24);
  const height = Math.ceil(first.length * cell.height + 20);
  const parts: string[] = [];
  for (let row = 0; row < first.length; row++) {
    for (let from = 0; from < frames.length;) {
      const pieces = frames[from]?.[row] ?? [];
      const same = JSON.stringify(pieces);
      let to = from + 1;
      while (to < frames.length && JSON.stringify(frames[to]?.[row] ?? []) === same) to++;
      if (pieces.length > 0) {
        const animation = showBetween(startOf(from), startOf(to), total);
        parts.push(paintRow(pieces, row, animation, to === frames.length));
      }
      from = to;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`,
    `<rect width="100%" height="100%" rx="8" fill="${paper}"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function paintRow(pieces: readonly Piece[], row: number, animation: string, isInLastFrame: boolean): string {
  const y = 10 + row * cell.height;
  const content = pieces.map((piece) => {
    const x = (12 + piece.column * cell.width).toFixed(1);
    const length = [...piece.text].length * cell.width;
    const blocks = /^█+$/.test(piece.text);
    const fill = piece.foreground ?? ink;
    // A run of full blocks is a rectangle: fonts leave gaps between them.
    if (blocks)
      return `<rect x="${x}" y="${y}" width="${length.toFixed(1)}" height="${cell.height}" fill="${fill}"${piece.dim ? ' opacity="0.6"' : ""}/>`;
    const back =
      piece.background === null
        ? ""
        : `<rect x="${x}" y="${y}" width="${length.toFixed(1)}" height="${cell.height}" fill="${piece.background}"/>`;
    const style = `${piece.bold ? ' font-weight="bold"' : ""}${piece.dim ? ' opacity="0.6"' : ""}`;
    const text = piece.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    return `${back}<text xml:space="preserve" x="${x}" y="${y + 13}" textLength="${length.toFixed(1)}" fill="${fill}"${style}>${text}</text>`;
  });
  // Viewers that do not animate show the last frame.
  return `<g${isInLastFrame ? "" : ' visibility="hidden"'}>${animation}${content.join("")}</g>`;
}

/** Visible between two moments, given as shares of the whole. */
function showBetween(from: number, to: number, total: number): string {
  if (from === 0 && to === 1) return "";
  const times = [0, ...(from > 0 ? [from] : []), ...(to < 1 ? [to] : [])];
  const values = times.map((time) => (time >= from && time < to ? "visible" : "hidden"));
  const keyTimes = times.map((time) => time.toFixed(4)).join(";");
  return `<animate attributeName="visibility" calcMode="discrete" dur="${total.toFixed(2)}s" repeatCount="indefinite" keyTimes="${keyTimes}" values="${values.join(";")}"/>`;
}
