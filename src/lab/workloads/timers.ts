import { readClock } from "../clock.ts";
import { quantile } from "../experiment/statistics.ts";
import type { Delay, Latency } from "../result.ts";
import { timerDueMs } from "../spec.ts";
import { computeInSteps, computeInTurns } from "./cpu.ts";
import { seedOf, warmUpKernel } from "./kernel.ts";
import type { TaskInput, Turn, WorkFactory } from "./workload.ts";

/** One task computes; the others are timers, each due a little later than the last. How late they are is what counts. */
export const timers: WorkFactory = ({ spec }) => {
  /** When the run began, on the clock; a thread that is only handed tasks counts from its first. */
  let beganAtMs: number | null = null;
  let firedAtMs = 0;
  const delays: Delay[] = [];

  const fire = async ({ index }: TaskInput, turn: Turn) => {
    const start = (beganAtMs ??= readClock());
    const dueAtMs = start + (timerDueMs(spec, index) ?? 0);
    await turn.wait((over) => setTimeout(over, Math.max(0, dueAtMs - readClock())));
    firedAtMs = readClock();
    // Node counts in whole milliseconds, and may be early by a part of one.
    delays.push({ atMs: dueAtMs, lateMs: Math.max(0, firedAtMs - dueAtMs) });
    return seedOf(index) | 0;
  };
  return {
    run: (input, turn) => (input.index === 0 ? computeInTurns(input, turn) : fire(input, turn)),
    compute: (input, _loaded, turn) => computeInTurns(input, turn),
    computes: ({ units }) => units > 0,
    steps: computeInSteps,
    begin: () => {
      beganAtMs = readClock();
    },
    finish: () => ({
      latency: sumUp(
        delays.map(({ lateMs }) => lateMs),
        firedAtMs - (beganAtMs ?? firedAtMs),
      ),
      delays,
    }),
    warmUp: (ms) => Promise.resolve(warmUpKernel(ms, readClock)),
  };
};

function sumUp(lateMs: readonly number[], elapsedMs: number): Latency | null {
  if (lateMs.length === 0) return null;
  return {
    p50Ms: quantile(lateMs, 0.5),
    p99Ms: quantile(lateMs, 0.99),
    maxMs: Math.max(...lateMs),
    perSecond: elapsedMs > 0 ? (1000 * lateMs.length) / elapsedMs : 0,
    count: lateMs.length,
  };
}
