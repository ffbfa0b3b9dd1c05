import { readFileSync } from "node:fs";

/**
 * The kernel's id of the calling thread, by which others can see its core and CPU time.
 * `null` where the system does not tell (anything but Linux).
 */
export function readSystemThreadId(): number | null {
  if (process.platform !== "linux") return null;
  try {
    const id = Number.parseInt(readFileSync("/proc/thread-self/stat", "latin1"), 10);
    return Number.isInteger(id) && id > 0 ? id : null;
  } catch {
    return null;
  }
}
