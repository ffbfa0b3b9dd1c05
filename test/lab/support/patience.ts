import { vi } from "vitest";

/** How long a test with real threads or processes may take on a machine that is busy; none takes nearly that long. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Waits until something has happened on another thread, looking again each time round the event loop. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise(setImmediate);
}
