import type { WriteStream } from "node:tty";
import { readClock } from "../lab/clock.ts";
import { drawLanes, type LanesOptions } from "../lab/lanes/draw-lanes.ts";
import { type ColourDepth, createRowsEncoder } from "../lab/lanes/encode.ts";
import { LanesMemo } from "../lab/lanes/lanes-memo.ts";
import { warmUpDrawing } from "../lab/lanes/warm-up.ts";
import { niceWindow } from "../lab/lanes/window.ts";
import type { Machine } from "../lab/machine/machine.ts";
import { isProgramSpec } from "../lab/programs/languages.ts";
import type { RunSpec } from "../lab/spec.ts";
import type { Trace } from "../lab/trace/trace.ts";
import { say } from "../text/say.ts";
import { sizeOfTerminal } from "../ui/terminal/size.ts";

/** Lanes that are drawn over and over in the same few lines of a terminal, below what was printed before. */
export interface LiveLanes {
  /** A run has begun: draw its trace from now on. */
  show(trace: Trace, spec: RunSpec): void;
  /** Frames drawn so far. */
  readonly frames: number;
  /** The run is over: draws all of it and leaves it there. */
  settle(): void;
  /** Stops drawing and gives the cursor back. */
  close(): void;
}

/** Milliseconds from frame to frame: 25 a second. What a terminal takes in costs most of a frame. */
export const frameMs = 40;
const legendAndAxis = 2;
const widest = 160;

export function createLiveLanes(
  stream: WriteStream,
  options: { machine: Machine; glyphs: "unicode" | "ascii"; colour: ColourDepth },
): LiveLanes {
  const { machine, glyphs, colour } = options;
  const coreIds = machine.affinity ?? Array.from({ length: machine.cores }, (_, core) => core);
  const memo = new LanesMemo();
  const encode = createRowsEncoder(colour);
  let frames = 0;
  let drawn = 0;
  let drawnLines: readonly string[] = [];
  let isWarm = false;
  let shown: { trace: Trace; startedAtMs: number; view: LanesOptions["view"]; height: number } | null = null;
  let timer: NodeJS.Timeout | undefined;
  stream.write("\u001b[?25l");

  const draw = () => {
    if (shown === null) return;
    const { trace, startedAtMs, view, height } = shown;
    const elapsedMs = readClock() - startedAtMs;
    const live = trace.finishedMs === null;
    const window = live ? niceWindow(elapsedMs, null) : { fromMs: 0, toMs: Math.max(trace.endMs, 0.001) };
    const picture: LanesOptions = {
      ...window,
      view,
      untilMs: live ? elapsedMs : Infinity,
      cursorMs: null,
      width: Math.min(sizeOfTerminal(stream).columns - 1, widest),
      height,
      firstRow: 0,
      glyphs,
      noun: say.words.task.one,
      coreIds,
      legend: true,
    };
    const { rows } = drawLanes(trace, picture, memo);
    // Rows that have not changed are stepped over: most of the cost of a frame is what the terminal has to take in.
    let text = drawn > 0 ? `\r\u001b[${drawn}A` : "\r";
    const lines = encode(rows);
    for (const [index, line] of lines.entries()) {
      text += drawn > 0 && line === drawnLines[index] ? "\n" : `${line}\u001b[K\n`;
    }
    stream.write(`\u001b[?2026h${text}\u001b[?2026l`);
    drawnLines = lines;
    drawn = lines.length;
    frames++;
  };

  return {
    show(trace, spec) {
      const computes = spec.workload === "cpu" || isProgramSpec(spec);
      const view = computes && machine.tellsCores ? "cores" : "tasks";
      const lanes = view === "cores" ? coreIds.length : spec.tasks;
      const height = Math.max(1, Math.min(lanes + legendAndAxis, sizeOfTerminal(stream).rows - 2));
      if (!isWarm) {
        const width = Math.min(sizeOfTerminal(stream).columns - 1, widest);
        warmUpDrawing({ view, width, height, glyphs, noun: say.words.task.one, coreIds }, colour);
        isWarm = true;
      }
      // Another number of rows than before: what stands there stays, and drawing goes on below it.
      if (drawn !== height) drawn = 0;
      shown = { trace, startedAtMs: readClock(), view, height };
      timer ??= setInterval(draw, frameMs);
    },
    get frames() {
      return frames;
    },
    settle() {
      draw();
    },
    close() {
      clearInterval(timer);
      stream.write("\u001b[?25h");
    },
  };
}
