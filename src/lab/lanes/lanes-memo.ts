import type { Trace } from "../trace/trace.ts";
import type { Canvas, DrawnLane } from "./drawn-lane.ts";
import { Kept } from "./kept.ts";
import type { Layout } from "./layout.ts";
import type { Row } from "./row.ts";
import type { LaneViewName } from "./views.ts";

/** Lanes with what was drawn of them last, in one window. */
export interface DrawnLanes {
  readonly canvas: Canvas;
  /** By lane: those of the last picture. */
  seen: ReadonlyMap<number, DrawnLane>;
}

/** The parts of the last picture of a view. */
export class PictureMemo {
  readonly layout = new Kept<Layout>();
  readonly lanes = new Kept<DrawnLanes>();
  readonly axis = new Kept<Row>();
  readonly footer = new Kept<Row>();
  readonly blank = new Kept<Row>();
}

/**
 * What was drawn last of each view of each trace, so that the next picture costs what has changed since, and rows
 * that have not are the same objects. It makes no difference to what the picture shows.
 */
export class LanesMemo {
  private readonly byTrace = new WeakMap<Trace, Map<LaneViewName, PictureMemo>>();

  of(trace: Trace, view: LaneViewName): PictureMemo {
    let views = this.byTrace.get(trace);
    if (views === undefined) {
      views = new Map<LaneViewName, PictureMemo>();
      this.byTrace.set(trace, views);
    }
    let memo = views.get(view);
    if (memo === undefined) views.set(view, (memo = new PictureMemo()));
    return memo;
  }
}
