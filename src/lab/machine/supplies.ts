import { readdirSync } from "node:fs";
import os from "node:os";
import { listGroupFolders } from "./cgroups.ts";
import { type ReadText, readTextFile } from "./text-files.ts";

/** What this process has of something, and what it may still take. */
export interface Supply {
  readonly used: number;
  readonly free: number;
}

/** What threads need. `null` for what has no limit here, or none that the system tells. */
export interface Supplies {
  /** In megabytes. */
  readonly memory: Supply;
  /** In megabytes; limited by `ulimit -v`. */
  readonly addressSpace: Supply | null;
  /** Their number; limited by `ulimit -n`. */
  readonly openFiles: Supply | null;
  /** Stretches of memory that the kernel keeps track of, their number; limited by `vm.max_map_count`. */
  readonly mappings: Supply | null;
}

export type ReadSupplies = () => Supplies;

const mib = 2 ** 20;

/** Reads all anew: they change with every thread. */
export const readSupplies: ReadSupplies = () => ({
  memory: { used: readResident(), free: readFreeMemory(readTextFile) },
  addressSpace: readAddressSpace(readTextFile),
  openFiles: readOpenFiles(readTextFile, countOpenFiles()),
  mappings: readMappings(readTextFile),
});

function readResident(): number {
  try {
    return process.memoryUsage.rss() / mib;
  } catch {
    return 0; // it opens a file to find out, and there may be too many
  }
}

/**
 * Memory that can be had without taking it from other programs, in megabytes: what the system says is available, or
 * less where a control group has a limit.
 */
export function readFreeMemory(readText: ReadText): number {
  return Math.min(readAvailable(readText), ...listHeadrooms(readText));
}

function readAvailable(readText: ReadText): number {
  const [, kib] = /^MemAvailable:\s+(\d+) kB/m.exec(readText("/proc/meminfo") ?? "") ?? [];
  if (kib !== undefined) return Number(kib) / 1024;
  const free = os.freemem() / mib;
  // macOS calls free only what it has not even found a use for as a cache: a fraction of what can be had.
  return process.platform === "darwin" ? Math.max(free, os.totalmem() / mib / 4) : free;
}

/** What each control group has left of its limit; files that are only kept in memory can be dropped. */
function listHeadrooms(readText: ReadText): number[] {
  const readNumber = (path: string) => {
    const text = readText(path)?.trim();
    return text === undefined || !/^\d+$/.test(text) ? null : Number(text);
  };
  return listGroupFolders(readText, "memory").flatMap(({ version, path }) => {
    const limits =
      version === 2
        ? [readNumber(`${path}/memory.max`), readNumber(`${path}/memory.high`)]
        : [readNumber(`${path}/memory.limit_in_bytes`)];
    const used = readNumber(version === 2 ? `${path}/memory.current` : `${path}/memory.usage_in_bytes`);
    const limit = Math.min(...limits.filter((one) => one !== null));
    if (used === null || !Number.isFinite(limit)) return [];
    const [, dropped = "0"] =
      /^(?:total_)?inactive_file (\d+)/m.exec(readText(`${path}/memory.stat`) ?? "") ?? [];
    return [Math.max(0, limit - used + Number(dropped)) / mib];
  });
}

export function readAddressSpace(readText: ReadText): Supply | null {
  const limit = readLimit(readText, "Max address space");
  const [, used] = /^VmSize:\s+(\d+) kB/m.exec(readText("/proc/self/status") ?? "") ?? [];
  if (limit === null || used === undefined) return null;
  const usedMb = Number(used) / 1024;
  return { used: usedMb, free: Math.max(0, limit / mib - usedMb) };
}

export function readOpenFiles(readText: ReadText, used: number | null): Supply | null {
  const limit = readLimit(readText, "Max open files");
  return limit === null || used === null ? null : { used, free: Math.max(0, limit - used) };
}

/** Every heap of V8 is dozens of them. Where they run out the program is ended, however much memory is free. */
export function readMappings(readText: ReadText): Supply | null {
  const limit = Number(readText("/proc/sys/vm/max_map_count") ?? Number.NaN);
  const maps = readText("/proc/self/maps");
  if (!Number.isFinite(limit) || maps === null) return null;
  const used = maps.split("\n").length - 1;
  return { used, free: Math.max(0, limit - used) };
}

/** A limit as it is in force; `null` without one. */
function readLimit(readText: ReadText, name: string): number | null {
  const line = (readText("/proc/self/limits") ?? "").split("\n").find((one) => one.startsWith(name));
  const [, soft] = /^\s+(\d+)/.exec(line?.slice(name.length) ?? "") ?? [];
  return soft === undefined ? null : Number(soft);
}

function countOpenFiles(): number | null {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}
