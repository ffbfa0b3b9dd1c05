/** Reading, writing and moving the progress file so that a killed program never leaves half of one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync } from "node:fs";
import { open, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";

/** Name of the progress file in its folder. */
export const progressFileName = "progress.json";
/** Name of its lock. */
export const lockFileName = "progress.lock";

const temporaryName = /\.json\.\d+(\.\d+)?\.tmp$/;
const sweepAfterMs = 60_000;

/** Text of the file, `null` where there is none. Throws when it is there and can't be read. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOTDIR: the folder's path leads through a file. Then there is nothing, and saving will tell.
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}

/**
 * Makes the folder, and those that it is in, for their owner alone. Not with `recursive`, with which Node loops
 * forever where the system says ENOENT of a folder whose parent is there, as it does below `/proc`.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program was quicker.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

let writes = 0;

/**
 * Replaces the file by one with this text: a temporary file, fsync, rename. `beforeRename` may throw to leave
 * all as it was.
 * @param mode of the new file, less what the umask takes
 *
 * Not write-file-atomic: it ignores how many bytes were written, and so on a disk that is almost full replaces
 * a good file by the beginning of the new one, without an error.
 */
export async function writeAtomically(
  file: string,
  text: string,
  beforeRename: () => void,
  mode = 0o600,
): Promise<void> {
  // Those who keep their dot files elsewhere link to them: the file is replaced, not the link.
  const target = await realpath(file).catch(() => file);
  const before = await stat(target).catch(() => null);
  const temporary = `${target}.${process.pid}.${++writes}.tmp`;
  try {
    const handle = await open(temporary, "w", mode);
    try {
      // As root (sudo) the file stays its owner's.
      if (before !== null && process.getuid?.() === 0) await handle.chown(before.uid, before.gid);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    beforeRename();
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/**
 * Moves the file aside, never over another one: `progress.broken-2026-11-23T01-29-13Z.json`, or `…-2.json`
 * when that is taken. Call it while holding the lock. Returns where the file is now.
 */
export function moveAside(file: string, what: "broken" | "newer", now: Date): string {
  const { dir, name } = path.parse(file);
  const time = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : `-${count}`;
    const aside = path.join(dir, `${name}.${what}-${time}${suffix}.json`);
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return aside;
  }
}

/** Removes temporary files that killed programs left behind. Never fails: what stays does no harm. */
export function sweepTemporaryFiles(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!temporaryName.test(name)) continue;
      const file = path.join(folder, name);
      // A young one may be that of a program which is writing right now.
      if (Date.now() - statSync(file).mtimeMs > sweepAfterMs) unlinkSync(file);
    }
  } catch {
    // No such folder yet, not ours, or another program swept first.
  }
}
