import { readClock } from "../src/lab/clock.ts";
import { drawLanes, type LanesOptions } from "../src/lab/lanes/draw-lanes.ts";
import { encodeRow } from "../src/lab/lanes/encode.ts";
import type { LaneViewName } from "../src/lab/lanes/views.ts";
import type { Trace } from "../src/lab/trace/trace.ts";
import { type Choice, measurePairs, type Pair, ratioOf, summarise } from "./measure.ts";
import { watched } from "./others.ts";

export const views: readonly LaneViewName[] = ["cores", "threads", "tasks"];

/** A trace and the cores of its machine. */
export interface Picture {
  readonly trace: Trace;
  readonly cores: number;
}

/** The lanes in a terminal of 100x30. */
const width = 96;
const usualHeight = 20;
/** A batch of frames takes this long: the clock and the collector then even out. */
const batchMs = 25;
const warmUpMs = 300;

function createDrawing({ trace, cores }: Picture, view: LaneViewName, height: number): () => number {
  const options: LanesOptions = {
    width,
    height,
    view,
    fromMs: 0,
    toMs: trace.endMs,
    untilMs: Infinity,
    cursorMs: null,
    firstRow: 0,
    glyphs: "unicode",
    noun: "task",
    coreIds: Array.from({ length: cores }, (_, core) => core),
    legend: true,
  };
  return () => {
    let characters = 0;
    for (const row of drawLanes(trace, options).rows) characters += encodeRow(row, "256").length;
    return characters;
  };
}

function timeFrames(draw: () => number, frames: number): number {
  const startedAtMs = readClock();
  let characters = 0;
  for (let frame = 0; frame < frames; frame++) characters += draw();
  if (characters === 0) throw new Error("nothing was drawn");
  return (readClock() - startedAtMs) / frames;
}

/** Draws until the compiler is done; tells how many frames make a batch. */
function warmUp(draw: () => number): number {
  let frames = 1;
  let perFrameMs = Infinity;
  for (let spentMs = 0; spentMs < warmUpMs; spentMs += perFrameMs * frames) {
    frames = Math.min(1000, frames * 2);
    perFrameMs = timeFrames(draw, frames);
  }
  return Math.max(1, Math.round(batchMs / perFrameMs));
}

/** Cost of a frame of one picture against that of another, in one view. */
export interface FrameCost {
  readonly view: LaneViewName;
  readonly ratio: number;
  readonly choice: Choice<Pair>;
  readonly told: string;
}

export async function compareFrames(
  large: Picture,
  small: Picture,
  view: LaneViewName,
  pairs: number,
  height: number,
): Promise<FrameCost> {
  const drawLarge = createDrawing(large, view, height);
  const drawSmall = createDrawing(small, view, height);
  const largeFrames = warmUp(drawLarge);
  const smallFrames = warmUp(drawSmall);
  const choice = await measurePairs(
    pairs,
    () => watched(() => timeFrames(drawLarge, largeFrames)),
    () => watched(() => timeFrames(drawSmall, smallFrames)),
  );
  const ratio = summarise(choice.used.map(ratioOf)).median;
  const largeMs = summarise(choice.used.map(({ a }) => a.value)).median;
  const smallMs = summarise(choice.used.map(({ b }) => b.value)).median;
  return {
    view,
    ratio,
    choice,
    told: `${view} ${ratio.toFixed(2)} (${largeMs.toFixed(3)} / ${smallMs.toFixed(3)} ms)`,
  };
}

/** The view in which the large picture costs most, compared with the small one. */
export async function findWorstView(
  large: Picture,
  small: Picture,
  pairs: number,
  height = usualHeight,
): Promise<{ worst: FrameCost; told: string }> {
  const costs: FrameCost[] = [];
  for (const view of views) costs.push(await compareFrames(large, small, view, pairs, height));
  const [worst] = [...costs].sort((a, b) => b.ratio - a.ratio);
  if (worst === undefined) throw new RangeError("there are no views");
  return { worst, told: costs.map(({ told }) => told).join(", ") };
}
