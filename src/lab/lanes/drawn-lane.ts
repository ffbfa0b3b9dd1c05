import { Columns } from "./columns.ts";
import { Cell, type Glyphs } from "./glyphs.ts";
import type { Figure, Lane } from "./lane.ts";
import { LaneCells, ShownCells } from "./lane-cells.ts";
import { LaneTimes } from "./lane-times.ts";
import { fitText, type Row, RowBuilder } from "./row.ts";

/** What lanes are drawn on, one after the other. */
export class Canvas {
  readonly times: LaneTimes;
  readonly shown: ShownCells;

  constructor(count: number) {
    this.times = new LaneTimes(count);
    this.shown = new ShownCells(count);
  }
}

/** How the row of a lane is made up; the same for all frames in which a lane is kept. */
export interface LaneFrame {
  /** As it stands in the row, with its margin. */
  readonly label: string;
  readonly laneWidth: number;
  readonly figureWidth: number;
  readonly glyphs: Glyphs;
}

/**
 * A lane with what was drawn of it last: the next frame computes those columns anew that may have changed since,
 * and gives the very same row where nothing has. All frames have the same window.
 */
export class DrawnLane {
  /** Bit `kind` is set for each kind of cell in the row. */
  kinds = 0;
  private readonly cells: LaneCells;
  /** Milliseconds of running before each column, no column counted as more than full. */
  private readonly busyBefore: number[];
  private drawn = 0;
  private endMs = -Infinity;
  private row: Row | null = null;
  private cursorColumn = -1;
  private failedColumn = -1;
  private figureText = "";

  constructor(
    private readonly lane: Lane,
    private readonly frame: LaneFrame,
  ) {
    this.cells = new LaneCells(frame.laneWidth);
    this.busyBefore = new Array<number>(frame.laneWidth + 1).fill(0);
  }

  draw(columns: Columns, canvas: Canvas, cursorColumn: number): Row {
    const changed = this.update(columns, canvas.times);
    const figure = this.lane.figure(columns, this.busyBefore[columns.drawn] as number);
    const failedColumn = columnOfFailure(figure, columns);
    if (
      this.row === null ||
      changed ||
      cursorColumn !== this.cursorColumn ||
      failedColumn !== this.failedColumn ||
      figure.text !== this.figureText
    ) {
      this.cursorColumn = cursorColumn;
      this.failedColumn = failedColumn;
      this.figureText = figure.text;
      this.row = this.build(canvas.shown, figure);
    }
    return this.row;
  }

  /** Brings cells and sums up to date; tells whether any cell has become another. */
  private update(columns: Columns, times: LaneTimes): boolean {
    const from = Math.min(
      columns.firstEndingFrom(this.lane.changedFromMs()),
      this.firstCutOtherwise(columns),
    );
    const to = Math.max(this.drawn, columns.drawn);
    this.drawn = columns.drawn;
    this.endMs = columns.endMs;
    if (from >= to) return false;
    times.clear(from, to);
    this.lane.addTimes(times, columns, from);
    for (let column = from; column < columns.drawn; column++) {
      const columnMs = (columns.edges[column + 1] as number) - (columns.edges[column] as number);
      // Two threads on one core have it in turn, not twice: a column is never more than full.
      const busyMs = Math.min(columnMs, times.running[column] as number);
      this.busyBefore[column + 1] = (this.busyBefore[column] as number) + busyMs;
    }
    return this.cells.fill(times, columns, this.lane, from, to);
  }

  /** The first column that is cut off by the end of what is drawn and was not in the last frame, or the reverse. */
  private firstCutOtherwise(columns: Columns): number {
    if (columns.endMs === this.endMs) return columns.count;
    return Math.max(0, columns.indexOf(Math.min(columns.endMs, this.endMs)));
  }

  private build(shown: ShownCells, { text, failedAtMs }: Figure): Row {
    const { label, figureWidth, glyphs } = this.frame;
    shown.show(this.cells);
    this.kinds = this.cells.listKinds();
    if (this.failedColumn >= 0) {
      shown.set(this.failedColumn, Cell.failed);
      this.kinds |= 1 << Cell.failed;
    }
    if (this.lane.task === null) shown.writeNumbers();
    const row = new RowBuilder();
    row.add(label, "label");
    shown.addTo(row, glyphs, this.cursorColumn);
    if (figureWidth > 0)
      row.add(fitText(text, figureWidth, "start"), failedAtMs === null ? "figure" : "failed");
    return row.build();
  }
}

/** The column of a failure; -1 where it is not to be seen. */
function columnOfFailure({ failedAtMs }: Figure, columns: Columns): number {
  if (failedAtMs === null) return -1;
  const column = failedAtMs === columns.endMs ? columns.drawn - 1 : columns.indexOf(failedAtMs);
  return column >= 0 && column < columns.drawn ? column : -1;
}
