/** The command line: help, mistakes, and what the commands print. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

/** What follows the name of the program, a summary for the list, and sentences for the command's own help. */
export const commands = {
  tutorial: {
    usage: "[tutorial]",
    summary: "Open the tutorial (needs a terminal).",
    about:
      "Opens the tutorial; the word itself may be left out. It needs a terminal of at least 80x24 to draw on. Without one " +
      "(in a pipe, in CI) use list, run, compare or doctor.",
  },
  list: {
    usage: "list",
    summary: "List the lessons and how far you are.",
    about: "Lists the lessons with their ids, how long each takes, and how far you are.",
  },
  lesson: {
    usage: "lesson ID",
    summary: "Open one lesson (needs a terminal).",
    about: "Opens one lesson. ID is its number or its full id; list shows them.",
  },
  notes: {
    usage: "notes [ID]",
    summary: "Notes for teachers on a lesson, or live.",
    about:
      "Prints the notes for teachers on one lesson, also into a pipe. Without an ID it follows whoever presents on " +
      "this machine with --presenter: it shows the notes of the lesson, the step that is on and the one after it, " +
      "until q or Ctrl-C. For that it needs a terminal. The notes are in English.",
  },
  run: {
    usage: "run",
    summary: "Measure one run: a workload, an approach.",
    about:
      "Carries out tasks in one way and says how long that took, how busy the cores were and how many " +
      "threads it needed.",
  },
  compare: {
    usage: "compare",
    summary: "Measure the same work by all three approaches.",
    about:
      "Carries out the same tasks sequentially, concurrently and in parallel, in turn and repeatedly, and " +
      "says which was faster, by how much, or that it is too close to call here.",
  },
  report: {
    usage: "report",
    summary: "Show what you did, predicted and measured.",
    about:
      "Shows what you did, predicted, answered and measured, lesson by lesson, and on what machine: as text, as JSON, " +
      "or as a page with the lanes of your runs that needs nothing else. It is made only when you ask for it, and sent " +
      "nowhere. Your name and your folders are not in it.",
  },
  doctor: {
    usage: "doctor",
    summary: "Check machine and terminal; say what to do.",
    about: "Shows what this machine and this terminal can do, what is missing, and what to do about it.",
  },
  exercises: {
    usage: "exercises [ACTION]",
    summary: "Write the code yourself: exercises, and a screen that checks them.",
    about:
      "Opens the screen that checks an exercise each time you save it (needs a terminal). ACTION is one of: " +
      "init [DIR] writes the files (never over yours); list; verify [ID] checks one or all without a screen and exits " +
      "with 0 or 1; hint ID shows the next hint; solution ID; reset ID puts the files back and keeps yours beside them. " +
      "--json is for verify.",
  },
  reset: {
    usage: "reset [ID]",
    summary: "Forget the progress of one lesson, or all of it.",
    about:
      "Forgets the progress of one lesson, or of all when no ID is given. Asks first, unless told --yes.",
  },
  check: {
    usage: "check [DIR]",
    summary: "Check a folder of lessons; ours without one.",
    about:
      "Looks at lessons without running anything in them: what their texts and questions say, the code, links and " +
      "files. Says file, line, field, what was found and what is allowed. Ours, when no folder is given.",
  },
  new: {
    usage: "new KIND NAME",
    summary: "Write the beginning of a lesson or an exercise of your own.",
    about:
      "Writes a folder with a short lesson that works, in this folder or that of --lessons; or, for new exercise NAME, " +
      "one with an exercise that works, in the last lesson there. NAME is in small letters, " +
      "digits and hyphens. Nothing that is there is written over.",
  },
  help: {
    usage: "help [COMMAND]",
    summary: "Show help, also that of a command.",
    about: "Shows what the program can do, or the options of one command.",
  },
};

/** What an option does, without an end stop: what is allowed and the default may follow. */
export const options = {
  workload: "What a task does",
  approach: "How the tasks are carried out",
  tasks: "How many tasks",
  workers: "Worker threads of a parallel or hybrid run",
  "task-ms": "Milliseconds that one task takes by itself",
  "slice-ms": "Milliseconds until a computing task lets another one have a turn",
  limit: "Most tasks in flight at once (concurrent, hybrid)",
  "compute-ms": "Milliseconds that a task computes after it has waited",
  size: "How many numbers a Python or Node program squares and adds up",
  repeat: "How often to measure",
  live: "Draw the lanes while measuring",
  json: "Print the result as JSON",
  out: "Write the result to this file, as JSON",
  trace: "Write a Chrome trace to this file, for ui.perfetto.dev",
  presenter: "For a projector: more space, arrow keys alone; no progress is read or kept",
  html: "Write the report to this file, as a page",
  yes: "Do not ask first",
  lessons: "Lessons of this folder instead of ours, with progress of their own",
  ascii: "Draw with plain ASCII characters only",
  "no-color": "No colour; NO_COLOR=1 does the same",
  inline: "Draw below the prompt, not full screen",
  "reduced-motion": "No animation",
  lang: "Language, English or German; without it, LANG tells",
  help: "Show help, also that of a command",
  version: "Show the version",
};

