import { speedUpOf } from "../../lab/experiment/amdahl.ts";
import type { Scaling } from "../../lab/experiment/scaling.ts";
import { formatCount } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { fitLine, type Line, span } from "../text/lines.ts";
import { Cells } from "./cells.ts";
import { Dots, dotsAcross, dotsDown } from "./dots.ts";
import { niceStep } from "../../lab/lanes/axis.ts";

interface Signs {
  readonly point: string;
  readonly spread: string;
  readonly cores: string;
  readonly axis: { readonly side: string; readonly tick: string; readonly corner: string };
  readonly line: string;
  readonly below: string;
  /** As the legend shows the two lines. */
  readonly fitted: string;
  readonly ideal: string;
}
const unicode: Signs = {
  point: "●",
  spread: "│",
  cores: "┊",
  axis: { side: "│", tick: "┤", corner: "└" },
  line: "─",
  below: "┴",
  fitted: "⠒⠒",
  ideal: "⠂⠂",
};
const ascii: Signs = {
  point: "*",
  spread: "|",
  cores: ":",
  axis: { side: "|", tick: "+", corner: "+" },
  line: "-",
  below: "+",
  fitted: "--",
  ideal: "..",
};

/** Rows beside the field: what is drawn, above it; the axis, its labels and the legend below. */
const otherRows = 4;
/** A dot of the ideal line in so many columns of dots: it is not to be taken for the fitted one. */
const idealEvery = 4;

/**
 * Speed-up against workers: the measured points with the middle half of their runs, the line of Amdahl's model that
 * was fitted to them, and the ideal, in which every worker that has a core does as much as one alone.
 * @returns `height` lines, of up to `width` columns
 */
export function drawSpeedUps(scaling: Scaling, width: number, height: number, display: Display): Line[] {
  const { points, fit, cores } = scaling;
  const signs = display.glyphs === "ascii" ? ascii : unicode;
  const mostWorkers = Math.max(2, ...points.map(({ workers }) => workers));
  const highest = Math.max(
    1,
    Math.min(cores, mostWorkers),
    ...points.map(({ speedUp, middleHalf }) => Math.max(speedUp, middleHalf.to)),
  );
  const step = stepOf(highest, height - otherRows);
  const labelWidth = Math.max(...ticksUpTo(highest, step).map((tick) => formatCount(tick).length)) + 1;
  const cells = new Cells(Math.max(10, width - labelWidth - 1), Math.max(4, height - otherRows));
  const field = new Field(cells, mostWorkers, highest);

  if (cores < mostWorkers) {
    const column = field.columnOf(cores);
    for (let row = 0; row < cells.height; row++) cells.put(column, row, signs.cores, "dim");
    const label = ` ${say.charts.cores(cores)}`;
    if (column + 1 + label.length <= cells.width) cells.write(column + 1, cells.height - 1, label, "dim");
  }
  const ideal = (workers: number) => Math.min(workers, cores);
  const fitted = (workers: number) => (fit === null ? Number.NaN : speedUpOf(fit.serial, workers));
  if (display.glyphs === "ascii") {
    field.drawGlyphs(ideal, mostWorkers, ".", "dim");
    if (fit !== null) field.drawGlyphs(fitted, cores, "-", "title");
  } else {
    field.drawDots(ideal, mostWorkers, "dim", idealEvery);
    if (fit !== null) field.drawDots(fitted, cores, "title", 1);
  }
  for (const { workers, speedUp, middleHalf } of points) {
    const column = field.columnOf(workers);
    for (let row = field.rowOf(middleHalf.to); row <= field.rowOf(middleHalf.from); row++) {
      cells.put(column, row, signs.spread, "strong");
    }
    cells.put(column, field.rowOf(speedUp), signs.point, "strong");
  }

  const labels = new Map(ticksUpTo(highest, step).map((tick) => [field.rowOf(tick), formatCount(tick)]));
  const rows = Array.from({ length: cells.height }, (_, row): Line => {
    const label = labels.get(row);
    return [
      span((label ?? "").padStart(labelWidth - 1), "dim"),
      span(` ${label === undefined ? signs.axis.side : signs.axis.tick}`, "dim"),
      ...cells.row(row),
    ];
  });
  const title = say.charts.speedUps;
  return [
    fitLine([span(title, "dim")], width),
    ...rows,
    ...drawWorkersAxis(scaling, field, labelWidth, signs),
    fitLine(drawLegend(scaling, signs), width),
  ];
}

