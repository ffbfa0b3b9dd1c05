/**
 * What an exercise is, what was seen of a run of it, and what is made of that. Plain data throughout: it goes from
 * process to process, and into JSON.
 */

/** How much of the code is there: all of it but the right order, most of it, nothing but the signature. */
export const levels = ["worked", "partly", "empty"] as const;
export type Level = (typeof levels)[number];

/**
 * What can be said of a run, each computed outside the learner's process. Times in milliseconds, shares in per cent.
 * `null` in an observation where the run had nothing to tell of it, or the system does not tell.
 */
export const figureNames = [
  "rightResults", // answers that are right, of all that were asked for
  "results", // answers that were asked for
  "requests", // that the server got
  "peakInFlight", // most requests on their way at the same moment
  "limit", // most that were allowed
  "fullShare", // answers before which as many were on their way as were allowed, while there was more to ask for
  "aborted", // requests that were given up before their answer
  "attempts", // requests of the name that failed at first
  "held", // most items that were taken and not stored yet
  "busyThreads", // threads that did at least a tenth of the computing
  "workersAsked", // that were asked for
  "balance", // CPU time of the least busy worker / of the busiest
  "overlap", // of the time in which anything was computed: on two threads or more
  "gain", // time of the sequential code / time of this one, in the same session
  "work", // CPU time / that of the sequential code: 200 where all of it was done twice
  "newThreads", // threads that were started for work that is too small for them
  "smallWall", // how long that took
  "longestBlock", // longest time that the event loop did not answer
  "slice", // longest time that it may take
  "computed", // CPU time in the run
  "mainShare", // of the CPU time: on the thread with the event loop
  "memory", // what the run added to the memory of the process, MB
  "data", // size of what was handed over, MB
  "counted", // what stood in the shared counter in the end
  "expected", // what should have
  "seenCounts", // different values of the shared counter that were seen from outside while it was counted
  "lightSlowest", // slowest light request while there was heavy work
  "lightBase", // slowest light request with none
  "heavyAnswers", // heavy requests answered rightly
  "heavyAsked",
  "wall", // from the call to the result
] as const;
export type FigureName = (typeof figureNames)[number];
export type Figures = Readonly<Partial<Record<FigureName, number | null>>>;

/** A bound of a figure: a number, or another figure times a factor, plus something. */
export type Bound =
  | number
  | { readonly of: FigureName; readonly times?: number | undefined; readonly plus?: number | undefined };

/** Behaviour that is wanted. */
export interface Want {
  readonly figure: FigureName;
  readonly atLeast?: Bound | undefined;
  readonly atMost?: Bound | undefined;
  /** Said where it is missed; `{figure}` stands for a measured one. Empty for a figure without bounds: it is only shown. */
  readonly miss: string;
  /** Only where the program may use so many cores; with fewer it cannot show. */
  readonly cores?: number | undefined;
  /**
   * Depends on how fast this machine is now: a miss is measured again, and where the solution misses it too,
   * it is not held against anybody.
   */
  readonly timing?: boolean | undefined;
}

export const scenarioKinds = [
  "requests",
  "first",
  "retry",
  "pipeline",
  "sum",
  "uneven",
  "transfer",
  "measure",
  "loop",
  "server",
  "counter",
  "transfers",
] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

/** Which situation the code is put into, and how large it is. What is left out has a default of the scenario's. */
export interface Scenario {
  readonly kind: ScenarioKind;
  /** Requests, items, tasks. */
  readonly count?: number | undefined;
  readonly limit?: number | undefined;
  /** How long an answer is held. */
  readonly holdMs?: number | undefined;
  /** CPU time of all the computing. */
  readonly computeMs?: number | undefined;
  readonly workers?: number | undefined;
  readonly megabytes?: number | undefined;
}

/** The content of a `check.ts`: data, never carried out. */
export interface Check {
  readonly title: string;
  /** The task, in two lines. */
  readonly task: readonly string[];
  readonly level: Level;
  /** Place among all exercises. */
  readonly order: number;
  /** Until the run is ended, in seconds; 10 without it. */
  readonly deadlineSeconds?: number | undefined;
  /** The learner moves lines instead of writing them. */
  readonly parsons?: boolean | undefined;
  readonly scenario: Scenario;
  readonly wants: readonly Want[];
}

/** A file by its name in the learner's folder. */
export type Files = Readonly<Record<string, string>>;

export interface Exercise extends Check {
  /** Name of its folder. */
  readonly id: string;
  /** Id of the lesson that it belongs to. */
  readonly lesson: string;
  /** What the learner gets: `start.ts`, and `worker.ts` where there is one. */
  readonly start: Files;
  /** The same files as they may look in the end. */
  readonly solution: Files;
  /** A question; the idea; the construct. */
  readonly hints: readonly string[];
}

/** One request as the server saw it; times from the call of the learner's function. */
export interface SeenRequest {
  readonly label: string;
  readonly fromMs: number;
  /** `null` where the run ended before. */
  readonly toMs: number | null;
  readonly end: "answered" | "failed" | "given-up" | "open";
}

/** A thread of the learner's process as the system showed it. */
export interface SeenThread {
  readonly label: string;
  /** In turn: time, core, CPU time so far. */
  readonly samples: readonly (readonly [atMs: number, core: number, cpuMs: number])[];
}

/** What there was to see of one run, for its lanes. */
export interface SeenRun {
  readonly endMs: number;
  readonly requests: readonly SeenRequest[];
  readonly threads: readonly SeenThread[];
}

/** Why a run came to no result. `text` is said to the learner; `file` and `line` are of the learner's. */
export interface Trouble {
  readonly kind:
    | "file" // it cannot be read as a program
    | "syntax"
    | "no-function" // it has no default export that is a function
    | "threw"
    | "rejected" // where nobody waited for it
    | "ended" // it ended the program
    | "aborted" // the program came down
    | "deadline"
    | "stuck" // the deadline, with nothing computing
    | "memory"
    | "output"
    | "denied" // asked for what is not allowed here
    | "result"; // what it returned is not what was asked for at all
  readonly text: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** A line of what was expected, and whether it was so. */
export interface Finding {
  readonly outcome: "met" | "missed" | "not-shown";
  readonly text: string;
}

export interface Judgement {
  readonly outcome: "passed" | "not-yet" | "inconclusive";
  readonly findings: readonly Finding[];
  /** What kept the code from its end. */
  readonly trouble: Trouble | null;
  readonly figures: Figures;
  /** Of types: no reason to fail, and often the reason for something else. */
  readonly typeErrors: readonly Trouble[];
  readonly seen: SeenRun | null;
  /** What the code printed, made harmless. */
  readonly output: string;
}
