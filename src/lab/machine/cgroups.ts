import type { ReadText } from "./text-files.ts";

/** A folder with the files of one control group. */
export interface GroupFolder {
  readonly version: 1 | 2;
  readonly path: string;
}

/**
 * The control groups that this process is in and those above them, which limit it too.
 * @param controller of version 1; in version 2 one group has them all
 */
export function listGroupFolders(readText: ReadText, controller: "cpu" | "memory"): GroupFolder[] {
  const membership = readText("/proc/self/cgroup") ?? "";
  return membership.split("\n").flatMap((line): GroupFolder[] => {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || path === undefined) return [];
    if (controllers === "") return listFolders(2, "/sys/fs/cgroup", path);
    if (!controllers.split(",").includes(controller)) return [];
    return [`/sys/fs/cgroup/${controllers}`, `/sys/fs/cgroup/${controller}`].flatMap((mount) =>
      listFolders(1, mount, path),
    );
  });
}

/** The folder of a group and those above it, up to the mount. In a container the path may not exist: the mount does. */
function listFolders(version: 1 | 2, mount: string, path: string): GroupFolder[] {
  const parts = path.split("/").filter((part) => part !== "" && part !== "..");
  return Array.from({ length: parts.length + 1 }, (_, depth) => ({
    version,
    path: [mount, ...parts.slice(0, parts.length - depth)].join("/"),
  }));
}
