/** The record after the last lesson. */
import { figures } from "./figures.ts";

const counted = (what: string) => (count: number) => `${figures.count(count)} ${what}`;

export const record = {
  title: "Your record",
  predictions: {
    title: "Your predictions",
    right: counted("right"),
    close: counted("nearly right"),
    wrong: counted("wrong"),
    notMeasured: counted("not measured"),
    notMade: counted("not made"),
  },
  answers: {
    title: "Your answers",
    right: counted("right at the first try"),
    close: counted("nearly right at the first try"),
    better: counted("wrong at first, better later"),
    wrong: counted("wrong"),
    passedOver: counted("passed over"),
  },
  none: "none",
  mended: "Wrong at first, right later",
  open: "Still wrong",
  predicted: "What you predicted, and what was measured",
  notMeasured: "not measured",
  verdicts: "What your runs say",
  against: (first: string, said: string) => `against ${first}: ${said}`,
  whereToGoOn: "Where to go on",
  measure: "Measure on your own:",
  /** What the commands below that do, in their order. */
  commands: {
    compare: "the approaches, in turn, with verdicts",
    run: "one run, with its lanes",
    trace: "a run to be looked at in ui.perfetto.dev",
  },
  read: "Read:",
  /** Standard texts by their own titles. */
  texts: [
    { title: "Concurrency Is Not Parallelism", by: "Rob Pike, a talk", on: "the difference, with gophers" },
    {
      title: "Don't Block the Event Loop (or the Worker Pool)",
      by: "the Node.js guides",
      on: "what a server must not do",
    },
    { title: "Worker threads", by: "the Node.js API documentation", on: "all that a worker can do" },
    { title: "Concurrent Execution", by: "The Python Standard Library", on: "the same in Python" },
    {
      title: "Operating Systems: Three Easy Pieces",
      by: "R. and A. Arpaci-Dusseau",
      on: "how a system shares out its cores; threads and locks from the ground up",
    },
    {
      title: "The Little Book of Semaphores",
      by: "Allen B. Downey",
      on: "puzzles of tasks that share something",
    },
    {
      title: "The Art of Multiprocessor Programming",
      by: "Maurice Herlihy and Nir Shavit",
      on: "the theory, and how to do without locks",
    },
  ] as readonly { readonly title: string; readonly by: string; readonly on: string }[],
};
