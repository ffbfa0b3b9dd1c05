/** The report: what a learner did, predicted and measured. On a page, and in a terminal. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

const counted = (what: string) => (count: number) => `${figures.count(count)} ${what}`;

export const learnerReport = {
  title: "What was done, predicted and measured",
  tutorial: "learn-concurrency, a tutorial on concurrency and parallelism",
  madeAt: (moment: string, version: string) => `Made on ${moment} with learn-concurrency ${version}.`,
  ofThisMachine:
    "All figures were measured by the learner, on the machine named here. They hold for that machine and that time; " +
    "on another machine they are others.",
  nothingYet: "Nothing to report yet: no lesson has been begun.",
  machine: {
    title: "Machine",
    cpu: "Processor",
    cores: "Cores",
    coresToUse: (count: number, limits: string) =>
      `${figures.count(count)} to use${limits === "" ? "" : ` (${limits})`}`,
    memory: "Memory",
    system: "System",
    node: "Node",
    python: "Python",
    none: "none",
    lanes: "Cores of threads",
    told: "told by the system",
    notTold: "not told by this system: lanes show threads",
  },
  totals: {
    title: "In short",
    lessons: "Lessons",
    lessonsDone: (done: number, all: number) => `${figures.count(done)} of ${figures.count(all)} done`,
    lessonsBegun: counted("begun"),
    predictions: "Predictions",
    answers: "Answers",
    right: counted("right"),
    close: counted("nearly right"),
    wrong: counted("wrong"),
    unmeasured: counted("not measured yet"),
    notMade: counted("not made"),
    rightFirst: counted("right at the first try"),
    closeFirst: counted("nearly right at the first try"),
    better: counted("wrong at first, better later"),
    notGiven: counted("not given"),
    none: "none",
  },
  contents: "Lessons in this report",
  notBegun: (numbers: string) => `Not begun: ${numbers}.`,
  steps: (done: number, of: number) => `${figures.count(done)} of ${figures.count(of)} steps done`,
  stillToDo: (titles: string) => `Still to do: ${titles}`,
  predictions: "Predictions",
  predicted: "Predicted",
  measured: "Measured",
  verdict: "Verdict",
  notMeasured: "not measured yet",
  answers: "Answers",
  answer: "Answer",
  noLongerAsked: "an answer to an earlier form of the question",
  right: "Right",
  tries: (count: number) => (count === 1 ? "1 try" : `${figures.count(count)} tries`),
  /** What came of an answer: at the first try, or in the end. */
  came: {
    first: { right: "right at the first try", close: "nearly right at the first try" },
    later: { right: "wrong at first, right later", close: "wrong at first, nearly right later" },
    /** Nearly right, then right. */
    atLast: "nearly right at first, right later",
    wrong: "wrong",
    /** Right or nearly right once, and wrong when asked again. */
    lost: "wrong when asked again",
  },
  labs: "Measured",
  run: "Run",
  median: "Median",
  spread: "Spread",
  reading: "How to read it",
  figures:
    "A median is that of several runs, made in turn; the spread is the distance between the quartiles of their times. " +
    "Faster is said only where the medians differ by more than both spreads together and by more than 5 %; else it " +
    "was too close to call.",
  against: (other: string) => `Against ${other}`,
  comparedWith: (other: string) => `compared with ${other}`,
  compared: "Compared",
  otherMachine: (cpu: string, cores: number) =>
    `Measured on another machine: ${cpu}, ${words.cores(cores)} to use.`,
  lanes: {
    how:
      "A lane is a task, a core or a thread, from left to right over the time of one run: the one nearest to the " +
      "median. Every stretch was recorded while the work ran. Colour and number say which task runs; the height of " +
      "a block says how much of that moment it ran.",
    kept: (view: "tasks" | "cores" | "threads", shown: number, all: number) =>
      shown === all
        ? `${words[view](all)}.`
        : `${figures.count(shown)} of ${words[view](all)}, evenly picked.`,
    caption: (run: string, time: string) => `${run}: ${time}`,
    of: (lab: string, run: string) => `Lanes of “${lab}”, ${run}`,
    sameAxis: "All runs are drawn on the same time axis.",
    ownAxis: "Each run is drawn on a time axis of its own.",
    notKept: "No lanes were kept of this run.",
    noneKept: "No lanes were kept of these runs. Whoever makes them again has them in the next report.",
    kinds: {
      running: "running",
      crowded: "running, with part of a core",
      half: "ran about half of the time",
      thin: "ran for a small part",
      mixed: "several take turns",
      waiting: "waiting (needs no core)",
      ready: "ready (its turn has not come)",
      failed: "failed",
    },
  },
  exercises: {
    title: "Exercises",
    state: { passed: "passed", tried: "not passed yet" },
  },
  madeLocally:
    "This page was made on the learner's own machine, when the learner asked for it. It loads nothing and was sent " +
    "nowhere.",
  written: (file: string) => `The report is in ${file}.`,
  notAFile: "it is there and is not a file",
};
