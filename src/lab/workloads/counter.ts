import { readClock } from "../clock.ts";
import type { RunSpec } from "../spec.ts";
import { SharedLock } from "../threads/shared-lock.ts";
import { compute } from "./kernel.ts";
import type { TaskInput, Turn, WorkFactory } from "./workload.ts";

/** What the tasks of a run share, as every thread is given it. */
export interface SharedMemory {
  readonly counter: SharedArrayBuffer;
  readonly locks: SharedArrayBuffer;
}

/** What the code of a task is given beside the counter and how often to add to it. */
export interface CounterTools {
  /** Two locks that all tasks share. */
  readonly A: SharedLock;
  readonly B: SharedLock;
  /** Which task this is, from 1. */
  readonly number: number;
  /** Computes something else for so many milliseconds. */
  work(ms: number): void;
}

/** What one task does, as a lesson has it: adds 1 so many times to the first cell of `counter`. */
export type CounterCode = (counter: Int32Array, times: number, tools: CounterTools) => void;

type Cells = Int32Array<SharedArrayBuffer>;

/** Bytes that belong to one core at a time. Locks that lie closer together slow each other down. */
const cacheLine = 64;
const cellsOfLine = cacheLine / Int32Array.BYTES_PER_ELEMENT;

export function createSharedMemory(): SharedMemory {
  return { counter: new SharedArrayBuffer(cacheLine), locks: new SharedArrayBuffer(2 * cacheLine) };
}

/** How often task `index` adds: all tasks together `size` times. */
export function timesOf({ size = 1, tasks }: Pick<RunSpec, "size" | "tasks">, index: number): number {
  return Math.floor(size / tasks) + (index < size % tasks ? 1 : 0);
}

/** Times that the code adds in one round of the warm-up. */
const warmUpTimes = 1000;

/** Tasks that add to one counter in memory that all threads share, each as the lesson's file has it. */
export const counter: WorkFactory = async ({ spec, environment }) => {
  const code = await loadCode(spec.taskCode);
  const memory = environment as SharedMemory;
  return {
    run({ index }: TaskInput, turn: Turn) {
      const times = timesOf(spec, index);
      code(new Int32Array(memory.counter), times, {
        ...makeLocks(memory, (sleep) => turn.block(sleep)),
        number: index + 1,
        work: computeFor,
      });
      return Promise.resolve(times);
    },
    computes: () => true,
    warmUp(ms) {
      // Code that may never end is not tried beforehand.
      if (spec.deadlineMs !== undefined) return Promise.resolve(null);
      const own = createSharedMemory();
      const cells = new Int32Array(own.counter);
      const locks = makeLocks(own, (sleep) => sleep());
      const untilMs = readClock() + ms;
      while (readClock() < untilMs) code(cells, warmUpTimes, { ...locks, number: 1, work: () => {} });
      return Promise.resolve(null);
    },
  };
};

function makeLocks({ locks }: SharedMemory, block: (sleep: () => void) => void) {
  const cells: Cells = new Int32Array(locks);
  return { A: new SharedLock(cells, 0, block), B: new SharedLock(cells, cellsOfLine, block) };
}

async function loadCode(url: string | undefined): Promise<CounterCode> {
  if (url === undefined) throw new TypeError("found no task code, allowed: the URL of a module");
  const module = (await import(url)) as { default?: unknown };
  if (typeof module.default !== "function") {
    throw new TypeError(`${url}: found no default export, allowed: a function (counter, times, tools)`);
  }
  return module.default as CounterCode;
}

/** Units of the kernel between two looks at the clock. */
const unitsPerLook = 100;

function computeFor(ms: number): void {
  const untilMs = readClock() + ms;
  let value = 1;
  while (readClock() < untilMs) value = compute(value, unitsPerLook);
}
