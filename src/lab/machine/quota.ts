/** Reads a file of /proc or /sys; `null` when it is not there. */
export type ReadText = (path: string) => string | null;

/**
 * How many cores' worth of CPU time the control groups allow, or `null` without a limit.
 * The groups above limit this one too, so the smallest counts.
 */
export function readCpuQuota(readText: ReadText): number | null {
  const membership = readText("/proc/self/cgroup");
  if (membership === null) return null;
  const limits: number[] = [];
  for (const line of membership.split("\n")) {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || path === undefined) continue;
    if (controllers === "") {
      for (const folder of ancestors("/sys/fs/cgroup", path)) {
        const limit = parseCpuMax(readText(`${folder}/cpu.max`));
        if (limit !== null) limits.push(limit);
      }
    } else if (controllers.split(",").includes("cpu")) {
      for (const mount of [`/sys/fs/cgroup/${controllers}`, "/sys/fs/cgroup/cpu"]) {
        for (const folder of ancestors(mount, path)) {
          const limit = parseCfsQuota(
            readText(`${folder}/cpu.cfs_quota_us`),
            readText(`${folder}/cpu.cfs_period_us`),
          );
          if (limit !== null) limits.push(limit);
        }
      }
    }
  }
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The folder of a group and those above it, up to the mount. In a container the path may not exist: the mount does. */
function ancestors(mount: string, path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "" && part !== "..");
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    [mount, ...parts.slice(0, parts.length - depth)].join("/"),
  );
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