/** Where workers and speed-ups lie among the cells. */
class Field {
  constructor(
    readonly cells: Cells,
    private readonly mostWorkers: number,
    private readonly highest: number,
  ) {}

  /** The share of the width at which so many workers stand; half a worker of margin on the left. */
  private across(workers: number): number {
    return (workers - 0.5) / (this.mostWorkers - 0.5 + 0.25);
  }
  private down(speedUp: number): number {
    return 1 - speedUp / this.highest;
  }
  columnOf(workers: number): number {
    return Math.min(this.cells.width - 1, Math.round(this.across(workers) * (this.cells.width - 1)));
  }
  rowOf(speedUp: number): number {
    return Math.round(this.down(speedUp) * (this.cells.height - 1));
  }

  /** A line of dots from one worker on, of which every fourth or so is set. */
  drawDots(curve: (workers: number) => number, upTo: number, tone: "dim" | "title", every: number): void {
    const dots = new Dots(this.cells, tone);
    const { width, height } = this.cells;
    // The middle of a cell is where the points are drawn, and so has to be where the lines go through.
    const rowOf = (speedUp: number) => Math.round((this.down(speedUp) * (height - 1) + 0.5) * dotsDown - 0.5);
    const last = width * dotsAcross;
    let before: number | null = null;
    let drawn = 0;
    for (let column = 0; column < last; column++) {
      const cell = (column + 0.5) / dotsAcross - 0.5;
      const workers = (cell / (width - 1)) * (this.mostWorkers + 0.25 - 0.5) + 0.5;
      if (workers < 1 || workers > upTo) continue;
      const row = rowOf(curve(workers));
      // A steep stretch takes several dots of one column.
      const from = before === null ? row : Math.min(row, before + 1);
      for (let at = Math.max(from, row); at >= Math.min(from, row); at--) {
        if (drawn++ % every === 0) dots.set(column, at);
      }
      before = row;
    }
    dots.draw();
  }

  drawGlyphs(curve: (workers: number) => number, upTo: number, glyph: string, tone: "dim" | "title"): void {
    const from = this.columnOf(1);
    const to = this.columnOf(upTo);
    for (let column = from; column <= to; column++) {
      const share = to === from ? 0 : (column - from) / (to - from);
      this.cells.put(column, this.rowOf(curve(1 + share * (upTo - 1))), glyph, tone);
    }
  }
}

function ticksUpTo(highest: number, step: number): number[] {
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** Round speed-ups, not closer than every second row. */
function stepOf(highest: number, rows: number): number {
  const { digit, exponent } = niceStep(Math.max(0.5, (2 * highest) / Math.max(2, rows)));
  return digit * 10 ** exponent;
}

/** The line below the field, and under it the numbers of workers that were measured, as far as they have room. */
function drawWorkersAxis({ points }: Scaling, field: Field, labelWidth: number, signs: Signs): Line[] {
  const { width } = field.cells;
  const line = new Cells(width, 1);
  const labels = new Cells(width, 1);
  line.write(0, 0, signs.line.repeat(width), "dim");
  let free = 0;
  for (const { workers } of points) {
    const label = formatCount(workers);
    const column = field.columnOf(workers);
    line.put(column, 0, signs.below, "dim");
    const start = column - Math.floor((label.length - 1) / 2);
    if (start < free || start + label.length > width) continue;
    labels.write(start, 0, label, "plain");
    free = start + label.length + 1;
  }
  const margin = span(" ".repeat(labelWidth));
  return [
    [margin, span(signs.axis.corner, "dim"), ...line.row(0)],
    [margin, span(" "), ...labels.row(0)],
  ];
}

function drawLegend({ fit }: Scaling, signs: Signs): Line {
  const { charts } = say;
  return [
    span(signs.point, "strong"),
    span(` ${charts.measured}  `, "dim"),
    span(signs.spread, "strong"),
    span(` ${charts.middleHalf}  `, "dim"),
    ...(fit === null
      ? []
      : [span(signs.fitted, "title"), span(` ${charts.fitted(100 * fit.serial)}  `, "dim")]),
    span(signs.ideal, "dim"),
    span(` ${charts.ideal}`, "dim"),
  ];
}
