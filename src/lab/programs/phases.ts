import type { Phases } from "../result.ts";

/** A stretch of time in which a chunk was computed, in milliseconds from the beginning. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * What the time of a program was made of: until somebody was there to compute, while at least one computed, and the
 * rest, in which nobody did, for chunks and results were on their way, or the pool was ended.
 * @param hereMs when the one that computed first was there
 */
export function splitPhases(wallMs: number, hereMs: number, chunks: readonly Stretch[]): Phases {
  let computeMs = 0;
  let coveredMs = 0;
  for (const { fromMs, toMs } of chunks.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const from = Math.max(coveredMs, fromMs);
    const to = Math.min(wallMs, toMs);
    if (to <= from) continue;
    computeMs += to - from;
    coveredMs = to;
  }
  const first = chunks.reduce((earliest, { fromMs }) => Math.min(earliest, fromMs), wallMs);
  const startMs = Math.min(Math.max(0, hereMs), Math.max(0, first));
  return { startMs, computeMs, handOverMs: Math.max(0, wallMs - startMs - computeMs) };
}
