import { createSharedMemory } from "../workloads/counter.ts";
import type { EnvironmentFactory } from "./environment.ts";

/** Memory that the tasks of a run share; in the end it is read what they have counted. */
export const sharedMemory: EnvironmentFactory = ({ size = 1 }) => {
  const memory = createSharedMemory();
  const cells = new Int32Array(memory.counter);
  return Promise.resolve({
    data: memory,
    finish: () => Promise.resolve({ counted: { expected: size, found: Atomics.load(cells, 0) } }),
    release: () => Promise.resolve(),
  });
};
