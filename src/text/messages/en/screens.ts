/** Everything on the screens but lessons, lanes and keys. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const home = {
  intro:
    "Concurrency is dealing with many things by switching between them. Parallelism is doing many things at the same time. See both happen on this machine.",
  stepsDone: (done: number, of: number) => `${done} of ${of} steps`,
  minutes: (minutes: number) => `${minutes} min`,
  /** Of a lesson that is not there in the language that is spoken; nothing in English, where all are. */
  moreLessons: (count: number) => `${count} more below`,
  notTranslated: "",
  thisMachine: "This machine",
  coresToUse: (count: number) => `${words.cores(count)} to use`,
  coresInstalled: (installed: number, allowed: number) =>
    `${installed} cores installed; this process may run on ${allowed} of them.`,
  quota: (cores: string) => `A control group allows the time of ${cores} cores.`,
  probed: (ratio: string) => `Measured: two threads get ${ratio} times as much done as one in the same time.`,
  oneCore: "With one core, nothing can run at the same moment. The lessons will show that.",
  pressAnyKey: "Press any key.",
};

export const frame = {
  tooSmall: (has: string, needs: string) =>
    `This terminal has ${has} characters. The tutorial needs ${needs}: make the window larger. It goes on by itself.`,
  starting: "starting",
  step: (number: number, of: number) => `step ${number} of ${of}`,
  end: "end",
  before: (number: number, title: string) => `Before lesson ${number}: ${title}`,
  question: (number: number, of: number) => `question ${number} of ${of}`,
};

export const lab = {
  knobs: {
    approach: "approach",
    tasks: "tasks",
    "task-ms": "each takes",
    workers: "workers",
    "slice-ms": "one turn",
    cores: "cores",
    limit: "in flight",
    "compute-ms": "computes",
    "serial-ms": "alone first",
    size: "numbers",
    connections: "clients",
  },
  /** Title of the knob for the size, where what it counts is added to a counter. */
  additions: "additions",
  changed: "changed: press r to run it",
  kinds: {
    cpu: "tasks compute",
    wait: "tasks wait",
    block: "tasks block their thread",
    http: "tasks ask a server",
    file: "tasks read files",
    image: "tasks work on pictures",
    python: "a Python program",
    node: "a Node program",
    timers: "one task computes, the others are timers",
    queue: "tasks wait for a place",
    counter: "tasks share memory",
    server: "a web server",
  },
  /** `3 runs of each approach, in turn; tasks compute` */
  runsOfEachApproach: (repeat: number, kind: string) => `${repeat} runs of each approach, in turn; ${kind}`,
  runsEachOf: (repeat: number, what: string, kind: string) => `${repeat} runs each: ${what}; ${kind}`,
  runsEach: (repeat: number, kind: string) => `${repeat} runs each, in turn; ${kind}`,
  /** Along the axis of bars; at most 27 columns. Nothing where nothing has to be said. */
  compared: (field: string) =>
    ({
      wall: "time until all were done",
      counted: "what was counted",
      p99: "99 of 100 waited no longer",
      slowest: "the longest delay",
      buffers: "most memory in buffers",
    })[field] ?? "",
  timesTheWork: (ratio: string) => `${ratio} times the work`,

  /** In the place of a figure. */
  notKnown: "not known",

  pressEnter: "Press Enter to run it, here and now.",
  stopped: "Stopped. Nothing was recorded. Press Enter to run it again.",
  failed: (reason: string) => `The run failed: ${reason}. Press Enter to try again.`,
  /** The same for whoever has the arrow keys only. */
  presenter: {
    pressEnter: "Press Right to run it, here and now.",
    stopped: "Stopped. Nothing was recorded. Right goes on, r runs it again.",
    failed: (reason: string) => `The run failed: ${reason}. Right goes on, r tries again.`,
  },
  runNumber: (number: number, of: number, variant: string) => `run ${number} of ${of}: ${variant}`,
  running: (variant: string) => `running: ${variant}`,
  stopping: "stopping",

  took: (time: string) => `took ${time}`,
  /** Instead of the time that it took; what was left of it when it was ended. */
  endedByLimit: {
    waiting: (time: string) => `ended by its time limit after ${time}, with its threads waiting`,
    spinning: (time: string) => `ended by its time limit after ${time}, with its threads busy`,
  },
  counted: (found: number, expected: number) =>
    `counted ${figures.count(found)} of ${figures.count(expected)}`,
  computed: (time: string) => `computed ${time}`,
  threadsStartedIn: (time: string) => `threads started in ${time} (not counted)`,
  /** How late timers were, or how long requests took. */
  latencies: (half: string, nearlyAll: string, all: string) =>
    `half within ${half}, 99 of 100 within ${nearlyAll}, all within ${all}`,
  late: (latencies: string) => `late: ${latencies}`,
  buffers: (size: string) => `buffers took up to ${size}`,
  drawingTook: (percent: string) => `drawing took ${percent} of a core`,
  eventsLost: (count: number) => `${figures.count(count)} events lost: not used for a verdict`,
  wholeProgram: (percent: string) => `the whole program ${percent} CPU`,
  coresNotTold: (use: string) =>
    `This system does not tell which core a thread runs on, so the lanes are threads. Use of the cores meanwhile, by all programs: ${use}.`,

  notRecordedYet: (settings: string) => `Not recorded: the lesson goes on from a run with ${settings}.`,
  notRecorded: (settings: string) => `Not recorded: the lesson goes on from your run with ${settings}.`,
  predictionWasFor: (settings: string) => `Your prediction was for ${settings}.`,
};

export const question = {
  doYouRemember: (number: number, title: string) =>
    `Do you remember? This is from lesson ${number}, ${title}.`,
  youPredicted: "You predicted",
  youAnswered: "You answered",
  rightIs: (truth: string) => `; right is: ${truth}`,
  predictedAndMeasured: (arrow: string) => `predicted ${arrow} measured`,
  missed: "missed: ",
  yourPlace: (place: number) => ` (yours: ${place})`,
  moving: "moving: ",
  tickOne: "Tick at least one with Space.",
  tickOneByRight: "Tick at least one with Right.",
  /** The row that a presenter gives the answer with. */
  thisIsTheAnswer: "This is the answer",
  /** In the place of text that follows a measurement. */
  needsRun: "This depends on a run that you have not made yet: go back and make it, or read on.",
  notRun:
    "Your own run decides this one, and it has not been made yet. Go back with p and run the lab, or go on.",
  notTold: "This system does not tell the figure that decides this one, so there is no right answer here.",
};

export const end = {
  thatWas: (number: number, title: string) => `That was lesson ${number}: ${title}`,
  allTaken: (lessons: number) =>
    `You have taken all ${lessons} lessons. To measure on your own: learn-concurrency run, and compare.`,
  exercises: (titles: readonly string[]) =>
    `Now write it yourself: ${titles.map((title) => `"${title}"`).join(", ")}. In a shell: learn-concurrency exercises init, then learn-concurrency exercises.`,
  passedOver: "passed over",
  notMeasured: "not measured, so not compared",
  predictions: "Your predictions, and what was measured",
  answers: "Your answers",
  nothingAsked: "Nothing was asked in this lesson.",
  notDone: "Not done yet:",
  step: (number: number, title: string) => `step ${number}, ${title}`,
};
