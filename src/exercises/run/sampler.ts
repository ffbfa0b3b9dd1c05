/** Looks at the threads of a process from outside, at intervals; Linux tells, other systems do not. */
import { readdirSync, readFileSync } from "node:fs";
import { readClock } from "../../lab/clock.ts";
import { type ThreadWatch, watchThread } from "../../lab/cores/thread-watch.ts";
import { readMemoryMb } from "./child.ts";

/** A look takes about 30 µs, and two more for each thread. */
const everyMs = 5;

export interface ThreadRecord {
  readonly id: number;
  /** Was there before the learner's code: a helper of the engine, which collects garbage or compiles. */
  readonly isHelper: boolean;
  /**
   * In turn: time on the shared clock, core, CPU time of the thread so far, and the time so far in which it had
   * something to do: that is more where it had to wait for a core.
   */
  readonly samples: (readonly [atMs: number, core: number, cpuMs: number, busyMs: number])[];
}

export interface Sampler {
  /** Looks once more, now. */
  look(): void;
  readonly threads: ReadonlyMap<number, ThreadRecord>;
  /** Memory at each look, in megabytes. */
  readonly memory: readonly (readonly [atMs: number, mb: number])[];
  /** Whether any thread computes now, or would if it had a core. */
  isComputing(): boolean;
  stop(): void;
}

/** @returns `null` where the system does not tell */
export function startSampler(pid: number): Sampler | null {
  if (process.platform !== "linux") return null;
  const threads = new Map<number, ThreadRecord>();
  const watches = new Map<number, ThreadWatch>();
  const memory: (readonly [number, number])[] = [];
  let isFirst = true;
  const look = () => {
    let ids: string[];
    try {
      ids = readdirSync(`/proc/${pid}/task`);
    } catch {
      return;
    }
    for (const entry of ids) {
      const id = Number(entry);
      if (!watches.has(id)) {
        const watch = watchThread(id, pid);
        if (watch === null) continue;
        watches.set(id, watch);
        threads.set(id, { id, isHelper: isFirst && id !== pid, samples: [] });
      }
      const seen = watches.get(id)?.look() ?? null;
      if (seen !== null)
        threads.get(id)?.samples.push([readClock(), seen.core, seen.cpuMs, seen.cpuMs + seen.waitMs]);
    }
    isFirst = false;
    const mb = readMemoryMb(pid);
    if (mb !== null) memory.push([readClock(), mb]);
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    look,
    threads,
    memory,
    isComputing: () => [...threads.keys()].some((id) => readState(pid, id) === "R"),
    stop() {
      clearInterval(timer);
      for (const watch of watches.values()) watch.close();
      watches.clear();
    },
  };
}

function readState(pid: number, thread: number): string | null {
  try {
    // The name of the program stands in brackets and may hold anything.
    const [, state = null] =
      /\) (\w)[^)]*$/.exec(readFileSync(`/proc/${pid}/task/${thread}/stat`, "latin1")) ?? [];
    return state;
  } catch {
    return null; // it has ended
  }
}
