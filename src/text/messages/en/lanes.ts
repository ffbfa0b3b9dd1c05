/** What stands in and around the lanes. */
import { figures } from "./figures.ts";

export const lanes = {
  /** What the signs mean: in full where there is room, and short. */
  legend: {
    running: { long: "running", short: "running" },
    crowded: { long: "running, with part of a core", short: "part of a core" },
    briefly: { long: "briefly", short: "briefly" },
    turns: { long: "several take turns", short: "turns" },
    waiting: { long: "waiting (needs no core)", short: "waiting" },
    ready: { long: "ready (its turn has not come)", short: "ready" },
    failed: { long: "failed", short: "failed" },
  },
  /** Over the figures of cores and threads: at most 5 columns. */
  busy: "busy",
  /** Over those of tasks: at most 8. */
  doneAt: "done at",
  /** In their place: at most 8. */
  failed: "failed",
  rows: (first: string, last: string, all: string, dash: string) => `rows ${first}${dash}${last} of ${all}`,
  core: (id: number) => `core ${id}`,
  noCores: "this system does not tell which core a thread runs on: showing threads",
  /** The thread that shares the work out, where there are workers. */
  mainThread: "main",
  thread: (number: number) => `thread ${number}`,
  /** The lane of what is computed on one thread before the tasks are shared out. */
  serialPart: "serial part",
  lightRequests: "light",

  /** A moment of a run: `at 312 ms: task 2 runs on thread 0 (core 1), 3 wait, 1 ready`. */
  moment: {
    at: (time: string, what: string) => `at ${time}: ${what}`,
    allDone: "all done",
    runs: (task: string, thread: string | null, core: number | null) =>
      `${task} runs${thread === null ? "" : ` on ${thread}`}${core === null ? "" : ` (core ${core})`}`,
    share: (tasks: string, core: number) => `${tasks} share core ${core}`,
    moreRun: (count: number) => `${figures.count(count)} more run`,
    nothingRuns: "nothing runs",
    wait: (count: number) => `${figures.count(count)} ${count === 1 ? "waits" : "wait"}`,
    ready: (count: number) => `${figures.count(count)} ready`,
    done: (count: number) => `${figures.count(count)} done`,
  },
};
