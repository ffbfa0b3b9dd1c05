import os from "node:os";
import { makeHarmless } from "../../text/harmless.ts";
import { parseCoreList, readCpuQuota } from "./quota.ts";
import { type ReadText, readTextFile } from "./text-files.ts";

/** What this machine has and what of it this program may use. */
export interface Machine {
  readonly platform: string;
  readonly cpuModel: string;
  /** Cores that the machine has. */
  readonly coresInstalled: number;
  /** Numbers of the cores on which this process may run (its affinity); `null` where the system does not tell. */
  readonly affinity: readonly number[] | null;
  /** Cores' worth of CPU time that a control group (a container, say) allows; `null` without a limit. */
  readonly quota: number | null;
  /** Cores that can be computing for this program at once: the smallest of the three, at least 1. */
  readonly cores: number;
  readonly memoryGb: number;
  readonly nodeVersion: string;
  /** Whether the system tells on which core a thread runs. */
  readonly tellsCores: boolean;
}

/** Looks at the machine; takes well under a millisecond but for the first look at the CPUs. */
export function detectMachine(): Machine {
  const cpus = os.cpus();
  const affinity = readAffinity(readTextFile);
  const quota = readCpuQuota(readTextFile);
  const coresInstalled = Math.max(cpus.length, 1);
  const allowed = Math.min(affinity?.length ?? Infinity, os.availableParallelism());
  return {
    platform: process.platform,
    cpuModel: makeHarmless(cpus[0]?.model.trim().replaceAll(/\s+/g, " ") || "unknown CPU"),
    coresInstalled,
    affinity,
    quota,
    cores: countUsableCores(allowed, quota),
    memoryGb: os.totalmem() / 2 ** 30,
    nodeVersion: process.version,
    tellsCores: process.platform === "linux",
  };
}

/** A quota of 1.5 lets two threads run at once part of the time; rounded down, nothing too much is promised. */
export function countUsableCores(allowed: number, quota: number | null): number {
  return Math.max(1, Math.min(allowed, quota === null ? Infinity : Math.floor(quota)));
}

/** Whether the machine has more cores than this program may use, so that a measurement should say what holds. */
export function figuresDisagree({ coresInstalled, affinity, quota }: Machine): boolean {
  return (affinity !== null && affinity.length !== coresInstalled) || quota !== null;
}

function readAffinity(readText: ReadText): number[] | null {
  const [, list] = /^Cpus_allowed_list:\s*(\S+)/m.exec(readText("/proc/self/status") ?? "") ?? [];
  return list === undefined ? null : parseCoreList(list);
}
