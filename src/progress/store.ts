/**
 * Keeps the progress document in a file that several programs may change at once and that survives their
 * being killed. A change counts in memory at once; on the disk it is applied to what the file holds *then*,
 * under a lock, so that nobody's changes are lost. Nothing here ever stops the program: where the disk
 * fails, progress lives in memory, and the next change tries again to save all of it.
 */
import path from "node:path";
import { applyChange, emptyProgress } from "./document.ts";
import type { ProgressChange, ProgressDocument } from "./document.ts";
import {
  lockFileName,
  makeFolder,
  moveAside,
  progressFileName,
  readText,
  sweepTemporaryFiles,
  writeAtomically,
} from "./files.ts";
import { parseProgress, serialiseProgress } from "./format.ts";
import { acquireLock, tryLock } from "./lock.ts";
import type { Lock, LockOptions } from "./lock.ts";
import { describeError } from "./problem.ts";
import type { ProgressProblem } from "./problem.ts";

export interface StoreOptions {
  /** See `stateFolder`. Made when something is first saved. */
  readonly folder: string;
  readonly now: () => Date;
  /** Called once for each problem, those of opening included. */
  readonly onProblem?: (problem: ProgressProblem) => void;
  /** How long a save waits for another program's lock. */
  readonly giveUpAfterMs?: number;
}

export interface Store {
  /** Where progress is kept. */
  readonly file: string;
  /** Progress as it is now, unsaved changes included. */
  readonly document: ProgressDocument;
  /** What went wrong so far, each once. */
  readonly problems: readonly ProgressProblem[];
  /** How many changes are in memory only. */
  readonly unsaved: number;
  /**
   * Changes the document at once. The promise is kept when the change is on the disk, or could not be saved
   * for now (see `problems`); it is never broken.
   */
  readonly apply: (change: ProgressChange) => Promise<void>;
  /** Waits for what is being saved, and tries once more to save what could not be. */
  readonly flush: () => Promise<void>;
}

/** A lock was lost to another program while its owner slept: nothing was written, so all starts again. */
class LostLockError extends Error {}

/** Opens the store: reads the file, which is small, and never fails. */
export function openStore(options: StoreOptions): Store {
  const { folder, now } = options;
  const file = path.join(folder, progressFileName);
  const lockOptions: LockOptions = {
    file: path.join(folder, lockFileName),
    now,
    ...(options.giveUpAfterMs === undefined ? {} : { giveUpAfterMs: options.giveUpAfterMs }),
  };
  const problems: ProgressProblem[] = [];
  /** Changes that are not on the disk yet, oldest first. */
  let pending: readonly ProgressChange[] = [];
  let saving: Promise<void> | null = null;

  sweepTemporaryFiles(folder);
  let document = load();

  function tell(problem: ProgressProblem): void {
    problems.push(problem);
    options.onProblem?.(problem);
  }

  /** The document in the file. A file that can't be understood is moved aside first. Needs the lock. */
  function readLocked(): ProgressDocument {
    const text = readText(file);
    if (text === null) return emptyProgress();
    const parsed = parseProgress(text);
    switch (parsed.state) {
      case "ok":
        return parsed.document;
      case "broken":
        tell({ kind: "broken", reason: parsed.reason, movedTo: moveAside(file, "broken", now()) });
        return emptyProgress();
      case "newer":
        tell({ kind: "newer", version: parsed.version, movedTo: moveAside(file, "newer", now()) });
        return emptyProgress();
    }
  }

  /** The document to start with. Takes the lock only for a file that must be moved aside. */
  function load(): ProgressDocument {
    try {
      const text = readText(file);
      if (text === null) return emptyProgress();
      const parsed = parseProgress(text);
      if (parsed.state === "ok") return parsed.document;
      try {
        const lock = tryLock(lockOptions);
        // Another program is at it: it moves the file aside, or else our first save does.
        if (lock === null) return emptyProgress();
        try {
          return readLocked();
        } finally {
          lock.release();
        }
      } catch {
        tell(
          parsed.state === "broken"
            ? { kind: "broken", reason: parsed.reason, movedTo: null }
            : { kind: "newer", version: parsed.version, movedTo: null },
        );
      }
    } catch (error) {
      tell({ kind: "unreadable", file, reason: describeError(error) });
    }
    return emptyProgress();
  }

  /** Applies what is pending to what the file holds, and writes that. */
  async function save(): Promise<void> {
    makeFolder(folder);
    const lock: Lock = await acquireLock(lockOptions);
    try {
      const batch = pending;
      const next = batch.reduce(applyChange, readLocked());
      await writeAtomically(file, serialiseProgress(next), () => {
        if (!lock.isHeld()) throw new LostLockError();
      });
      pending = pending.slice(batch.length);
      document = pending.reduce(applyChange, next);
    } finally {
      lock.release();
    }
  }

  async function saveAll(): Promise<void> {
    try {
      while (pending.length > 0) {
        try {
          await save();
        } catch (error) {
          if (error instanceof LostLockError) continue;
          tellUnwritable(error);
          return;
        }
      }
    } finally {
      // Here and not in a `then`: a change made in between would wait for a save that has ended.
      saving = null;
    }
  }

  /** Once is enough: later attempts fail silently, and so do those for a file that can't be read. */
  function tellUnwritable(error: unknown): void {
    if (problems.some(({ kind }) => kind === "unwritable" || kind === "unreadable")) return;
    tell({ kind: "unwritable", folder, reason: describeError(error) });
  }

  async function flush(): Promise<void> {
    if (pending.length === 0) return;
    saving ??= saveAll();
    await saving;
  }

  return {
    file,
    problems,
    get document() {
      return document;
    },
    get unsaved() {
      return pending.length;
    },
    apply: (change) => {
      document = applyChange(document, change);
      pending = [...pending, change];
      return flush();
    },
    flush,
  };
}
