import { readFileSync } from "node:fs";
import os from "node:os";
import { readClock } from "../src/lab/clock.ts";

/** Ticks of /proc are hundredths of a second. */
const msPerTick = 10;
/** A few ticks more or less, and what a program leaves behind for others to reap, prove nothing. */
const allowanceMs = 30;

/** Milliseconds of CPU time of the whole machine (with what a hypervisor took), and of this process and its children. */
function readCpuMs(): { readonly all: number; readonly own: number } | null {
  try {
    const [line = ""] = readFileSync("/proc/stat", "latin1").split("\n", 1);
    const [, user, nice, system, , , irq, softirq, steal] = line.split(/\s+/).map(Number);
    const all = [user, nice, system, irq, softirq, steal].reduce<number>(
      (sum, ticks) => sum + (ticks ?? 0),
      0,
    );
    const stat = readFileSync("/proc/self/stat", "latin1");
    // utime, stime and those of the children waited for: fields 14 to 17, counted from behind the name.
    const own = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 15)
      .map(Number);
    return { all: all * msPerTick, own: own.reduce((sum, ticks) => sum + ticks, 0) * msPerTick };
  } catch {
    return null;
  }
}

/**
 * Watches what other programs do to the machine.
 * @returns ends the watch; gives the share of all cores that others had, `null` where the system does not tell
 */
export function watchOthers(): () => number | null {
  const before = readCpuMs();
  const startedAtMs = readClock();
  return () => {
    const after = readCpuMs();
    if (before === null || after === null) return null;
    const othersMs = after.all - before.all - (after.own - before.own) - allowanceMs;
    const wholeMs = (readClock() - startedAtMs) * os.cpus().length;
    return Math.min(1, Math.max(0, othersMs / wholeMs));
  };
}

/** Carries something out that comes to a number, watching the others meanwhile. */
export async function watched(measure: () => number | Promise<number>) {
  const stop = watchOthers();
  const value = await measure();
  return { value, others: stop() };
}
