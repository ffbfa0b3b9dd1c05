import stringWidth from "string-width";

/** Colour of a task: its number modulo this. */
export const taskColours = 8;

/** The closed set of looks that a piece of a lane can have; 0 to 7 are the colours of tasks. */
export type LaneStyle = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | NamedStyle;
export const namedStyles = [
  "plain",
  "label",
  "dim",
  "waiting",
  "ready",
  "idle",
  "shared",
  "failed",
  "axis",
  "cursor",
  "figure",
] as const;
export type NamedStyle = (typeof namedStyles)[number];

/** A piece of a row in one style. */
export interface Run {
  readonly text: string;
  readonly style: LaneStyle;
  /** Foreground and background change places: numbers on blocks, and the time cursor. */
  readonly inverse: boolean;
}
export type Row = readonly Run[];

export function taskStyle(task: number): LaneStyle {
  return (task % taskColours) as LaneStyle;
}

/** Columns of a row on the screen. */
export function rowWidth(row: Row): number {
  return row.reduce((width, { text }) => width + textWidth(text), 0);
}

/** Columns that a text takes. Labels may be in any script. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** `text` in exactly `width` columns: cut off or padded at the side named. */
export function fitText(text: string, width: number, pad: "start" | "end" = "end"): string {
  let fitted = text;
  let missing = width - textWidth(fitted);
  if (missing < 0) {
    const characters = [...text];
    while (missing < 0 && characters.length > 0) {
      characters.pop();
      fitted = characters.join("");
      missing = width - textWidth(fitted);
    }
  }
  const padding = " ".repeat(Math.max(0, missing));
  return pad === "start" ? padding + fitted : fitted + padding;
}

/** Puts a row together from left to right; neighbours of one style become one piece. */
export class RowBuilder {
  private readonly runs: Run[] = [];
  private text = "";
  private style: LaneStyle = "plain";
  private inverse = false;

  add(text: string, style: LaneStyle, inverse = false): this {
    if (style === this.style && inverse === this.inverse) {
      this.text += text;
      return this;
    }
    if (this.text !== "") this.runs.push({ text: this.text, style: this.style, inverse: this.inverse });
    this.text = text;
    this.style = style;
    this.inverse = inverse;
    return this;
  }

  build(): Row {
    if (this.text !== "") this.runs.push({ text: this.text, style: this.style, inverse: this.inverse });
    this.text = "";
    return this.runs;
  }
}
