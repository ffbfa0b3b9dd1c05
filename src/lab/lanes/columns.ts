/** A stretch of time, in milliseconds from the start of the run. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A window of time cut into equal columns, of which those before `untilMs` are drawn. */
export class Columns {
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
  /** Columns that begin before `untilMs`. The last one of them ends there. */
  readonly drawn: number;
  /** Nothing later is known or shown. */
  readonly untilMs: number;
  /** Where drawing ends: `untilMs` or the end of the window. */
  readonly endMs: number;
  /** `edges[i]` to `edges[i + 1]` is column i, for the drawn ones. */
  readonly edges: Float64Array;

  constructor({ fromMs, toMs }: TimeWindow, count: number, untilMs: number) {
    this.fromMs = fromMs;
    // A window without length has no columns worth the name; any length does.
    this.toMs = toMs > fromMs ? toMs : fromMs + 1;
    this.count = count;
    this.untilMs = untilMs;
    this.endMs = Math.max(fromMs, Math.min(this.toMs, untilMs));
    this.edges = new Float64Array(count + 1);
    let drawn = 0;
    for (let i = 0; i <= count; i++) {
      const edge = this.startMs(i);
      this.edges[i] = Math.min(edge, this.endMs);
      if (i < count && edge < this.endMs) drawn++;
    }
    this.drawn = drawn;
  }

  /** Milliseconds that a column stands for. */
  get columnMs(): number {
    return (this.toMs - this.fromMs) / Math.max(1, this.count);
  }

  /** When column `index` begins. */
  startMs(index: number): number {
    if (index >= this.count) return this.toMs;
    return this.fromMs + ((this.toMs - this.fromMs) * index) / this.count;
  }

  /** The column in which a moment lies; below 0 or from `count` on where it is outside the window. */
  indexOf(timeMs: number): number {
    let index = Math.floor(((timeMs - this.fromMs) / (this.toMs - this.fromMs)) * this.count);
    // The division may round across an edge; the edges decide.
    while (index > 0 && index <= this.count && this.startMs(index) > timeMs) index--;
    while (index >= 0 && index < this.count && this.startMs(index + 1) <= timeMs) index++;
    return index;
  }

  /** The first column that ends at `timeMs` or later; `count` where none does. */
  firstEndingFrom(timeMs: number): number {
    if (timeMs <= this.fromMs) return 0;
    if (timeMs > this.toMs) return this.count;
    const index = this.indexOf(timeMs);
    return index > 0 && this.startMs(index) >= timeMs ? index - 1 : index;
  }

  /** The column in which to mark a moment: the very end of the window belongs to its last column. */
  columnOfMark(timeMs: number): number {
    return timeMs === this.toMs ? this.count - 1 : this.indexOf(timeMs);
  }
}