export const usage = {
  about:
    "Learn concurrency and parallelism by measuring them: predict, run real work on this machine, and see " +
    "what happened.",
  usage: (line: string) => `Usage: ${line}`,
  /** In the place of a command and of options. */
  anyCommand: "[COMMAND] [OPTIONS]",
  anyOptions: "[OPTIONS]",
  commands: "Commands",
  options: "Options",
  optionsOfLab: "Options of run and compare",
  optionsOfTutorial: "Options of tutorial and lesson",
  optionsOfReport: "Options of report",
  optionsOfReset: "Options of reset",
  optionsOfLessons: "Options of tutorial, lesson, list, reset, exercises and new",
  optionsOfAll: "Options of every command",
  notForCompare: " Not for compare.",
  exitStatus:
    "Exit status: 0 all went well; 1 something failed; 2 the command line is wrong, or what needs a terminal " +
    "has none; 130 stopped with Ctrl-C.",
  example: "Example",
  examples: "Examples",
  placeholders: { flag: "", word: " NAME", number: " N", file: " FILE", folder: " DIR" },
  fallback: (value: string) => ` (default ${value})`,
  oneACore: "one a core",
  repeats: (run: number, compare: number) => `${run}; compare ${compare}`,

  range: (min: number, max: number) => `${min} to ${max}`,
  numberFrom: (range: string) => `a number from ${range}`,
  wholeNumberFrom: (range: string) => `a whole number from ${range}`,
  nameOfFile: "the name of a file",
  nameOfFolder: "the name of a folder",
  noValue: "no value",

  unknown: {
    command: (typed: string) => `unknown command ${typed}`,
    option: (typed: string) => `unknown option ${typed}`,
    lesson: (typed: string) => `unknown lesson ${typed}`,
    exercise: (typed: string) => `unknown exercise ${typed}`,
  },
  didYouMean: (what: string) => `; did you mean "${what}"?`,
  see: (what: string) => `See ${what}`,
  givenTwice: (option: string) => `${option} is given twice`,
  misplaced: (option: string, of: readonly string[], command: string) =>
    `${option} is an option of ${words.and(of)}, not of ${command === "tutorial" ? "the tutorial" : command}.`,
  notTogether: (a: string, b: string) => `${a} and ${b} can't go together.`,
  lessonNeedsId: "lesson needs the ID of a lesson, such as 1.",
  oneTooMany: (command: string, found: string) => `${command}: found ${found}, which is one word too many.`,
  newThing: {
    needsKind: "new needs to know what: new lesson NAME, or new exercise NAME.",
    needsName: (kind: string) => `new ${kind} needs a name, such as my-topic.`,
    name: "up to 40 small letters, digits and hyphens, a letter first, such as my-topic",
  },
  terminator: '"--" has no meaning here; leave it out.',
  takesNoValue: (option: string, found: string) => `${option} takes no value, found ${found}`,
  needsValue: (option: string, found: string | null) =>
    `${option} needs a value${found === null ? "" : `, found ${found}`}.`,
  jsonNeedsVerify: "--json is for exercises verify.",
  exerciseNeedsId: (action: string) => `exercises ${action} needs the ID of an exercise.`,
  notAllowed: (option: string, found: string, allowed: string) =>
    `${option}: found ${found}, allowed: ${allowed}`,
};

