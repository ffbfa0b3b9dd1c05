import os from "node:os";
import { pidusage } from "./pidusage.ts";

/** Highest CPU % (100 is one core) and memory of this process between two moments. */
export interface ProcessPeak {
  readonly cpuPercent: number | null;
  readonly memoryMb: number | null;
}

/** pidusage costs half a millisecond of CPU a call and reads ticks of 10 ms: four times a second is plenty. */
const pollMs = 250;

/** Those ticks make it come out above what the cores can give at times; that would be no true figure. */
const mostPercent = 100 * os.availableParallelism();

/**
 * Watches CPU % and memory of the whole process until it is stopped. The promise is kept after a first look, which
 * may start a program to ask for the length of a tick: nothing is to be measured before that is over.
 */
export async function watchProcess(): Promise<{ stop(): Promise<ProcessPeak> }> {
  let cpuPercent: number | null = null;
  let memoryMb: number | null = null;
  let calls = 0;
  const poll = async () => {
    try {
      const { cpu, memory } = await pidusage(process.pid);
      // The first call has nothing to compare with: it gives the average since the process began.
      if (calls++ > 0 && Number.isFinite(cpu))
        cpuPercent = Math.max(cpuPercent ?? 0, Math.min(cpu, mostPercent));
      memoryMb = Math.max(memoryMb ?? 0, memory / 2 ** 20);
    } catch {
      // No /proc, no ps: the figures stay unknown, and are shown as such.
    }
  };
  // pidusage remembers the last call for a minute; a run must not be compared with the pause before it.
  pidusage.clear();
  await poll();
  let latest = Promise.resolve();
  const timer = setInterval(() => {
    latest = latest.then(poll);
  }, pollMs);
  return {
    async stop() {
      clearInterval(timer);
      await latest.then(poll);
      return { cpuPercent, memoryMb };
    },
  };
}
