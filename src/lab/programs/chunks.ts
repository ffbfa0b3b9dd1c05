/** Numbers that are worked on where a run does not say how many. */
export const defaultSize = 1_000_000;

/** How the numbers from 0 to `size` are shared out: as the harnesses do it. Returns each chunk's first number. */
export function listFirstNumbers(size: number, tasks: number): number[] {
  return Array.from({ length: tasks }, (_, index) => Math.floor((index * size) / tasks));
}

/**
 * Chunks shorter than this many numbers take a few milliseconds at most. A report of one costs some 20 µs, which is
 * nothing to a chunk of 10 ms and most of one of 10 µs: those of short ones are kept until the whole is over.
 */
const shortChunk = 50_000;

/** Whether reports have to wait, lest they be what is measured. */
export function needsPrecision(size: number, tasks: number): boolean {
  return size / tasks < shortChunk;
}
