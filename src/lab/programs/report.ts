/**
 * What a Node program is followed by when it is run: its chunk function is exchanged for one that reports. Loaded
 * by the harness and by every worker thread of the program. The twin of the `Reported` of harness.py.
 */
import { openSync, readSync, writeSync } from "node:fs";
import { isMainThread, threadId } from "node:worker_threads";
import { readSettings } from "./settings.ts";

const settings = readSettings(process.env);

/** Nanoseconds on the monotonic clock. */
export function readNanoseconds(): bigint {
  return process.hrtime.bigint();
}

/** Writes one report. Empty lines are nothing; the first one ends whatever somebody else has begun. */
export function say(...words: readonly (string | number | bigint)[]): void {
  writeSync(1, `\n${settings.token} ${words.join(" ")}\n`);
}

function openOwn(file: string): number | null {
  try {
    return openSync(`/proc/thread-self/${file}`, "r");
  } catch {
    return null; // not Linux
  }
}

// Opened by this thread, once: they go on telling of it.
const files = { stat: openOwn("stat"), schedstat: openOwn("schedstat") };
const buffer = Buffer.alloc(1024);

function readOwn(file: keyof typeof files): string | null {
  const opened = files[file];
  return opened === null ? null : buffer.toString("latin1", 0, readSync(opened, buffer, 0, buffer.length, 0));
}

const systemId = Number.parseInt(readOwn("stat") ?? "", 10);
/** Process and thread, as the system numbers them; where it does not, as Node does. */
export const thread = `${process.pid} ${Number.isInteger(systemId) ? systemId : threadId}`;

/** Core that this thread runs on (proc_pid_stat(5), field 39) and its CPU time in nanoseconds; `-` where unknown. */
export function readCoreAndCpu(): string {
  const stat = readOwn("stat");
  const core = stat?.slice(stat.lastIndexOf(")") + 2).split(" ", 37)[36] ?? "-";
  return `${core} ${readOwn("schedstat")?.split(" ", 1)[0] ?? "-"}`;
}

/** Chunks of the main thread that are told of when all is over, so that telling does not take time from them. */
const kept: { readonly first: number; readonly began: bigint; readonly ended: bigint }[] = [];

export function sayKept(): void {
  const where = `${thread} ${readCoreAndCpu()}`;
  for (const { first, began, ended } of kept) {
    say("start", first, began, where);
    say("end", first, ended, where);
  }
}

export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** The chunk function, with a report before and after each chunk. */
export function reported<Result>(work: (chunk: Chunk) => Result): (chunk: Chunk) => Result {
  if (settings.precise) {
    return (chunk) => {
      const began = readNanoseconds();
      const result = work(chunk);
      const ended = readNanoseconds();
      if (isMainThread) kept.push({ first: chunk.from, began, ended });
      else {
        const where = `${thread} ${readCoreAndCpu()}`;
        say("start", chunk.from, began, where);
        say("end", chunk.from, ended, where);
      }
      return result;
    };
  }
  return (chunk) => {
    let kind = "fail";
    say("start", chunk.from, readNanoseconds(), thread, readCoreAndCpu());
    try {
      const result = work(chunk);
      kind = "end";
      return result;
    } finally {
      say(kind, chunk.from, readNanoseconds(), thread, readCoreAndCpu());
    }
  };
}

if (!isMainThread) say("here", readNanoseconds(), thread);
