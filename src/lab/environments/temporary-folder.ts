import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder that is gone when the program is, however that ends. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that is in it; does nothing the second time. */
  remove(): Promise<void>;
}

/** The number of the process stands in the name, so that a later one can tell whether anybody still needs it. */
const prefix = "learn-concurrency-files-";

/**
 * Makes an empty folder among the system's temporary files.
 * @throws the system's error when it cannot be made
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  const watcher = startWatcher(folder);
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeNow);
  return {
    path: folder,
    async remove() {
      process.off("exit", removeNow);
      // A thread that was ended in the middle of something may hold a file open for another moment.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      await watcher?.dismiss();
    },
  };
}

/**
 * A shell that reads from a pipe which only this process holds open, and removes the folder when that is closed: what
 * is killed cannot clear up after itself.
 */
function startWatcher(folder: string): { dismiss(): Promise<void> } | null {
  if (process.platform === "win32") return null;
  const child = spawn("/bin/sh", ["-c", 'read -r line; rm -rf -- "$0"', folder], {
    stdio: ["pipe", "ignore", "ignore"],
    // Not in a folder that somebody may want to unmount, and out of reach of Ctrl-C.
    cwd: "/",
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve()); // no shell here: then only a program that is killed leaves it behind
  });
  child.stdin.on("error", () => {});
  child.unref();
  return {
    dismiss() {
      child.ref(); // the program stays for as long as it takes
      child.stdin.end();
      return ended;
    },
  };
}

/** Younger folders are left alone: in a container the number of a process says nothing about those outside. */
const leastAgeMs = 60 * 60 * 1000;

/** Removes what earlier programs have left behind that were killed together with their watcher. */
export async function sweepTemporaryFolders(now = Date.now()): Promise<void> {
  const parent = tmpdir();
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const [, owner] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = path.join(parent, name);
    try {
      if (now - (await stat(folder)).mtimeMs < leastAgeMs) continue;
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Gone already, or somebody else's.
    }
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
