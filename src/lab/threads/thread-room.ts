import { say } from "../../text/say.ts";
import type { Supplies, Supply } from "../machine/supplies.ts";

/** How many threads there is room for. */
export interface ThreadRoom {
  /** Threads that can be started without the machine suffering, those that run included. */
  readonly most: number;
  /** What there would be too little of. */
  readonly scarce: keyof Supplies;
  /** What a thread takes of it, as measured; guessed while there is none. */
  readonly perThread: number;
  /** What was free of it when this was worked out. */
  readonly free: number;
}

interface Rule {
  /** What a thread took where this was written, until it is known what one takes here. */
  readonly guess: number;
  /** What is left for others, and for the program itself to go on. */
  readonly reserve: (before: Supply, perThread: number) => number;
}

const rules: Readonly<Record<keyof Supplies, Rule>> = {
  // 8 to 10 MB.
  memory: { guess: 10, reserve: ({ free }) => Math.max(256, 0.1 * free) },
  // V8 reserves this much for a thread, most of which is never used. Without address space Node does not fail but abort.
  addressSpace: { guess: 600, reserve: (_, perThread) => 2 * perThread },
  // Four for the event loop of a thread, two for watching it.
  openFiles: { guess: 6, reserve: () => 64 },
  // Forty or so at first; more as its heap grows.
  mappings: { guess: 60, reserve: ({ free }) => 0.2 * free },
};
const names = Object.keys(rules) as (keyof Supplies)[];

/**
 * Works out how many threads there is room for, from what those that were started have taken.
 * @param before as it was when none of them had been started
 */
export function findThreadRoom(started: number, before: Supplies, now: Supplies): ThreadRoom {
  const rooms = names.flatMap((scarce): ThreadRoom[] => {
    const had = before[scarce];
    const has = now[scarce];
    if (had === null || has === null) return [];
    const { guess, reserve } = rules[scarce];
    const perThread = measureEach(started, had, has, guess);
    const fitting = Math.floor((has.free - reserve(had, perThread)) / perThread);
    return [{ most: started + Math.max(0, fitting), scarce, perThread, free: has.free }];
  });
  return rooms.reduce((a, b) => (b.most < a.most ? b : a));
}

function measureEach(started: number, before: Supply, now: Supply, guess: number): number {
  // What other threads had before may have been used again, which it will not be for ever.
  return started === 0 ? guess : Math.max(guess / 4, (now.used - before.used) / started);
}

/** As few threads as this are started without asking how much room there is. */
export const unaskedThreads = 8;
const largestWave = 32;

/**
 * How many threads to start next; 0 when that is enough. No more than half of the room at once, so that what they
 * really take is known before it is gone.
 */
export function planWave(started: number, wanted: number, room: ThreadRoom): number {
  if (started < unaskedThreads) return Math.max(0, Math.min(unaskedThreads, wanted) - started);
  const left = Math.min(wanted, room.most) - started;
  const half = Math.ceil((room.most - started) / 2);
  return Math.max(0, Math.min(left, half, largestWave));
}

/**
 * How many threads to give back where the system gave no more: it has nothing left at all then, and the others need
 * some of it to do their work.
 */
export function planRetreat(started: number): number {
  return Math.min(Math.max(0, started - 1), Math.max(2, Math.ceil(started / 4)));
}

/**
 * Why there are only so many threads, for the learner.
 * @param why what there was too little of, or the system's own word
 */
export function sayLowered(started: number, wanted: number, why: ThreadRoom | string): string {
  const { threads } = say;
  const lowered = threads.lowered(started, wanted);
  if (typeof why === "string") return threads.refused(lowered, why);
  return threads.scarce[why.scarce](lowered, why.free, why.perThread);
}
