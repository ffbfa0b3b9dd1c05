import { describe, expect, it } from "vitest";
import { countUsableCores } from "../../../src/lab/machine/machine.ts";
import { parseCfsQuota, parseCoreList, parseCpuMax, readCpuQuota } from "../../../src/lab/machine/quota.ts";

describe("cpu.max", () => {
  it.each([
    ["max 100000\n", null],
    ["150000 100000\n", 1.5],
    ["50000 100000", 0.5],
    ["400000 50000\n", 8],
    ["  100000\t100000  \n", 1],
    ["100000\n", null],
    ["0 100000\n", null],
    ["-1 100000\n", null],
    ["100000 0\n", null],
    ["", null],
    ["garbage", null],
    ["many cores", null],
    [null, null],
  ])("%j allows %s cores", (text, expected) => {
    expect(parseCpuMax(text)).toBe(expected);
  });
});

describe("cfs quota and period", () => {
  it.each([
    ["250000\n", "100000\n", 2.5],
    ["-1\n", "100000\n", null],
    ["0\n", "100000\n", null],
    ["100000\n", null, null],
    [null, "100000\n", null],
    ["100000\n", "0\n", null],
    ["", "", null],
    ["x", "y", null],
  ])("%j of %j allow %s cores", (quota, period, expected) => {
    expect(parseCfsQuota(quota, period)).toBe(expected);
  });
});

/** Files of a machine that is not there. */
function readCpuQuotaOf(files: Readonly<Record<string, string>>): number | null {
  return readCpuQuota((path) => files[path] ?? null);
}

describe("quota", () => {
  it("is none where there are no control groups", () => {
    expect(readCpuQuotaOf({})).toBeNull();
    expect(readCpuQuotaOf({ "/proc/self/cgroup": "" })).toBeNull();
    expect(readCpuQuotaOf({ "/proc/self/cgroup": "garbage\n::\n" })).toBeNull();
  });

  it("is none where the groups have no limit", () => {
    expect(
      readCpuQuotaOf({
        "/proc/self/cgroup": "0::/user.slice\n",
        "/sys/fs/cgroup/user.slice/cpu.max": "max 100000\n",
      }),
    ).toBeNull();
  });

  it("is that of the group (v2)", () => {
    expect(
      readCpuQuotaOf({ "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "150000 100000\n" }),
    ).toBe(1.5);
  });

  it.each([
    ["the group's own", { b: "100000 100000", a: "300000 100000" }, 1],
    ["that of the group above", { b: "300000 100000", a: "200000 100000" }, 2],
    ["the only one that there is", { b: "max 100000", a: "200000 100000" }, 2],
  ])("is the smallest of nested groups: %s (v2)", (_, { a, b }, expected) => {
    expect(
      readCpuQuotaOf({
        "/proc/self/cgroup": "0::/a/b\n",
        "/sys/fs/cgroup/a/b/cpu.max": b,
        "/sys/fs/cgroup/a/cpu.max": a,
      }),
    ).toBe(expected);
  });

  it.each(["/docker/0123abcd", "/../../system.slice/docker-0123abcd.scope", "/"])(
    "is that of the mount in a container where the path %s is not there (v2)",
    (path) => {
      expect(
        readCpuQuotaOf({ "/proc/self/cgroup": `0::${path}\n`, "/sys/fs/cgroup/cpu.max": "50000 100000\n" }),
      ).toBe(0.5);
    },
  );

  it("is looked for nowhere but in the mount, whatever the path", () => {
    const asked: string[] = [];
    readCpuQuota((path) => {
      asked.push(path);
      return path === "/proc/self/cgroup" ? "0::/../../a/b\n3:cpu:/../c\n" : null;
    });
    expect(asked).toContain("/sys/fs/cgroup/a/b/cpu.max");
    expect(asked.filter((path) => path.includes(".."))).toEqual([]);
  });

  it.each([
    ["cpu,cpuacct", "/sys/fs/cgroup/cpu,cpuacct"],
    ["cpuacct,cpu", "/sys/fs/cgroup/cpuacct,cpu"],
    ["cpu", "/sys/fs/cgroup/cpu"],
    ["cpu,cpuacct", "/sys/fs/cgroup/cpu"],
  ])("is read for the controllers %s from %s (v1)", (controllers, mount) => {
    expect(
      readCpuQuotaOf({
        "/proc/self/cgroup": `12:memory:/m\n4:${controllers}:/docker/abc\n1:name=systemd:/s\n`,
        [`${mount}/docker/abc/cpu.cfs_quota_us`]: "250000\n",
        [`${mount}/docker/abc/cpu.cfs_period_us`]: "100000\n",
      }),
    ).toBe(2.5);
  });

  it("is the smallest of nested groups, down to the mount (v1)", () => {
    const files = {
      "/proc/self/cgroup": "4:cpu,cpuacct:/a/b\n",
      "/sys/fs/cgroup/cpu/a/b/cpu.cfs_quota_us": "-1\n",
      "/sys/fs/cgroup/cpu/a/b/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/cpu/a/cpu.cfs_quota_us": "400000\n",
      "/sys/fs/cgroup/cpu/a/cpu.cfs_period_us": "100000\n",
    };
    expect(readCpuQuotaOf(files)).toBe(4);
    expect(
      readCpuQuotaOf({
        ...files,
        "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "300000\n",
        "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      }),
    ).toBe(3);
  });

  it("does not take other controllers for the CPU's (v1)", () => {
    expect(
      readCpuQuotaOf({
        "/proc/self/cgroup": "4:cpuset:/a\n5:cpuacct:/a\n",
        "/sys/fs/cgroup/cpu/a/cpu.cfs_quota_us": "100000\n",
        "/sys/fs/cgroup/cpu/a/cpu.cfs_period_us": "100000\n",
      }),
    ).toBeNull();
  });

  it("is the smaller one where both versions are at work, and reads paths with colons", () => {
    expect(
      readCpuQuotaOf({
        "/proc/self/cgroup": "4:cpu:/a:b\n0::/c\n",
        "/sys/fs/cgroup/cpu/a:b/cpu.cfs_quota_us": "300000\n",
        "/sys/fs/cgroup/cpu/a:b/cpu.cfs_period_us": "100000\n",
        "/sys/fs/cgroup/c/cpu.max": "700000 100000\n",
      }),
    ).toBe(3);
  });
});

describe("list of cores", () => {
  it.each([
    ["0", [0]],
    ["0-3,8", [0, 1, 2, 3, 8]],
    ["0-1,4-5,63", [0, 1, 4, 5, 63]],
    ["7-7", [7]],
    [" 2,3\n", [2, 3]],
    ["", null],
    ["none", null],
    ["0-", null],
    ["-3", null],
    ["0,,1", null],
    ["1;2", null],
    ["0-3:1/2", null],
  ])("%j is %j", (text, expected) => {
    expect(parseCoreList(text)).toEqual(expected);
  });
});

describe("cores that can be computing at once", () => {
  it.each([
    { allowed: 8, quota: null, expected: 8 },
    { allowed: 8, quota: 2, expected: 2 },
    { allowed: 8, quota: 1.99, expected: 1 },
    { allowed: 8, quota: 0.25, expected: 1 },
    { allowed: 2, quota: 16, expected: 2 },
    { allowed: 0, quota: null, expected: 1 },
  ])("are $expected of $allowed under a quota of $quota", ({ allowed, quota, expected }) => {
    expect(countUsableCores(allowed, quota)).toBe(expected);
  });
});
