import type { Trace } from "./trace.ts";
import { LaneState } from "./track.ts";

/** Tasks that had begun and not ended; the most of them from this moment to the next one. */
export interface InFlight {
  readonly atMs: number;
  readonly count: number;
}

/**
 * How many tasks were in flight over the run, cut into equal stretches of time.
 * @param stretches how many of them; the last entry is the end of the run
 */
export function countInFlight(trace: Trace, stretches: number): InFlight[] {
  const begins: number[] = [];
  const ends: number[] = [];
  for (const [task, track] of trace.tasks.entries()) {
    // A lane of its own for what is no task, such as the light requests of a server.
    if (trace.extraLabels.has(task)) continue;
    for (let i = 0; i < track.length; i++) {
      if (track.state(i) !== LaneState.running) continue;
      const last = track.length - 1;
      begins.push(track.atMs(i));
      ends.push(track.state(last) === LaneState.idle ? track.atMs(last) : Infinity);
      break;
    }
  }
  const from = Float64Array.from(begins).sort();
  const to = Float64Array.from(ends).sort();
  const lengthMs = trace.endMs / stretches;
  const counts: InFlight[] = [];
  let begun = 0;
  let ended = 0;
  for (let index = 0; index < stretches; index++) {
    const untilMs = index + 1 < stretches ? (index + 1) * lengthMs : Infinity;
    let most = begun - ended;
    // Ends before begins of the same moment: who takes the place of another is not counted beside it.
    for (;;) {
      const nextBegin = from[begun] ?? Infinity;
      const nextEnd = to[ended] ?? Infinity;
      if (Math.min(nextBegin, nextEnd) >= untilMs) break;
      if (nextEnd <= nextBegin) ended++;
      else begun++;
      most = Math.max(most, begun - ended);
    }
    counts.push({ atMs: index * lengthMs, count: most });
  }
  return [...counts, { atMs: trace.endMs, count: begun - ended }];
}
