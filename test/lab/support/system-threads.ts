import { readdirSync } from "node:fs";

export const isLinux = process.platform === "linux";

/** Threads that this process has, by the system's ids. */
export function listSystemThreads(): string[] {
  return readdirSync("/proc/self/task").sort();
}
