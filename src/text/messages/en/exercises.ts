/** Exercises: what was expected, what happened, and what kept the code from its end. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const exercises = {
  /** What each figure is called, before a colon. */
  figures: {
    rightResults: "right results",
    results: "results",
    requests: "requests made",
    peakInFlight: "most on their way at once",
    limit: "allowed at once",
    fullShare: "answers before which all places were taken",
    aborted: "requests given up",
    attempts: "tries of the one that fails at first",
    held: "most items held at once",
    busyThreads: "threads that computed",
    workersAsked: "workers asked for",
    work: "all that was computed, of what the work takes",
    newThreads: "threads started for the small batch",
    smallWall: "the small batch took",
    balance: "least busy worker, of the busiest",
    overlap: "time with two threads computing, of all computing",
    gain: "times as fast as without threads",
    longestBlock: "longest time the event loop did not answer",
    slice: "longest that it may be",
    computed: "computed",
    mainShare: "share computed on the thread of the event loop",
    memory: "memory added",
    data: "data handed over",
    counted: "counted",
    expected: "should be",
    seenCounts: "values of the counter seen on the way",
    lightSlowest: "slowest light request beside the heavy ones",
    lightBase: "slowest light request without them",
    heavyAnswers: "heavy requests answered rightly",
    heavyAsked: "heavy requests",
    wall: "took",
  },
  notTold: "this system does not tell",
  found: (title: string, found: string, wanted: string) =>
    wanted === "" ? `${title}: ${found}` : `${title}: ${found}, wanted: ${wanted}`,
  between: (least: string, most: string) => `${least} to ${most}`,
  orMore: (least: string) => `${least} or more`,
  orLess: (most: string) => `${most} or less`,
  tooFewCores: (found: string, cores: number) =>
    `${found}. With ${words.cores(cores)} it cannot show, and is not judged.`,
  calledOff: "the check was called off",
  lanes: { main: "event loop", worker: (number: number) => `worker ${number}` },

  none: (folder: string) => `${folder} has no exercises`,
  notInClass: (id: string) => `there is no exercise ${id} here. See learn-concurrency exercises list`,
  outcomes: {
    passed: "passed",
    "not-yet": "not yet",
    inconclusive: "inconclusive: the solution misses it here, too. Run it again when the machine is quieter.",
  },
  nextHint: (id: string) => `A hint: learn-concurrency exercises hint ${id}`,
  typeError: (where: string) => `types: ${where}`,
  passedOf: (passed: number, all: number) =>
    `${figures.count(passed)} of ${figures.count(all)} exercises pass.`,
  hintOf: (shown: number, all: number) => `Hint ${shown} of ${all}.`,
  noFolder: "no exercises here: learn-concurrency exercises init writes them.",
  cannotWrite: (folder: string, why: string) => `cannot write to ${folder}: ${why}`,
  init: {
    written: (files: number, folder: string) =>
      `${figures.count(files)} ${files === 1 ? "file" : "files"} written to ${folder}.`,
    kept: (files: number) =>
      `${files === 1 ? "This one was" : "These were"} there and ${files === 1 ? "is" : "are"} yours; nothing was written over:`,
    next: (folder: string) =>
      `Next: cd ${folder}, open it in your editor, and run learn-concurrency exercises beside it.`,
  },
  reset: {
    nothing: "It is as it was at the beginning: nothing to put back.",
    done: (written: string, kept: string) =>
      `Put back: ${written}.${kept === "" ? "" : ` Yours is kept: ${kept}.`}`,
  },
  listed: { passed: "passed", begun: "begun", new: "new", ofLesson: (number: number) => `lesson ${number}` },

  levels: { worked: "all code is there", partly: "some code is there", empty: "from scratch" },
  screen: {
    title: "Exercises",
    position: (passed: number, all: number) => `${passed} of ${all} passed`,
    checking: "checking",
    firstCheck: "Running what is there now ...",
    save: "Save the file, and it is run and checked.",
    file: (file: string, lesson: number) => `${file}   (lesson ${lesson})`,
    passed: "Passed. n goes on to the next one; what you change now is checked, too.",
    notYet: "Not yet.",
    inconclusive:
      "Inconclusive: on this machine the solution misses it now, too. r runs it again; it helps when other programs have less to do.",
    asWanted: (count: number) => `${figures.count(count)} as wanted (a larger window shows them)`,
    printed: "It printed something: o shows it.",
    noOutput: "It printed nothing.",
    output: "What it printed",
    moreHints: "h shows the next hint.",
    allHints: "These were all. s shows the solution.",
    noSolutionYet: "The solution is shown when yours passes, or after all hints (h).",
    noSolutions: "There are no solutions in this class.",
    noSkipping: "In this class one exercise comes after the other: the next one opens when this one passes.",
    resetAsk: "Put the files back as they were? Yours are kept beside them. x once more does it.",
    resetDone: (kept: string) =>
      kept === "" ? "The files are as they were." : `The files are as they were. Yours: ${kept}`,
    last: "That was the last one.",
    noEditor: "Set VISUAL or EDITOR to the command of your editor, or open the file by yourself.",
    editorFailed: (editor: string, why: string) => `${editor} could not be started: ${why}`,
    broken: (why: string) => `The check itself failed: ${why}. r tries again.`,
    ofLesson: (lesson: number, level: string) => `lesson ${lesson}, ${level}`,
    yours: (file: string) => `yours: ${file}`,
    solution: (file: string) => `the solution: ${file}`,
    lanesYours: "your run",
    request: "request",
    lanesSolution: "a run of the solution",
    waitingForSolution: "The solution is being run ...",
    keys: {
      edit: "edit",
      hint: "hint",
      solution: "solution",
      runs: "both runs",
      list: "list",
      reset: "reset",
      lines: "move lines",
    },
  },

  trouble: {
    missing: (file: string) => `${file} is not there. learn-concurrency exercises reset puts it back.`,
    tooLarge: (kilobytes: number, most: number) =>
      `the file has ${figures.count(Math.round(kilobytes))} kB; at most ${figures.count(most)} kB are read.`,
    binary: "this is not text: it has bytes that are no UTF-8, or a zero among them.",
    empty: "the file is empty.",
    syntax: (message: string) => `this is no TypeScript: ${message}`,
    tooDeep: "more brackets or operators stand in each other here than can be read.",
    notErasable:
      "enum, namespace, parameter properties and import = are more than types, and are not run here. Write them as plain JavaScript.",
    noFunction: "the file has no default export that is a function: export default async function ...",
    threw: (message: string) => `it threw ${message}`,
    rejected: (message: string) => `an error that nobody waited for: ${message}`,
    denied: (message: string) =>
      `it asked for something that is not allowed here: ${message}. Exercises read their own folder, write nothing and start no programs.`,
    forged:
      "it wrote into the line on which this program and the process with your code talk. Nothing of that is believed: give back a result.",
    stray: (what: string) => `it asked the server for something that is not part of the task: ${what}`,
    exit: (code: number) => `it ended the program with exit code ${code} before it gave back a result.`,
    heap: "it took all of the memory that it may have: an array or object that grows without end?",
    abort: (signal: string) => `the program came down (${signal}): out of memory, or abort() was called.`,
    signal: (signal: string) => `the program was ended from outside (${signal}).`,
    memory: (mb: number, most: number) =>
      `it took ${figures.count(mb)} MB of memory and may have ${figures.count(most)}: something grows without end.`,
    output: (mb: number) => `it printed more than ${mb} MB: a loop that does not end?`,
    notStarted: (reason: string) => `a process for the code could not be started: ${reason}`,
    deadline: (seconds: number) =>
      `it was still computing after ${seconds} s and was ended: a loop that does not end?`,
    stuck: (seconds: number) =>
      `after ${seconds} s there was no result and nothing was computing: everything waits for something that does not come.`,
  },
};
