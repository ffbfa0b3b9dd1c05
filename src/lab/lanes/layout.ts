import { textWidth } from "./row.ts";
import type { LaneView } from "./views.ts";

/** What the layout of a picture depends on, besides its view. */
export interface LayoutOptions {
  /** Size of the picture in columns and rows. */
  readonly width: number;
  readonly height: number;
  /** Lane to begin with where not all fit. Out of range, it is taken as the nearest that makes sense. */
  readonly firstRow: number;
  /** Whether to explain the glyphs in a row of their own, where there is room. */
  readonly legend: boolean;
  /** Columns that labels and figures get at least, so that two pictures one above the other have the same axis. */
  readonly leastMargins?: { readonly label: number; readonly figure: number };
}

/** The lanes get this many columns before labels and figures get any. */
const leastLaneColumns = 8;
/** From this height on there is room for a legend. */
const leastHeightForLegend = 4;

/** How the rows and columns of a picture are shared out. */
export interface Layout {
  readonly visible: number;
  readonly firstRow: number;
  readonly footer: boolean;
  readonly labelWidth: number;
  readonly laneWidth: number;
  readonly figureWidth: number;
}

/** How many lanes of so many a picture has room for, and whether it has a row of words below them. */
export function shareHeight(
  count: number,
  { height, legend }: Pick<LayoutOptions, "height" | "legend">,
): { readonly visible: number; readonly footer: boolean } {
  const axis = height >= 2 ? 1 : 0;
  const wantsLegend = legend && height >= leastHeightForLegend;
  const overflows = count > height - axis && height >= 3;
  const footer = wantsLegend || overflows;
  return { visible: Math.max(0, Math.min(count, height - axis - (footer ? 1 : 0))), footer };
}

export function layOut(view: LaneView, options: LayoutOptions): Layout {
  const { width } = options;
  const { visible, footer } = shareHeight(view.count, options);
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
