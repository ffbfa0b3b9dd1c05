import { quantile } from "../experiment/statistics.ts";
import type { Latency } from "../result.ts";

/** @param latenciesMs of every request of a stretch of `durationMs` */
export function summariseLatencies(latenciesMs: readonly number[], durationMs: number): Latency {
  return {
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    maxMs: latenciesMs.reduce((a, b) => Math.max(a, b), 0),
    perSecond: latenciesMs.length / (durationMs / 1000),
    count: latenciesMs.length,
  };
}
