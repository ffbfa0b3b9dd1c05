import { readClock } from "../clock.ts";
import { type RunSpec, workersOf } from "../spec.ts";
import { createTaskRunner } from "../threads/turns.ts";
import { computeInTurns } from "./cpu.ts";
import { seedOf, warmUpKernel } from "./kernel.ts";
import type { TaskInput, Turn, Work, WorkFactory } from "./workload.ts";

/** Tasks that wait for a timer, as they would for an answer from the network, and then compute if they are told to. */
export const wait: WorkFactory = ({ spec, thread }) => {
  const pause = (ms: number, turn: Turn) => turn.wait((over) => setTimeout(over, ms));
  const finish = (input: TaskInput, turn: Turn) =>
    input.units > 0 ? computeInTurns(input, turn) : Promise.resolve(seedOf(input.index) | 0);
  const work: Work = {
    async run(input, turn) {
      await pause(input.ms, turn);
      return input.units > 0 ? computeInTurns(input, turn) : seedOf(input.index) | 0;
    },
    async load(input, turn) {
      await pause(input.ms, turn);
      return null;
    },
    compute: (input, _loaded, turn) => finish(input, turn),
    computes: ({ units }) => units > 0,
    async warmUp(ms) {
      const speed = (spec.computeMs ?? 0) > 0 ? warmUpKernel(ms, readClock) : null;
      await warmUpLoop(work, warmUpTasksOf(spec, thread));
      return speed;
    },
  };
  return work;
};

/** Tasks for a warm-up of the event loop: enough for the compiler, and for the young heap to have grown. */
const mostWarmUpTasks = 4000;
/** For a thread that will have few of them: the heap of each that grows is one of perhaps a thousand. */
const leastWarmUpTasks = 40;

function warmUpTasksOf(spec: RunSpec, thread: number): number {
  const workers = workersOf(spec);
  if (thread === 0 || workers === 0) return mostWarmUpTasks;
  const each = Math.ceil(spec.tasks / workers);
  return Math.min(mostWarmUpTasks, Math.max(leastWarmUpTasks, 4 * each));
}

async function warmUpLoop(work: Work, tasks: number): Promise<void> {
  const unrecorded = createTaskRunner(work, () => {});
  const input = { ms: 1, units: 0, unitsPerSlice: 1 };
  const forget = () => {};
  await Promise.all(Array.from({ length: tasks }, (_, index) => unrecorded.run({ index, ...input }, forget)));
}
