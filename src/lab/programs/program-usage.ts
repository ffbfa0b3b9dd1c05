import { readFileSync } from "node:fs";
import { pidusage } from "../pidusage.ts";
import type { ResourceSample } from "../result.ts";

/** pidusage reads ticks of 10 ms: oftener would say nothing more. */
const pollMs = 250;

export interface ProgramUsage {
  /** Another process of the program is there. */
  add(process: number): void;
  /** What was seen, counted from `originMs` (shared clock). */
  finish(originMs: number): Promise<readonly ResourceSample[]>;
  /** Looks no more. */
  close(): void;
}

/** One look at all processes of a program together. `atMs` on the shared clock. */
async function lookAt(processes: ReadonlySet<number>, atMs: number): Promise<ResourceSample> {
  const seen = await Promise.all(
    [...processes].map((process) =>
      pidusage(process).then(
        ({ cpu, memory }) => ({ cpu, memory, threads: countThreads(process) }),
        () => null, // it has ended
      ),
    ),
  );
  const there = seen.filter((one) => one !== null);
  const add = (values: readonly (number | null)[]) =>
    values.length === 0 || values.includes(null)
      ? null
      : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    atMs,
    memoryMb: add(there.map(({ memory }) => memory / 2 ** 20)),
    threads: add(there.map(({ threads }) => threads)),
    cpuPercent: add(there.map(({ cpu }) => cpu)),
  };
}

/** Threads of a process (proc_pid_stat(5), field 20); `null` where the system does not tell. */
function countThreads(process: number): number | null {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, "latin1");
    const count = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[17]);
    return Number.isInteger(count) ? count : null;
  } catch {
    return null;
  }
}

/**
 * Watches memory, threads and CPU % of the processes of a program. Kept after a first look, which may itself start a
 * program to ask for the length of a tick: nothing is to be measured before that is over.
 */
export async function watchProgram(first: number, readClock: () => number): Promise<ProgramUsage> {
  const processes = new Set([first]);
  const samples: ResourceSample[] = [];
  const look = async () => {
    samples.push(await lookAt(processes, readClock()));
  };
  await look();
  let latest = Promise.resolve();
  const timer = setInterval(() => {
    latest = latest.then(look);
  }, pollMs);
  return {
    add: (process) => processes.add(process),
    async finish(originMs) {
      clearInterval(timer);
      await latest.then(look);
      return samples.map((sample) => ({ ...sample, atMs: sample.atMs - originMs }));
    },
    close: () => clearInterval(timer),
  };
}
