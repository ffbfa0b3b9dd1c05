import type { ColourDepth } from "../lanes/encode.ts";
import type { GlyphSet } from "../lanes/glyphs.ts";
import { type Picture, pointBytes } from "./picture.ts";
import { resize } from "./resize.ts";

export interface PictureLook {
  readonly colour: ColourDepth;
  readonly glyphs: GlyphSet;
}

const reset = "\u001b[0m";
const shades = { unicode: [...(" ░▒▓█")], ascii: [...(" .:-=+*#%@")] } as const; // prettier-ignore

/**
 * A picture as rows of text, each `columns` wide. Where there are colours, a `▀` is two points one above the other: the
 * upper one its foreground, the lower one its background. Otherwise a shade stands for both.
 * With the 16 colours of the terminal's theme nobody knows what they look like, so that they are none.
 */
export function drawPicture(picture: Picture, columns: number, rows: number, look: PictureLook): string[] {
  const inColour = look.glyphs === "unicode" && (look.colour === "truecolor" || look.colour === "256");
  const points = resize(picture, columns, rows * 2);
  if (!inColour) return shadeRows(points, shades[look.glyphs]);
  return Array.from({ length: rows }, (_, row) => colourRow(points, row, look.colour === "256"));
}

/** Rows that show a picture of that proportion over `columns` columns: a half block is about as high as it is wide. */
export function rowsFor({ width, height }: Picture, columns: number): number {
  return Math.max(1, Math.round((columns * height) / width / 2));
}

function colourRow(points: Picture, row: number, with256: boolean): string {
  let text = "";
  let last = "";
  for (let column = 0; column < points.width; column++) {
    const upper = colourAt(points, column, 2 * row, with256);
    const lower = colourAt(points, column, 2 * row + 1, with256);
    const colours = `\u001b[38;${upper};48;${lower}m`;
    if (colours !== last) text += colours;
    last = colours;
    text += "▀";
  }
  return text + reset;
}

function colourAt({ width, data }: Picture, column: number, row: number, with256: boolean): string {
  const at = (row * width + column) * pointBytes;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + pointBytes);
  return with256 ? `5;${nearestOf256(red, green, blue)}` : `2;${red};${green};${blue}`;
}

/** The steps of each channel in the colour cube of xterm's 256 colours. */
const cubeSteps = [0, 95, 135, 175, 215, 255] as const;

/** The nearest colour of xterm's cube (16 to 231) or of its greys (232 to 255). */
function nearestOf256(red: number, green: number, blue: number): number {
  const steps = [red, green, blue].map(nearestStep);
  const [r = 0, g = 0, b = 0] = steps;
  const grey = Math.min(23, Math.max(0, Math.round(((red + green + blue) / 3 - 8) / 10)));
  const greyValue = 8 + 10 * grey;
  const distance = (values: readonly number[]) =>
    [red, green, blue].reduce((sum, value, channel) => sum + (value - (values[channel] as number)) ** 2, 0);
  const ofCube = distance(steps.map((step) => cubeSteps[step] as number));
  return distance([greyValue, greyValue, greyValue]) < ofCube ? 232 + grey : 16 + 36 * r + 6 * g + b;
}

function nearestStep(value: number): number {
  const distances = cubeSteps.map((step) => Math.abs(step - value));
  return distances.indexOf(Math.min(...distances));
}

/** Without colour only light and dark are left: the darkest point gets the first shade, the lightest the last. */
function shadeRows(points: Picture, steps: readonly string[]): string[] {
  const rows = Array.from({ length: points.height / 2 }, (_, row) =>
    Array.from(
      { length: points.width },
      (_, column) => (brightness(points, column, 2 * row) + brightness(points, column, 2 * row + 1)) / 2,
    ),
  );
  const lights = rows.flat();
  const darkest = Math.min(...lights);
  const range = Math.max(1, Math.max(...lights) - darkest);
  const shadeOf = (light: number) =>
    steps[Math.min(steps.length - 1, Math.floor(((light - darkest) / range) * steps.length))] as string;
  return rows.map((row) => row.map(shadeOf).join(""));
}

/** How light a point looks, from 0 to 255: the eye sees green best and blue least (ITU-R BT.601). */
function brightness({ width, data }: Picture, column: number, row: number): number {
  const at = (row * width + column) * pointBytes;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + pointBytes);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
