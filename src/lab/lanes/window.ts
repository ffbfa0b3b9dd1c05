import type { TimeWindow } from "./columns.ts";

export type { TimeWindow } from "./columns.ts";

/** Ends of a live axis, times a power of ten. Close enough to waste little room, far enough apart to move rarely. */
const niceEnds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** Runs take a little longer than they should: room for that, so that the axis need not move at the very end. */
const roomForLate = 1.03;

/**
 * The window of a run that goes on: from its start to a round time that changes rarely.
 * @param elapsedMs how long it has gone on
 * @param expectedMs how long it should take, if that is known
 */
export function niceWindow(elapsedMs: number, expectedMs: number | null): TimeWindow {
  const least = Math.max(elapsedMs, (expectedMs ?? 0) * roomForLate, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  const end = niceEnds.find((nice) => nice * power >= least) ?? 10;
  return { fromMs: 0, toMs: end * power };
}

/** What zooming and panning may show. */
export interface WindowLimits extends TimeWindow {
  /** Shortest window, in milliseconds. */
  readonly leastMs: number;
}

/**
 * Makes the window `factor` times as long (below 1: zooms in) while `aroundMs` keeps its place on the screen,
 * as far as the limits allow.
 */
export function zoomWindow(
  window: TimeWindow,
  aroundMs: number,
  factor: number,
  limits: WindowLimits,
): TimeWindow {
  const spanMs = window.toMs - window.fromMs;
  const around = Math.min(window.toMs, Math.max(window.fromMs, aroundMs));
  const place = spanMs > 0 ? (around - window.fromMs) / spanMs : 0;
  const wanted = Math.max(limits.leastMs, spanMs * factor);
  return moveWithin(around - wanted * place, wanted, limits);
}

/** Moves the window by `byMs`, as far as the limits allow. Its length stays. */
export function panWindow(window: TimeWindow, byMs: number, limits: WindowLimits): TimeWindow {
  return moveWithin(window.fromMs + byMs, window.toMs - window.fromMs, limits);
}

function moveWithin(fromMs: number, wantedMs: number, limits: WindowLimits): TimeWindow {
  const spanMs = Math.min(wantedMs, limits.toMs - limits.fromMs);
  const from = Math.max(limits.fromMs, Math.min(fromMs, limits.toMs - spanMs));
  return { fromMs: from, toMs: from + spanMs };
}
