import type { Trace } from "../trace/trace.ts";
import { addAxis } from "./axis.ts";
import { Columns } from "./columns.ts";
import { Canvas, DrawnLane } from "./drawn-lane.ts";
import { type GlyphSet, glyphs as glyphSets } from "./glyphs.ts";
import { type DrawnLanes, LanesMemo } from "./lanes-memo.ts";
import { type LayoutOptions, layOut } from "./layout.ts";
import { addFooter, describeRows } from "./legend.ts";
import { fitText, type Row, RowBuilder } from "./row.ts";
import { createView, type LaneViewName } from "./views.ts";

export interface LanesOptions extends LayoutOptions {
  readonly view: LaneViewName;
  /** The window: the lanes show [fromMs, toMs), in milliseconds from the start of the run. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Nothing later is drawn: now while live, the moment of a replay, `Infinity` for all there is. */
  readonly untilMs: number;
  /** Moment to mark on every row, with its time on the axis. */
  readonly cursorMs: number | null;
  readonly glyphs: GlyphSet;
  /** What a task is called: `task`, `mail`. */
  readonly noun: string;
  /** Cores that the program may use. */
  readonly coreIds: readonly number[];
  /** `kinds` of a picture that stands below this one, for this one's legend to explain too. */
  readonly alsoExplain?: number;
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
  /** Kinds of cells that occur in it: bit `kind` is set for each. */
  readonly kinds: number;
  /** What has to be said about this view, as on a system that does not tell cores. */
  readonly note: string | null;
}

/** Where `trace` may be drawn up to: after its end, and beyond what is known of it, nothing happened. */
function drawnUntil(trace: Trace, untilMs: number): number {
  if (trace.finishedMs !== null) return Math.min(untilMs, trace.finishedMs);
  return untilMs === Infinity ? trace.endMs : untilMs;
}

/**
 * Draws the lanes of a trace: a pure function, of which only the visible rows cost anything.
 * @param memo for pictures that are drawn again and again: they then cost what has changed since the last one
 */
export function drawLanes(trace: Trace, options: LanesOptions, memo = new LanesMemo()): LanesPicture {
  const { fromMs, toMs, cursorMs, width, height, noun } = options;
  const kept = memo.of(trace, options.view);
  const view = createView(trace, options);
  const { identity } = view;
  const glyphs = glyphSets[options.glyphs];

  const layout = kept.layout.get(
    [identity, noun, width, height, options.firstRow, options.legend, ...marginsOf(options)],
    () => layOut(view, options),
  );
  const { visible, firstRow, labelWidth, laneWidth, figureWidth } = layout;
  const columns = new Columns(options, laneWidth, drawnUntil(trace, options.untilMs));
  const marked = cursorMs === null ? -1 : columns.columnOfMark(cursorMs);
  const cursorColumn = marked >= 0 && marked < laneWidth ? marked : -1;

  const window = [identity, noun, glyphs, fromMs, toMs, labelWidth, laneWidth, figureWidth];
  const lanes = kept.lanes.get(window, (): DrawnLanes => ({
    canvas: new Canvas(laneWidth),
    seen: new Map(),
  }));
  const rows: Row[] = [];
  let kinds = 0;
  const seen = new Map<number, DrawnLane>();
  for (let lane = firstRow; lane < firstRow + visible; lane++) {
    const drawn =
      lanes.seen.get(lane) ??
      new DrawnLane(view.open(lane), {
        label: fitLabel(view.label(lane), labelWidth),
        laneWidth,
        figureWidth,
        glyphs,
      });
    seen.set(lane, drawn);
    rows.push(drawn.draw(columns, lanes.canvas, cursorColumn));
    kinds |= drawn.kinds;
  }
  lanes.seen = seen;

  if (rows.length < height) {
    const axis = kept.axis.get([...window, cursorMs], () => {
      const row = new RowBuilder().add(fitLabel("", labelWidth), "label");
      addAxis(row, columns, glyphs, cursorMs);
      return row.add(fitText(view.figureTitle, figureWidth, "start"), "dim").build();
    });
    rows.push(axis);
  }
  if (layout.footer) {
    const explained = kinds | (options.alsoExplain ?? 0);
    const footer = kept.footer.get([layout, glyphs, options.legend, explained], () => {
      const row = new RowBuilder();
      const scrolled = visible < view.count ? describeRows(firstRow, visible, view.count, glyphs) : "";
      addFooter(row, options.legend ? explained : null, scrolled, glyphs, width);
      return row.build();
    });
    rows.push(footer);
  }
  const blank = kept.blank.get([width], () => new RowBuilder().add(" ".repeat(width), "plain").build());
  while (rows.length < height) rows.push(blank);

  return {
    rows,
    rowCount: view.count,
    firstRow,
    visibleRows: visible,
    laneStart: labelWidth,
    laneWidth,
    columnMs: columns.columnMs,
    kinds,
    note: view.note,
  };
}

function fitLabel(label: string, width: number): string {
  return width > 0 ? `${fitText(label, width - 1, "start")} ` : "";
}

function marginsOf({ leastMargins }: LanesOptions): readonly number[] {
  return [leastMargins?.label ?? 0, leastMargins?.figure ?? 0];
}
