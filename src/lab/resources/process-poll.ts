import { statSync } from "node:fs";
import { pidusage } from "../pidusage.ts";

/** What other processes of a run use together. */
export interface PolledUse {
  readonly memoryMb: number;
  readonly cpuPercent: number;
  /** As far as the system tells. */
  readonly threads: number;
}

const nothing: PolledUse = { memoryMb: 0, cpuPercent: 0, threads: 0 };

/** pidusage costs half a millisecond of CPU a call and reads ticks of 10 ms: four times a second is plenty. */
const pollMs = 250;

export interface ProcessPoll {
  /** What they were last seen to use. */
  readonly latest: PolledUse;
  stop(): void;
}

/** Asks pidusage, as often as is sensible, about processes that come and go. */
export function pollProcesses(listIds: () => readonly number[]): ProcessPoll {
  let latest = nothing;
  let busy = false;
  const poll = async () => {
    const ids = listIds();
    if (busy) return;
    if (ids.length === 0) {
      latest = nothing;
      return;
    }
    busy = true;
    try {
      const seen = Object.values(await pidusage([...ids]));
      latest = {
        memoryMb: seen.reduce((sum, { memory }) => sum + memory / 2 ** 20, 0),
        cpuPercent: seen.reduce((sum, { cpu }) => sum + (Number.isFinite(cpu) ? cpu : 0), 0),
        threads: ids.reduce((sum, id) => sum + countThreads(id), 0),
      };
    } catch {
      // One of them has ended meanwhile: the next look is at those that are left.
    } finally {
      busy = false;
    }
  };
  void poll();
  const timer = setInterval(() => void poll(), pollMs);
  timer.unref();
  return {
    get latest() {
      return latest;
    },
    stop: () => clearInterval(timer),
  };
}

function countThreads(processId: number): number {
  try {
    // A folder has a link for each folder in it, and two of its own.
    return Math.max(0, statSync(`/proc/${processId}/task`).nlink - 2);
  } catch {
    return 0;
  }
}
