import { EventKind } from "../trace/event.ts";
import { Trace } from "../trace/trace.ts";
import { drawLanes, type LanesOptions } from "./draw-lanes.ts";
import { type ColourDepth, createRowsEncoder } from "./encode.ts";
import { LanesMemo } from "./lanes-memo.ts";

/** By then the compiler has seen what it needs. */
const warmUpFrames = 120;
const frameMs = 33;

/**
 * Draws frames that nobody sees, of a trace that nobody made, so that the compiler's work is done before the run
 * that is drawn and measured: a frame takes 50 µs warm, and 200 to 300 before.
 */
export function warmUpDrawing(
  options: Pick<LanesOptions, "view" | "width" | "height" | "glyphs" | "noun" | "coreIds">,
  colour: ColourDepth,
): void {
  const trace = new Trace({ tasks: 4, threadLabels: ["main", "thread 1", "thread 2"] });
  for (let task = 0; task < 4; task++) trace.record(0, 0, task, EventKind.queued);
  const window = { fromMs: 0, toMs: warmUpFrames * frameMs, cursorMs: null, firstRow: 0, legend: true };
  const memo = new LanesMemo();
  const encode = createRowsEncoder(colour);
  for (let frame = 0; frame < warmUpFrames; frame++) {
    const atMs = frame * frameMs;
    for (const thread of [1, 2]) {
      const task = thread + 2 * (frame & 1) - 1;
      trace.record(thread, atMs, task, frame < 2 ? EventKind.started : EventKind.resumed);
      trace.record(thread, atMs + 30, task, frame % 3 === 0 ? EventKind.waiting : EventKind.yielded);
      trace.sample(thread, atMs, (thread + (frame >> 4)) % 2, atMs);
    }
    const { rows } = drawLanes(trace, { ...options, ...window, untilMs: atMs }, memo);
    encode(rows);
  }
}
