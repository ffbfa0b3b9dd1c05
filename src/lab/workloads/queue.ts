import { servedAtOnce } from "../spec.ts";
import { seedOf } from "./kernel.ts";
import type { WorkFactory } from "./workload.ts";

/** What each task holds from its start to its end. */
export const heldBytes = 1024 * 1024;

/**
 * Tasks that hold a full buffer while they wait for something that serves only a few at a time, as it is with uploads
 * to a slow service. So all of them together take as long however many are under way; what they hold does not.
 */
export const queue: WorkFactory = () => {
  const wait = createService(servedAtOnce);
  let mostBytes = 0;
  let beforeBytes = 0;
  /** Buffers of this thread alone, outside its heap; those that nobody needs any more count until they are collected. */
  const readBuffers = () => process.memoryUsage().arrayBuffers;
  return {
    async run({ index, ms }, turn) {
      const held = new Uint8Array(heldBytes).fill(index);
      mostBytes = Math.max(mostBytes, readBuffers());
      await turn.wait((over) => wait(ms, over));
      return seedOf(index) ^ (held.at(-1) ?? 0);
    },
    computes: () => false,
    begin: () => {
      beforeBytes = readBuffers();
    },
    finish: () => ({ buffersMb: (mostBytes - beforeBytes) / heldBytes }),
    warmUp: () => Promise.resolve(null),
  };
};

/** Serves `atOnce` at a time, each for as long as it asks; the others in the order in which they came. */
function createService(atOnce: number): (ms: number, over: () => void) => void {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return (ms, over) => {
    const serve = () => {
      setTimeout(() => {
        busy--;
        waiting.shift()?.();
        over();
      }, ms);
      busy++;
    };
    if (busy < atOnce) serve();
    else waiting.push(serve);
  };
}
