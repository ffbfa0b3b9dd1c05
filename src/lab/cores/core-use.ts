import os from "node:os";

/**
 * Watches how much each core of the machine was used, by all programs together: the one thing about cores that
 * every system tells. Ticks of 10 ms or so, so it says little about short runs.
 */
export function watchCoreUse(): { stop(): number[] } {
  const before = readTicks();
  return {
    /** Per cent of the time since the watch began, core by core. */
    stop() {
      return readTicks().map(({ busy, total }, core) => {
        const start = before[core] ?? { busy: 0, total: 0 };
        const elapsed = total - start.total;
        return elapsed <= 0 ? 0 : Math.min(100, (100 * (busy - start.busy)) / elapsed);
      });
    },
  };
}

function readTicks(): { readonly busy: number; readonly total: number }[] {
  return os.cpus().map(({ times }) => {
    const total = times.user + times.nice + times.sys + times.idle + times.irq;
    return { busy: total - times.idle, total };
  });
}
