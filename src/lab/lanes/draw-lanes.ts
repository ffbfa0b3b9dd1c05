import type { Trace } from "../trace/trace.ts";
import { addAxis } from "./axis.ts";
import { Columns } from "./columns.ts";
import { type GlyphSet, glyphs as glyphSets } from "./glyphs.ts";
import { addFooter, describeRows } from "./legend.ts";
import { fitText, type Row, RowBuilder, textWidth } from "./row.ts";
import { Canvas, createView, type LaneView, type LaneViewName } from "./views.ts";

export interface LanesOptions {
  readonly view: LaneViewName;
  /** The window: the lanes show [fromMs, toMs), in milliseconds from the start of the run. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Nothing later is drawn: now while live, the moment of a replay, `Infinity` for all there is. */
  readonly untilMs: number;
  /** Moment to mark on every row, with its time on the axis. */
  readonly cursorMs: number | null;
  /** Size of the picture in columns and rows. */
  readonly width: number;
  readonly height: number;
  /** Lane to begin with where not all fit. Out of range, it is taken as the nearest that makes sense. */
  readonly firstRow: number;
  readonly glyphs: GlyphSet;
  /** What a task is called: `task`, `mail`. */
  readonly noun: string;
  /** Cores that the program may use. */
  readonly coreIds: readonly number[];
  /** Whether to explain the glyphs in a row of their own, where there is room. */
  readonly legend: boolean;
  /** Columns that labels and figures get at least, so that two pictures one above the other have the same axis. */
  readonly leastMargins?: { readonly label: number; readonly figure: number };
}

export interface LanesPicture {
  /** Exactly `height` rows of exactly `width` columns. */
  readonly rows: readonly Row[];
  /** Lanes there are, seen or not. */
  readonly rowCount: number;
  /** The first one seen, and how many are. */
  readonly firstRow: number;
  readonly visibleRows: number;
  /** Where in each row the lane itself begins, and how many columns it has. */
  readonly laneStart: number;
  readonly laneWidth: number;
  /** Milliseconds that one of these columns stands for. */
  readonly columnMs: number;
  /** What has to be said about this view, as on a system that does not tell cores. */
  readonly note: string | null;
}

/** The lanes get this many columns before labels and figures get any. */
const leastLaneColumns = 8;
/** From this height on there is room for a legend. */
const leastHeightForLegend = 4;

/** How the rows and columns of a picture are shared out. */
interface Layout {
  readonly visible: number;
  readonly firstRow: number;
  readonly footer: boolean;
  readonly labelWidth: number;
  readonly laneWidth: number;
  readonly figureWidth: number;
}

/** Where `trace` may be drawn up to: after its end, and beyond what is known of it, nothing happened. */
function drawnUntil(trace: Trace, untilMs: number): number {
  if (trace.finishedMs !== null) return Math.min(untilMs, trace.finishedMs);
  return untilMs === Infinity ? trace.endMs : untilMs;
}

/** Draws the lanes of a trace: a pure function, of which only the visible rows cost anything. */
export function drawLanes(trace: Trace, options: LanesOptions): LanesPicture {
  const view = createView(trace, options);
  const glyphs = glyphSets[options.glyphs];
  const layout = layOut(view, options);
  const { visible, firstRow, labelWidth, laneWidth, figureWidth } = layout;
  const columns = new Columns(options, laneWidth, drawnUntil(trace, options.untilMs));
  const canvas = new Canvas(columns);
  const cursorColumn = options.cursorMs === null ? -1 : columns.columnOfMark(options.cursorMs);
  const rows: Row[] = [];

  const addLabel = (row: RowBuilder, label: string) => {
    if (labelWidth > 0) row.add(`${fitText(label, labelWidth - 1, "start")} `, "label");
  };
  for (let lane = firstRow; lane < firstRow + visible; lane++) {
    const row = new RowBuilder();
    const figure = view.fill(lane, canvas);
    addLabel(row, view.label(lane));
    canvas.cells.addTo(row, laneWidth, glyphs, cursorColumn);
    if (figureWidth > 0)
      row.add(fitText(figure.text, figureWidth, "start"), figure.failed ? "failed" : "figure");
    rows.push(row.build());
  }
  if (rows.length < options.height) {
    const row = new RowBuilder();
    addLabel(row, "");
    addAxis(row, columns, glyphs, options.cursorMs);
    row.add(fitText(view.figureTitle, figureWidth, "start"), "dim");
    rows.push(row.build());
  }
  if (layout.footer) {
    const row = new RowBuilder();
    const scrolled = visible < view.count ? describeRows(firstRow, visible, view.count, glyphs) : "";
    addFooter(row, options.legend ? canvas.cells.kindsSeen : null, scrolled, glyphs, options.width);
    rows.push(row.build());
  }
  const blank = new RowBuilder().add(" ".repeat(options.width), "plain").build();
  while (rows.length < options.height) rows.push(blank);

  return {
    rows,
    rowCount: view.count,
    firstRow,
    visibleRows: visible,
    laneStart: labelWidth,
    laneWidth,
    columnMs: columns.columnMs,
    note: view.note,
  };
}

function layOut(view: LaneView, options: LanesOptions): Layout {
  const { width, height } = options;
  const axis = height >= 2 ? 1 : 0;
  const wantsLegend = options.legend && height >= leastHeightForLegend;
  const overflows = view.count > height - axis && height >= 3;
  const footer = wantsLegend || overflows;
  const visible = Math.max(0, Math.min(view.count, height - axis - (footer ? 1 : 0)));
  const firstRow = Math.max(0, Math.min(Math.trunc(options.firstRow), view.count - visible));

  let labelWidth = options.leastMargins?.label ?? 0;
  for (let lane = firstRow; lane < firstRow + visible; lane++) {
    labelWidth = Math.max(labelWidth, textWidth(view.label(lane)) + 1);
  }
  labelWidth = Math.min(labelWidth, Math.max(0, width - leastLaneColumns));
  let figureWidth = Math.max(view.figureWidth + 1, options.leastMargins?.figure ?? 0);
  if (width - labelWidth - figureWidth < leastLaneColumns) figureWidth = 0;
  return { visible, firstRow, footer, labelWidth, laneWidth: width - labelWidth - figureWidth, figureWidth };
}
