import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { say } from "../../text/say.ts";
import { knownLimit } from "../http/faults.ts";
import { countFreeFiles, readOpenFilesLimit } from "../http/open-files.ts";
import { type RunSpec, taskMsOf, workersOf } from "../spec.ts";
import { EnvironmentFailure, type EnvironmentFactory } from "./environment.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** What the threads of a run are told of its files. */
export interface FilesData {
  readonly folder: string;
}

const megabyte = 2 ** 20;
/** All files of a run together take no more room than this: they may lie in memory. */
const mostBytes = 256 * megabyte;
/** A file has at least something in it. */
const leastBytes = 1024;

/** Where the file of a task lies. */
export function fileOf({ folder }: FilesData, task: number): string {
  return path.join(folder, `${task + 1}.bin`);
}

/** A file for each task, as large as can be hashed in the time that the task is to take. */
export const prepareFiles: EnvironmentFactory = async (spec, { speeds, signal }) => {
  const { sizes, isLess } = planSizes(spec, speeds.file);
  const allowed = allowedAtOnce(spec);
  const folder = await makeTemporaryFolder().catch((error: unknown) => fail(error, 0));
  try {
    await writeFiles({ folder: folder.path }, sizes, signal);
  } catch (error) {
    await folder.remove();
    throw error;
  }
  const data: FilesData = { folder: folder.path };
  const notes = [...(isLess ? [say.engine.smallerFiles(mostBytes / megabyte)] : []), ...allowed.notes];
  const { limit } = allowed;
  return { data, notes, ...(limit === null ? {} : { limit }), release: () => folder.remove() };
};

/** Files that the rest of the program may want to open meanwhile. */
const sparedFiles = 32;
/** Of each thread: its event loop, and what the program watches it by. */
const filesOfThread = 8;

/**
 * How many files can be read at once where that is fewer than the run asks for.
 * @throws EnvironmentFailure where not even one can
 */
function allowedAtOnce(spec: RunSpec): { readonly limit: number | null; readonly notes: readonly string[] } {
  const free = countFreeFiles();
  if (free === null) return { limit: null, notes: [] };
  const limit = readOpenFilesLimit();
  const most = free - sparedFiles - (workersOf(spec) + 1) * filesOfThread;
  const wanted = filesAtOnce(spec);
  if (most >= wanted) return { limit: null, notes: [] };
  // Each worker thread reads a file of its own, and cannot do with less.
  if (most < (spec.approach === "parallel" ? wanted : 1)) {
    throw new EnvironmentFailure(say.engine.tooFewFilesToRead(knownLimit(limit)));
  }
  return { limit: most, notes: [say.engine.fewerFilesAtOnce(most, wanted, knownLimit(limit))] };
}

function filesAtOnce({ approach, tasks, workers, limit = Infinity }: RunSpec): number {
  switch (approach) {
    case "sequential":
      return 1;
    case "parallel":
      return Math.min(workers, tasks);
    case "concurrent":
    case "hybrid":
      return Math.min(tasks, limit);
  }
}

/** @param bytesPerMs that are hashed here */
function planSizes(spec: RunSpec, bytesPerMs: number): { sizes: number[]; isLess: boolean } {
  const wanted = Array.from({ length: spec.tasks }, (_, task) =>
    Math.max(leastBytes, Math.round(taskMsOf(spec, task) * bytesPerMs)),
  );
  const all = wanted.reduce((sum, bytes) => sum + bytes, 0);
  if (all <= mostBytes) return { sizes: wanted, isLess: false };
  return { sizes: wanted.map((bytes) => Math.max(16, Math.floor((bytes * mostBytes) / all))), isLess: true };
}

/** Each file begins with the number of its task, so that no two have the same hash. */
async function writeFiles(data: FilesData, sizes: readonly number[], signal?: AbortSignal): Promise<void> {
  const block = makeBlock(Math.min(megabyte, Math.max(...sizes)));
  const needed = sizes.reduce((sum, bytes) => sum + bytes, 0);
  for (const [task, bytes] of sizes.entries()) {
    signal?.throwIfAborted();
    try {
      const file = await open(fileOf(data, task), "wx");
      try {
        block.writeUInt32LE(task, 0);
        for (let left = bytes; left > 0; left -= block.length) {
          await file.writeFile(left < block.length ? block.subarray(0, left) : block);
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      fail(error, needed);
    }
  }
}

/** Bytes in no order, the same every time. */
function makeBlock(bytes: number): Buffer {
  const block = Buffer.alloc(bytes);
  let x = 1;
  for (let at = 0; at < bytes; at++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    block[at] = x;
  }
  return block;
}

/** @throws EnvironmentFailure that says what happened to the files and what can be done about it */
function fail(error: unknown, bytes: number): never {
  const { code, message } = error as NodeJS.ErrnoException;
  const { engine } = say;
  const folder = tmpdir();
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      throw new EnvironmentFailure(engine.folderFull(folder, code, Math.ceil(bytes / megabyte)));
    case "EACCES":
    case "EPERM":
    case "EROFS":
      throw new EnvironmentFailure(engine.folderNotWritable(folder, code));
    case "ENOENT":
    case "ENOTDIR":
      throw new EnvironmentFailure(engine.folderNotThere(folder, code));
    default:
      throw new EnvironmentFailure(engine.filesNotMade(folder, message));
  }
}
