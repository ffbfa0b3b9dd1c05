import { closeSync, fstatSync, openSync, readdirSync } from "node:fs";

/** This process at a moment. */
export interface OwnReading {
  /** `null` where the system does not tell, as with too many open files. */
  readonly memoryMb: number | null;
  readonly threads: number | null;
  /** CPU time since the process began, in milliseconds. */
  readonly cpuMs: number;
}

export interface OwnReader {
  read(): OwnReading;
  close(): void;
}

const taskFolder = "/proc/self/task";

/** Reads what this process uses; 20 to 50 µs a reading on Linux, where pidusage takes ten times as long. */
export function openOwnReader(): OwnReader {
  const threads = openThreadCounter();
  return {
    read() {
      const { user, system } = process.cpuUsage();
      return {
        memoryMb: readMemoryMb(),
        threads: threads?.count() ?? null,
        cpuMs: (user + system) / 1000,
      };
    },
    close: () => threads?.close(),
  };
}

/** Memory that this process has in use, in megabytes; `null` where the system does not tell. */
function readMemoryMb(): number | null {
  try {
    return process.memoryUsage.rss() / 2 ** 20;
  } catch {
    return null; // it opens a file to find out
  }
}

/**
 * Counts threads by the links of their folder: a folder has one for each folder in it, and two of its own, which the
 * kernel knows without listing them.
 */
function openThreadCounter(): { count(): number | null; close(): void } | null {
  let folder: number;
  try {
    folder = openSync(taskFolder, "r");
  } catch {
    return null; // no /proc: the system does not tell
  }
  const countLinks = () => fstatSync(folder).nlink - 2;
  const countEntries = () => {
    try {
      return readdirSync(taskFolder).length;
    } catch {
      return null;
    }
  };
  // Not every kernel that has a /proc counts the links.
  const count = countLinks() === countEntries() ? countLinks : countEntries;
  return { count, close: () => closeSync(folder) };
}
