import { readClock } from "../src/lab/clock.ts";
import { drawLanes, type LanesOptions } from "../src/lab/lanes/draw-lanes.ts";
import { createRowsEncoder, encodeRow } from "../src/lab/lanes/encode.ts";
import { LanesMemo } from "../src/lab/lanes/lanes-memo.ts";
import type { LaneViewName } from "../src/lab/lanes/views.ts";
import { niceWindow } from "../src/lab/lanes/window.ts";
import { type Recording, startLiveRun } from "./live-run.ts";
import { type Choice, chooseQuiet, isQuiet, type Pair, ratioOf, summarise } from "./measure.ts";
import { watchOthers } from "./others.ts";

export const views: readonly LaneViewName[] = ["cores", "threads", "tasks"];

/** The lanes in a terminal of 100x30. */
const width = 96;
const usualHeight = 20;
const frameMs = 1000 / 30;
/** So many runs are played before any counts: the compiler is then done. */
const warmUpRuns = 3;
/** Disturbed runs are played again, until so many times as many were played as wanted. */
const patience = 2;
/**
 * The dearest frames of a run do not count: between frames the trace has grown, and the collector's work on that
 * falls into some frame.
 */
const shareThatCounts = 0.9;

/** Draws one run, frame after frame, as the program does while it goes on. */
function startDrawing(recording: Recording, view: LaneViewName, height: number, kind: FrameKind) {
  const { trace, playUntil } = startLiveRun(recording);
  const memo = new LanesMemo();
  const encode = createRowsEncoder("256");
  const coreIds = Array.from({ length: recording.cores }, (_, core) => core);
  const costsMs: number[] = [];
  let characters = 0;
  return {
    playUntil,
    drawFrame(untilMs: number): void {
      const options: LanesOptions = {
        ...niceWindow(untilMs, recording.durationMs),
        untilMs,
        width,
        height,
        view,
        cursorMs: null,
        firstRow: 0,
        glyphs: "unicode",
        noun: "task",
        coreIds,
        legend: true,
      };
      const startedAtMs = readClock();
      if (kind === "live") {
        for (const text of encode(drawLanes(trace, options, memo).rows)) characters += text.length;
      } else {
        for (const row of drawLanes(trace, options).rows) characters += encodeRow(row, "256").length;
      }
      costsMs.push(readClock() - startedAtMs);
    },
    /** Milliseconds of a frame. */
    get frameCostMs(): number {
      if (characters === 0) throw new Error("nothing was drawn");
      const counted = costsMs.sort((a, b) => a - b).slice(0, Math.ceil(costsMs.length * shareThatCounts));
      return counted.reduce((sum, ms) => sum + ms, 0) / counted.length;
    },
  };
}

/** A frame that follows another one, or one that is drawn with nothing known of those before. */
export type FrameKind = "live" | "from scratch";

interface Comparison {
  readonly large: Recording;
  readonly small: Recording;
  readonly view: LaneViewName;
  readonly height: number;
  readonly kind: FrameKind;
}

/**
 * Plays both runs side by side. What happens from one frame to the next happens in both before either is drawn:
 * so both are drawn with caches as cold, whichever has recorded more, and in turn one is the first.
 */
function playPair({ large, small, view, height, kind }: Comparison): Pair {
  const stopWatching = watchOthers();
  const a = startDrawing(large, view, height, kind);
  const b = startDrawing(small, view, height, kind);
  let aFirst = true;
  for (let untilMs = frameMs; untilMs <= large.durationMs; untilMs += frameMs) {
    a.playUntil(untilMs);
    b.playUntil(untilMs);
    (aFirst ? a : b).drawFrame(untilMs);
    (aFirst ? b : a).drawFrame(untilMs);
    aFirst = !aFirst;
  }
  const others = stopWatching();
  return { a: { value: a.frameCostMs, others }, b: { value: b.frameCostMs, others } };
}

/** Cost of a frame of one run against that of another, in one view. */
export interface FrameCost {
  readonly view: LaneViewName;
  readonly ratio: number;
  readonly choice: Choice<Pair>;
  readonly told: string;
}

function compareFrames(comparison: Comparison, wanted: number): FrameCost {
  for (let run = 0; run < warmUpRuns; run++) playPair(comparison);
  const pairs: Pair[] = [];
  let quiet = 0;
  while (quiet < wanted && pairs.length < wanted * patience) {
    const pair = playPair(comparison);
    pairs.push(pair);
    if (isQuiet([pair.a])) quiet++;
  }
  const choice = chooseQuiet(pairs, wanted, ({ a }) => [a]);
  const ratio = summarise(choice.used.map(ratioOf)).median;
  const largeMs = summarise(choice.used.map(({ a }) => a.value)).median;
  const smallMs = summarise(choice.used.map(({ b }) => b.value)).median;
  const inMicroseconds = `${(largeMs * 1000).toFixed(1)} / ${(smallMs * 1000).toFixed(1)} µs`;
  const { view } = comparison;
  return { view, ratio, choice, told: `${view} ${ratio.toFixed(2)} (${inMicroseconds})` };
}

/** The view in which the large run costs most, compared with the small one. */
export function findWorstView(
  large: Recording,
  small: Recording,
  { wanted, height = usualHeight, kind = "live" }: { wanted: number; height?: number; kind?: FrameKind },
): { worst: FrameCost; told: string } {
  const costs = views.map((view) => compareFrames({ large, small, view, height, kind }, wanted));
  const [worst] = [...costs].sort((a, b) => b.ratio - a.ratio);
  if (worst === undefined) throw new RangeError("there are no views");
  return { worst, told: costs.map(({ told }) => told).join(", ") };
}
