import { type Line, span, type Span, type Tone } from "../text/lines.ts";

interface Cell {
  readonly glyph: string;
  readonly tone: Tone;
}

/** A field of single glyphs that a chart is drawn into; what is drawn later stands on top. Row 0 is the uppermost. */
export class Cells {
  private readonly cells: (Cell | undefined)[];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.cells = Array.from({ length: width * height });
  }

  /** Puts a glyph of one column there; outside of the field there is nothing to put it on. */
  put(column: number, row: number, glyph: string, tone: Tone): void {
    if (column < 0 || column >= this.width || row < 0 || row >= this.height) return;
    this.cells[row * this.width + column] = { glyph, tone };
  }

  /** Writes a text from that column on, as far as it goes. */
  write(column: number, row: number, text: string, tone: Tone): void {
    for (const [index, glyph] of [...text].entries()) this.put(column + index, row, glyph, tone);
  }

  /** A row as pieces of one tone each, as wide as the field. */
  row(row: number): Line {
    const spans: Span[] = [];
    let text = "";
    let tone: Tone = "plain";
    for (let column = 0; column < this.width; column++) {
      const cell = this.cells[row * this.width + column];
      const next = cell?.tone ?? "plain";
      if (next !== tone && text !== "") {
        spans.push(span(text, tone));
        text = "";
      }
      tone = next;
      text += cell?.glyph ?? " ";
    }
    return text === "" ? spans : [...spans, span(text, tone)];
  }
}
