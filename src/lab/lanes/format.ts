import { formatFixed } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { glyphs, type GlyphSet } from "./glyphs.ts";

/** 12345 as `12,345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, say.figures.marks.thousands);
}

/** A length of time with its unit in at most 8 columns up to a day: `620 µs`, `9.62 ms`, `604 ms`, `9,604 ms`, `12.3 s`. */
export function formatMs(ms: number, set: GlyphSet): string {
  if (ms < 0.9995 && ms > 0) return `${Math.round(ms * 1000)} ${glyphs[set].micro}`;
  if (ms < 9.995) return `${ms === 0 ? "0" : formatFixed(ms, 2)} ms`;
  if (ms < 9999.5) return `${formatCount(Math.round(ms))} ms`;
  const seconds = ms / 1000;
  return seconds < 999.95 ? `${formatFixed(seconds, 1)} s` : `${formatCount(Math.round(seconds))} s`;
}

/** A share as `42 %`. What is there is never said to be nothing. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  return `${Math.round(Math.min(1, share) * 100)} %`;
}
