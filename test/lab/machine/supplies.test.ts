import os from "node:os";
import { describe, expect, it } from "vitest";
import {
  readAddressSpace,
  readFreeMemory,
  readMappings,
  readOpenFiles,
  readSupplies,
} from "../../../src/lab/machine/supplies.ts";

/** Files of a machine that is not there. */
function readFrom(files: Readonly<Record<string, string>>): (path: string) => string | null {
  return (path) => files[path] ?? null;
}

const mib = 2 ** 20;
const meminfo = "MemTotal:       16000000 kB\nMemFree:  100000 kB\nMemAvailable:    2048000 kB\n";
const v2 = { "/proc/meminfo": meminfo, "/proc/self/cgroup": "0::/a/b\n" };
const v1 = { "/proc/meminfo": meminfo, "/proc/self/cgroup": "4:memory:/box\n3:cpu,cpuacct:/box\n" };

describe("free memory", () => {
  it("is what the system says is available, not what nobody uses", () => {
    expect(readFreeMemory(readFrom({ "/proc/meminfo": meminfo }))).toBe(2000);
  });

  it.each([
    ["the group's own limit", { b: "1000", a: "max" }, 600],
    ["that of the group above", { b: "max", a: "900" }, 500],
    ["the smaller one", { b: "1000", a: "700" }, 300],
    ["none of them", { b: "max", a: "max" }, 2000],
    ["more than there is", { b: "9000", a: "max" }, 2000],
  ])("is less where a control group allows less (v2): %s", (_, limits, expected) => {
    const inBytes = (text: string) => (text === "max" ? text : String(Number(text) * mib));
    const files = {
      ...v2,
      "/sys/fs/cgroup/a/b/memory.max": inBytes(limits.b),
      "/sys/fs/cgroup/a/b/memory.current": String(500 * mib),
      // A hundred of what is used are files that can be dropped.
      "/sys/fs/cgroup/a/b/memory.stat": `anon 1\ninactive_file ${100 * mib}\n`,
      "/sys/fs/cgroup/a/memory.max": inBytes(limits.a),
      "/sys/fs/cgroup/a/memory.current": String(400 * mib),
    };
    expect(readFreeMemory(readFrom(files))).toBe(expected);
  });

  it("ends where the group is slowed down, too (v2)", () => {
    const files = {
      ...v2,
      "/sys/fs/cgroup/a/b/memory.max": "max",
      "/sys/fs/cgroup/a/b/memory.high": String(700 * mib),
      "/sys/fs/cgroup/a/b/memory.current": String(500 * mib),
    };
    expect(readFreeMemory(readFrom(files))).toBe(200);
  });

  it("is none where the group has more than it may", () => {
    const files = {
      ...v2,
      "/sys/fs/cgroup/a/b/memory.max": String(100 * mib),
      "/sys/fs/cgroup/a/b/memory.current": String(500 * mib),
    };
    expect(readFreeMemory(readFrom(files))).toBe(0);
  });

  it("is less where a control group allows less (v1)", () => {
    const files = {
      ...v1,
      "/sys/fs/cgroup/memory/box/memory.limit_in_bytes": String(1000 * mib),
      "/sys/fs/cgroup/memory/box/memory.usage_in_bytes": String(800 * mib),
      "/sys/fs/cgroup/memory/box/memory.stat": `inactive_file 5\ntotal_inactive_file ${50 * mib}\n`,
    };
    expect(readFreeMemory(readFrom(files))).toBeCloseTo(200, 3);
    // No limit is a number larger than any memory.
    const unlimited = { ...files, "/sys/fs/cgroup/memory/box/memory.limit_in_bytes": "9223372036854771712" };
    expect(readFreeMemory(readFrom(unlimited))).toBe(2000);
  });

  it("is known of any system", () => {
    expect(readFreeMemory(readFrom({}))).toBeGreaterThan(0);
    expect(readFreeMemory(readFrom({}))).toBeLessThanOrEqual(os.totalmem() / mib);
  });

  it("is known of this one, and so is what is used", () => {
    const { used, free } = readSupplies().memory;
    expect(used).toBeGreaterThan(10);
    expect(free).toBeGreaterThan(0);
    expect(used + free).toBeLessThan((os.totalmem() / mib) * 1.2);
  });
});

/** As /proc has it. */
function limits(space: string, files = "1024"): string {
  return (
    "Limit                     Soft Limit           Hard Limit           Units     \n" +
    `Max open files            ${files.padEnd(20)} 4096                 files     \n` +
    `Max address space         ${space.padEnd(20)} unlimited            bytes     \n`
  );
}

describe("address space", () => {
  it("is what ulimit -v leaves", () => {
    const files = {
      "/proc/self/limits": limits(String(4000 * mib)),
      "/proc/self/status": "VmPeak:\t 2000000 kB\nVmSize:\t 1024000 kB\n",
    };
    expect(readAddressSpace(readFrom(files))).toEqual({ used: 1000, free: 3000 });
  });

  it("has no limit where none is set, or the system does not tell", () => {
    const files = { "/proc/self/limits": limits("unlimited"), "/proc/self/status": "VmSize:\t 1 kB\n" };
    expect(readAddressSpace(readFrom(files))).toBeNull();
    expect(readAddressSpace(readFrom({}))).toBeNull();
  });
});

describe("open files", () => {
  it("may be as many as ulimit -n leaves", () => {
    const files = { "/proc/self/limits": limits("unlimited", "1024") };
    expect(readOpenFiles(readFrom(files), 24)).toEqual({ used: 24, free: 1000 });
    expect(readOpenFiles(readFrom(files), 2000)).toEqual({ used: 2000, free: 0 });
  });

  it("have no limit where none is set, or the system does not tell", () => {
    expect(readOpenFiles(readFrom({ "/proc/self/limits": limits("1", "unlimited") }), 24)).toBeNull();
    expect(readOpenFiles(readFrom({}), 24)).toBeNull();
    expect(readOpenFiles(readFrom({ "/proc/self/limits": limits("1") }), null)).toBeNull();
  });

  it.runIf(process.platform === "linux")("are counted here", () => {
    expect(readSupplies().openFiles?.used).toBeGreaterThan(2);
  });
});

describe("mappings", () => {
  it("may be as many as the kernel keeps track of", () => {
    const files = { "/proc/sys/vm/max_map_count": "65530\n", "/proc/self/maps": "a\nb\nc\n" };
    expect(readMappings(readFrom(files))).toEqual({ used: 3, free: 65_527 });
  });

  it("have no limit where the system does not tell", () => {
    expect(readMappings(readFrom({ "/proc/self/maps": "a\n" }))).toBeNull();
    expect(readMappings(readFrom({ "/proc/sys/vm/max_map_count": "65530\n" }))).toBeNull();
  });
});
