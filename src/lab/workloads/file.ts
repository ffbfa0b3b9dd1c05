import { createHash, type Hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readClock } from "../clock.ts";
import { fileOf, type FilesData } from "../environments/files.ts";
import type { TaskInput, Turn, WorkFactory } from "./workload.ts";

/** Tasks that each read a file and compute its hash: they wait for the disk, and then compute. */
export const file: WorkFactory = ({ environment }) => {
  const load = (input: TaskInput, turn: Turn) => read(fileOf(environment as FilesData, input.index), turn);
  const compute = async (input: TaskInput, loaded: Uint8Array | null, turn: Turn) => {
    const hash = createHash(algorithm);
    const bytes = loaded ?? new Uint8Array();
    for (let from = 0; from < bytes.length; from += input.unitsPerSlice) {
      if (from > 0) await turn.giveWay();
      hash.update(bytes.subarray(from, from + input.unitsPerSlice));
    }
    return shorten(hash);
  };
  return {
    run: async (input, turn) => compute(input, await load(input, turn), turn),
    load,
    compute,
    computes: () => true,
    warmUp: (ms) => Promise.resolve(warmUpHash(ms)),
  };
};

const algorithm = "sha256";

async function read(path: string, turn: Turn): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  await turn.wait((over) => {
    readFile(path).then((read) => {
      bytes = read;
      over();
    }, over);
  });
  return bytes;
}

/** The first 32 bits. */
function shorten(hash: Hash): number {
  return hash.digest().readInt32LE(0);
}

/** Large enough that starting counts for little, as it does for a file. */
const warmUpBytes = 2 ** 18;

/** @returns bytes a millisecond, the best of several: the others were disturbed */
function warmUpHash(ms: number): number {
  const bytes = new Uint8Array(warmUpBytes);
  const end = readClock() + ms;
  let best = 0;
  for (let now = readClock(); now < end;) {
    shorten(createHash(algorithm).update(bytes));
    const after = readClock();
    best = Math.max(best, warmUpBytes / (after - now));
    now = after;
  }
  return best;
}
