import { readdirSync } from "node:fs";
import { expect, vi } from "vitest";

export const isLinux = process.platform === "linux";

/** Threads that this process has, by the system's ids. */
export function listSystemThreads(): string[] {
  return readdirSync("/proc/self/task").sort();
}

/** Waits until the process has the threads that it had before: the system takes a moment to be rid of one that has ended. */
export async function expectThreads(before: readonly string[]): Promise<void> {
  if (!isLinux) return;
  await vi.waitFor(() => expect(listSystemThreads()).toEqual(before), { timeout: 20_000, interval: 5 });
}
