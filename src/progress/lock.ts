/**
 * The lock between two programs that run at once: a file that only one can create. It names its owner, so
 * that a lock left behind by a killed program can be told from one that is held.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { say } from "../text/say.ts";

/** A lock as old as this is taken over whoever holds it: saving takes milliseconds. */
export const staleAfterMs = 10_000;
/** An owner no longer removes a lock as old as this, for it may be changing hands just then. */
const handsOffAfterMs = 9_000;
/** Time in which an owner has surely written its name into the file that it has just created. */
const namelessAfterMs = 1_000;
const defaultGiveUpAfterMs = 2_000;

export interface LockOptions {
  readonly file: string;
  readonly now: () => Date;
  readonly giveUpAfterMs?: number;
}

export interface Lock {
  /** Whether the lock is still this one's: after a long sleep another program may have taken it over. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
  /** Milliseconds of the wall clock, the only one that outlives a process. */
  readonly at: number;
}

/** Tokens that this process holds: a lock with its pid and none of these is from an earlier life of the pid. */
const held = new Set<string>();

/** Waits for the lock. Rejects when it can't be had: held by another for long, or the folder is not writable. */
export async function acquireLock(options: LockOptions): Promise<Lock> {
  const giveUpAfterMs = options.giveUpAfterMs ?? defaultGiveUpAfterMs;
  const startedAt = performance.now();
  for (;;) {
    const lock = tryLock(options);
    if (lock !== null) return lock;
    if (performance.now() - startedAt >= giveUpAfterMs) {
      throw new Error(say.progress.heldByAnother);
    }
    // Short, and random so that two programs fall out of step.
    await delay(1 + Math.random() * 4);
  }
}

/** The lock, or `null` when another holds it. Throws when the folder is not writable. */
export function tryLock(options: LockOptions): Lock | null {
  const { file, now } = options;
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    token: randomUUID(),
    at: now().getTime(),
  };
  if (!create(file, owner)) {
    takeOverIfStale(file, options);
    if (!create(file, owner)) return null;
  }
  held.add(owner.token);

  const isHeld = () => readOwner(file)?.token === owner.token;
  return {
    isHeld,
    release: () => {
      held.delete(owner.token);
      if (Math.abs(now().getTime() - owner.at) < handsOffAfterMs && isHeld()) removeFile(file);
    },
  };
}

/** Creates the file unless it is there. */
function create(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // On a full disk the file is created and can't be filled: it must not lock anybody out.
    if (codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT") removeFile(file);
    throw error;
  }
}

/**
 * Removes a stale lock. Two programs may find the same stale lock; if each simply removed what it finds, the
 * second would remove the first one's new lock. So only who holds `….takeover` may remove, and looks again.
 */
function takeOverIfStale(file: string, options: LockOptions): void {
  if (!isStale(file, options)) return;
  const takeover = `${file}.takeover`;
  try {
    writeFileSync(takeover, "", { flag: "wx", mode: 0o600 });
  } catch {
    // Held for microseconds only, so an old one is what a program left that was killed right there.
    if (ageOf(takeover) > staleAfterMs) removeFile(takeover);
    return;
  }
  try {
    if (isStale(file, options)) removeFile(file);
  } finally {
    removeFile(takeover);
  }
}

function isStale(file: string, options: LockOptions): boolean {
  const owner = readOwner(file);
  if (owner === null) return ageOf(file) > namelessAfterMs;
  // A time in the future is from a clock that was put back since.
  if (Math.abs(options.now().getTime() - owner.at) > staleAfterMs) return true;
  // Of a process on another machine, or in another container, nothing can be known.
  if (owner.host !== hostname()) return false;
  return owner.pid === process.pid ? !held.has(owner.token) : !isAlive(owner.pid);
}

/** Who holds the lock; `null` where the file is gone, or its owner was killed before it had written its name. */
function readOwner(file: string): Owner | null {
  try {
    const { pid, host, token, at } = JSON.parse(readFileSync(file, "utf8")) as Partial<Owner>;
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return null;
    if (typeof host !== "string" || typeof token !== "string" || typeof at !== "number") return null;
    return { pid, host, token, at };
  } catch {
    return null;
  }
}

/** Whether there is such a process on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Milliseconds since the file was written; 0 where there is none. The clock is the file system's. */
function ageOf(file: string): number {
  try {
    return Math.abs(Date.now() - statSync(file).mtimeMs);
  } catch {
    return 0;
  }
}

function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Gone already, or not ours to remove: the next attempt finds out.
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
