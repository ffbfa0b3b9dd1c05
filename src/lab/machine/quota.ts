import { listGroupFolders } from "./cgroups.ts";
import type { ReadText } from "./text-files.ts";

/**
 * How many cores' worth of CPU time the control groups allow, or `null` without a limit.
 * The groups above limit this one too, so the smallest counts.
 */
export function readCpuQuota(readText: ReadText): number | null {
  const limits = listGroupFolders(readText, "cpu").flatMap(({ version, path }) => {
    const limit =
      version === 2
        ? parseCpuMax(readText(`${path}/cpu.max`))
        : parseCfsQuota(readText(`${path}/cpu.cfs_quota_us`), readText(`${path}/cpu.cfs_period_us`));
    return limit === null ? [] : [limit];
  });
  return limits.length === 0 ? null : Math.min(...limits);
}

/** cgroup v2: `max 100000` or `150000 100000` (quota and period in µs). */
export function parseCpuMax(text: string | null): number | null {
  const [quota, period] = (text ?? "").trim().split(/\s+/).map(Number);
  return share(quota, period);
}

/** cgroup v1: two files; a quota of -1 is none. */
export function parseCfsQuota(quota: string | null, period: string | null): number | null {
  return share(Number(quota ?? Number.NaN), Number(period ?? Number.NaN));
}

function share(quota: number | undefined, period: number | undefined): number | null {
  if (quota === undefined || period === undefined) return null;
  return quota > 0 && period > 0 ? quota / period : null;
}

/** `0-3,8` becomes 0, 1, 2, 3, 8; `null` when it is not such a list. */
export function parseCoreList(text: string): number[] | null {
  const cores: number[] = [];
  for (const part of text.trim().split(",")) {
    const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    for (let core = Number(from); core <= Number(to ?? from); core++) cores.push(core);
  }
  return cores;
}