export const report = {
  kinds: {
    cpu: "compute",
    wait: "wait",
    block: "block their thread",
    http: "ask a server",
    file: "read files",
    image: "work on pictures",
    python: "compute in Python",
    node: "compute in Node",
    timers: "compute beside timers",
    queue: "wait for a place",
    counter: "share memory",
    server: "answer clients",
  },
  /** `ask a server by fetch` */
  by: (kind: string, client: string) => `${kind} by ${client}`,
  /** `4 tasks of 200 ms that compute, 3 runs of each approach, in turn` */
  work: (tasks: number, each: string, kind: string) => `${words.tasks(tasks)} of ${each} that ${kind}`,
  runs: (work: string, runs: number, each: boolean) =>
    `${work}, ${words.runs(runs)}${each ? " of each approach, in turn" : ""}`,
  against: (a: string, b: string, said: string) => `${a} against ${b}: ${said}`,
  noSpread: "One run each has no spread to judge by: use --repeat 3 or more.",
  spread: (time: string) => `spread ${time}`,
  cpuUnknown: "CPU time unknown",
  cpu: (time: string) => `CPU ${time}`,
  atOnce: (running: number, waiting: number) =>
    `${figures.count(running)} running and ${figures.count(waiting)} waiting at once`,
  coresUnknown: "cores unknown",
  cores: (ids: string) => `cores ${ids}`,
  startedIn: (time: string) => `started in ${time}`,
  drawn: (perSecond: string, time: string) => `drawn at ${perSecond} frames/s for ${time}`,
  eventsLost: (count: number) => `${figures.count(count)} events lost: not judged`,
  runFailed: (variant: string, reason: string) => `the ${variant} run failed: ${reason}`,
  liveNeedsTerminal: "--live needs a terminal that can move its cursor; measuring without drawing",
  nothingRun: "nothing was run",
  cannotWrite: (file: string, reason: string) => `cannot write ${file}: ${reason}`,
};

export const doctor = {
  nothingMissing: "Nothing is missing.",
  toLookAt: (count: number, mark: string) => `${count} to look at, marked with ${mark}`,
  cores: "cores",
  coresToUse: (count: number, limits: string) => `${count} to use (${limits})`,
  installed: (count: number) => `${count} installed`,
  mayRunOn: (count: number) => `this process may run on ${count}`,
  noQuota: "no quota",
  quota: (cores: string) => `a control group allows the time of ${cores}`,
  oneCore: "with one core nothing runs in parallel; the lessons show that and say so",
  probe: "probe",
  notProbed: "two threads could not be measured",
  probed: (ratio: string) => `two threads do ${ratio} times the work of one`,
  lessThanTwo:
    "less than two cores' worth: other programs use the cores, or the machine promises more than it has",
  coreLanes: "core lanes",
  tellsCores: "the system tells which core a thread is on",
  tellsNoCores: "this system does not tell; lanes show threads",
  memory: "memory",
  nodeNeeded: "Node 20 or newer is needed: https://nodejs.org",
  notFound: "not found",
  pythonNotNeeded: "not needed: lesson 7 runs its programs in Node then.",
  terminal: "terminal",
  noTerminal: "standard input or output is no terminal",
  tutorialNeedsOne: "the tutorial needs one; run, compare, list and doctor do not",
  makeLarger: (size: string) => `make it ${size} or larger`,
  cannotDraw: "TERM=dumb or CI is set: the tutorial can't draw here",
  characters: "characters",
  colour: "colour",
  none: "none",
  language: "language",
  progress: "progress",
  keptIn: (folder: string) => `kept in ${folder}`,
  cannotBeWritten: (folder: string) => `${folder} can't be written`,
  setStateHome: "set XDG_STATE_HOME to a folder that can; until then progress lives in memory",
};

export const cli = {
  listed: { done: "done", steps: (done: number, of: number) => `${done} of ${of} steps` },
  reset: {
    allLessons: "all lessons",
    lesson: (id: string, title: string) => `lesson ${id} (${title})`,
    needsYes: "reset asks first and there is no terminal: add --yes",
    forgets: (what: string) => `This forgets your progress in ${what}. It can't be undone.`,
    /** Ends with what may be answered; `yes` lists what accepts it, in small letters. */
    goOn: "Go on? [y/N] ",
    yes: ["y", "yes"],
    nothingChanged: "Nothing was changed.",
    forgotten: (what: string) => `Progress in ${what} is forgotten.`,
    lanesLeft: (folder: string, reason: string) =>
      `the lanes kept in ${folder} could not be removed (${reason})`,
  },
  tutorial: {
    cannotDraw: (why: string) => `the tutorial can't draw here: ${why}`,
    dumb: "TERM is dumb",
    ci: "CI is set",
    needsTerminal: "the tutorial needs a terminal for both input and output",
    theseWork: "These work without one: run, compare, list, doctor, report, reset --yes, check, new, help",
  },
  crashed: "something went wrong that should not have. Your progress up to here is kept.",
};
