import { closeSync, openSync, readSync } from "node:fs";
import { parseSchedstat, parseThreadStat, parseWait } from "./thread-stat.ts";

/** Where a thread is and how much CPU time it has had, in milliseconds. */
export interface ThreadSighting {
  readonly core: number;
  readonly cpuMs: number;
  /** How long it could have gone on, and others had the cores; 0 where the system does not tell. */
  readonly waitMs: number;
}

export interface ThreadWatch {
  /** `null` when the thread is gone. */
  look(): ThreadSighting | null;
  close(): void;
}

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on (USER_HZ). */
const msPerTick = 10;

/**
 * Watches a thread from outside, without any cost to it: two files of /proc, opened once and read in place
 * (1 µs each; opening them every time would take 15).
 * @param systemId see `readSystemThreadId`
 * @param ofProcess the process that it belongs to; this one without it
 * @returns `null` where the system does not tell
 */
export function watchThread(
  systemId: number | null,
  ofProcess: number | "self" = "self",
): ThreadWatch | null {
  if (systemId === null || process.platform !== "linux") return null;
  const folder = `/proc/${ofProcess}/task/${systemId}`;
  let stat: number;
  try {
    stat = openSync(`${folder}/stat`, "r");
  } catch {
    return null;
  }
  let schedstat: number | null;
  try {
    schedstat = openSync(`${folder}/schedstat`, "r");
  } catch {
    schedstat = null; // a kernel without CONFIG_SCHED_INFO: ticks of 10 ms have to do
  }
  let last: ThreadSighting | null = null;
  const buffer = Buffer.alloc(512);
  const read = (file: number) => buffer.toString("latin1", 0, readSync(file, buffer, 0, buffer.length, 0));

  return {
    look() {
      try {
        // The cheaper file first: a thread that had no CPU time since the last look is still where it was.
        const line = schedstat === null ? null : read(schedstat);
        const cpuMs = line === null ? null : parseSchedstat(line);
        if (cpuMs !== null && last?.cpuMs === cpuMs) return last;
        const seen = parseThreadStat(read(stat));
        if (seen === null) return null;
        last = {
          core: seen.core,
          cpuMs: cpuMs ?? seen.ticks * msPerTick,
          waitMs: line === null ? 0 : (parseWait(line) ?? 0),
        };
        return last;
      } catch {
        return null; // ESRCH: the thread has ended
      }
    },
    close() {
      closeSync(stat);
      if (schedstat !== null) closeSync(schedstat);
    },
  };
}
