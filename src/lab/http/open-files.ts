import { readdirSync, readFileSync } from "node:fs";

/**
 * How many more files this process may open: connections are files, too. Node has raised the soft limit to the hard
 * one when it started.
 * @returns `null` where the system does not tell, `Infinity` where there is no limit
 */
export function countFreeFiles(): number | null {
  const most = readOpenFilesLimit();
  if (most === null) return null;
  try {
    // The folder itself is open while it is read.
    return Math.max(0, most - (readdirSync("/dev/fd").length - 1));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EMFILE" ? 0 : null;
  }
}

/** What `ulimit -n` says. */
export function readOpenFilesLimit(): number | null {
  try {
    if (process.platform === "linux") return parseLimits(readFileSync("/proc/self/limits", "latin1"));
    // Slower: it gathers much else as well.
    const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
    return toCount(userLimits?.open_files?.soft);
  } catch {
    return null;
  }
}

/** @param text of `/proc/PID/limits` */
export function parseLimits(text: string): number | null {
  return toCount(/^Max open files\s+(\S+)/m.exec(text)?.[1]);
}

function toCount(limit: unknown): number | null {
  if (limit === "unlimited") return Infinity;
  const count = Number(limit ?? Number.NaN);
  return Number.isFinite(count) ? count : null;
}
