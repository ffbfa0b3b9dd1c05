import { seedOf } from "./kernel.ts";
import type { WorkFactory } from "./workload.ts";

/**
 * Tasks that wait as a blocking call does, such as a read without `await`: the kernel puts the thread to sleep, and
 * until it wakes it nothing else is done on it.
 */
export const block: WorkFactory = () => {
  const never = new Int32Array(new SharedArrayBuffer(4));
  return {
    async run({ index, ms }, turn) {
      await turn.wait((over) => {
        Atomics.wait(never, 0, 0, ms);
        over();
      });
      return seedOf(index) | 0;
    },
    computes: () => false,
    warmUp: () => Promise.resolve(null),
  };
};
