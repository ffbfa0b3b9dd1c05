import type { Scene } from "../app/scene.ts";
import { drawLanes } from "../lab/lanes/draw-lanes.ts";
import { splitLaneRows } from "../app/lanes-room.ts";
import { type ColourDepth, createRowsEncoder } from "../lab/lanes/encode.ts";
import { LanesMemo } from "../lab/lanes/lanes-memo.ts";
import { warmUpDrawing } from "../lab/lanes/warm-up.ts";
import { niceWindow } from "../lab/lanes/window.ts";
import type { Trace } from "../lab/trace/trace.ts";

/** Where a scene's trace is to be found. */
export interface TraceSource {
  /** `null` before the work has begun, or when the trace is gone. */
  find(source: Scene["source"]): { readonly trace: Trace; readonly elapsedMs: number } | null;
}

export interface LanesPainter {
  /** Rows of the lanes as text, for a box of this size; empty when there is nothing to show. */
  draw(width: number, height: number): readonly string[];
  /** Whether the picture changes by itself. */
  isMoving(): boolean;
  /** Begins or ends a slow replay of the run on the screen. */
  replay(on: boolean): void;
  /** Frames drawn so far. */
  readonly frames: number;
  /** What was drawn last, for stepping in it. */
  readonly last: DrawnLanes | null;
}
export interface DrawnLanes {
  readonly trace: Trace;
  readonly columnMs: number;
  readonly firstRow: number;
  readonly visibleRows: number;
  readonly coreIds: readonly number[];
}

/** `task 12` and `1.23 s` fit; two pictures one above the other then have the same axis. */
const leastMargins = { label: 9, figure: 9 };

/** A replay lasts about this long, whatever the run: slow enough to follow, short enough to wait for. */
const replayMs = 8000;

export function createLanesPainter(options: {
  readonly selectScene: () => Scene | null;
  readonly traces: TraceSource;
  readonly glyphs: "unicode" | "ascii";
  readonly colour: ColourDepth;
  /** Milliseconds on any steady clock. */
  readonly now: () => number;
  readonly onReplayEnd: () => void;
}): LanesPainter {
  const memo = new LanesMemo();
  const encodeMain = createRowsEncoder(options.colour);
  const encodeBelow = createRowsEncoder(options.colour);
  let frames = 0;
  let isWarm = false;
  let last: DrawnLanes | null = null;
  let replayStartedAt: number | null = null;

  return {
    draw(width, height) {
      const scene = options.selectScene();
      const found = scene === null ? null : options.traces.find(scene.source);
      if (scene === null || found === null) {
        last = null;
        // The threads of a run are being started: time to get the compiler's work on the drawing done.
        if (scene !== null && !isWarm && width > 0 && height > 0) {
          isWarm = true;
          const { view, noun, coreIds } = scene;
          warmUpDrawing({ view, noun, coreIds, width, height, glyphs: options.glyphs }, options.colour);
        }
        return [];
      }
      const { trace, elapsedMs } = found;
      const live = scene.source.kind === "live" && trace.finishedMs === null;
      const window =
        scene.window ?? (live ? niceWindow(elapsedMs, scene.expectedMs) : { fromMs: 0, toMs: trace.endMs });
      let untilMs = live ? elapsedMs : Infinity;
      let { cursorMs } = scene;
      if (scene.replaying) {
        replayStartedAt ??= options.now();
        const share = (options.now() - replayStartedAt) / replayMs;
        untilMs = window.fromMs + share * (window.toMs - window.fromMs);
        cursorMs = Math.min(untilMs, window.toMs);
        if (share >= 1) {
          replayStartedAt = null;
          cursorMs = null;
          untilMs = Infinity;
          queueMicrotask(options.onReplayEnd);
        }
      }
      const { view, firstRow, noun, coreIds } = scene;
      const { glyphs } = options;
      const common = { ...window, untilMs, cursorMs, width, noun, coreIds, glyphs };
      const rows = splitLaneRows(height, scene.wantedRows);
      const below =
        rows.companion === 0
          ? null
          : drawLanes(
              trace,
              {
                ...common,
                view: scene.companion,
                height: rows.companion,
                firstRow: 0,
                legend: false,
                leastMargins,
              },
              memo,
            );
      const main = { ...common, view, height: rows.main, firstRow, legend: true, leastMargins };
      // One legend for both.
      const picture = drawLanes(trace, { ...main, alsoExplain: below?.kinds ?? 0 }, memo);
      frames++;
      const { columnMs, visibleRows } = picture;
      last = { trace, columnMs, firstRow: picture.firstRow, visibleRows, coreIds };
      const lines = encodeMain(picture.rows);
      return below === null ? lines : [...lines, " ".repeat(width), ...encodeBelow(below.rows)];
    },
    isMoving() {
      const scene = options.selectScene();
      if (scene === null) return false;
      return scene.replaying || scene.source.kind === "live";
    },
    replay(on) {
      replayStartedAt = on ? options.now() : null;
    },
    get frames() {
      return frames;
    },
    get last() {
      return last;
    },
  };
}
