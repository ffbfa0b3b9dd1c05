/** Threads, and why there are fewer of them than were asked for. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

/** A size in megabytes. */
function size(mb: number): string {
  return mb < 1000 ? `${figures.count(Math.round(mb))} MB` : `${figures.count(mb / 1000)} GB`;
}

export const threads = {
  lowered: (started: number, wanted: number) => `${words.threads(started)}, not ${figures.count(wanted)}`,
  refused: (lowered: string, why: string) => `${lowered}: the system gave no more (${why}).`,
  tooFew: (why: string) => `too few threads could be started: ${why}`,
  tooManyFiles: "too many open files, which ulimit -n limits",
  tooManyThreads: "too many threads, which ulimit -u or a control group limits",
  /** What there would be too little of; free is what there was, each what a thread takes of it. */
  scarce: {
    memory: (lowered: string, free: number, each: number) =>
      `${lowered}: ${size(free)} of memory are free, a thread takes ${size(each)}, and some has to stay free.`,
    addressSpace: (lowered: string, free: number, each: number) =>
      `${lowered}: ${size(free)} of address space are free (ulimit -v), and a thread takes ${size(each)}.`,
    openFiles: (lowered: string, free: number, each: number) =>
      `${lowered}: ${figures.count(free)} more files may be open (ulimit -n), and a thread needs ${figures.count(Math.ceil(each))}.`,
    mappings: (lowered: string, free: number, each: number) =>
      `${lowered}: the kernel keeps track of ${figures.count(free)} more stretches of memory (vm.max_map_count), a thread takes ${figures.count(Math.round(each))}, and some are needed later.`,
  },
};
