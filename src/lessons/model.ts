/**
 * A lesson as plain data: what a `lesson.md` below `lessons/` becomes before anything is drawn.
 * It is JSON: the build writes it into the package, the program reads it back.
 */
import type { ApproachName, WorkloadName } from "../lab/spec.ts";
import type { VerdictWord } from "../lab/result.ts";

export interface Lesson {
  /** Name of its folder, such as `01-difference`; what `lesson ID` takes. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** About how long it takes. */
  readonly minutes: number;
  readonly steps: readonly Step[];
  /** Code files of its folder that labs show and run, by name: exactly their bytes. */
  readonly code: Readonly<Record<string, string>>;
}

interface StepBase {
  /** Unique in the lesson: the block's id, or the heading in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly body: readonly Block[];
}
export type Step =
  | (StepBase & { readonly kind: "read" })
  | (StepBase & { readonly kind: "predict"; readonly question: Question })
  | (StepBase & { readonly kind: "quiz"; readonly question: Question })
  | (StepBase & { readonly kind: "lab"; readonly lab: Lab });

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────

export type Block =
  | { readonly kind: "paragraph"; readonly text: Rich }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Rich[] }
  | { readonly kind: "quote"; readonly text: Rich }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  /** Text that follows what was measured. */
  | { readonly kind: "finding"; readonly said: Said };

export type Rich = readonly Inline[];
export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly style: InlineStyle }
  /** A place where a figure of the learner's own goes. */
  | { readonly kind: "figure"; readonly ref: FigureRef; readonly style: InlineStyle };
export type InlineStyle = "plain" | "strong" | "emphasis" | "code";

/**
 * What is said depends on what was measured: the first case whose conditions all hold.
 * The last case has no conditions, so that there always is something true to say.
 */
export type Said = readonly SaidCase[];
export interface SaidCase {
  readonly when: readonly Condition[];
  readonly body: readonly Block[];
}

export type Condition =
  /** `parallel faster|too-close sequential in computing`: the verdict of lab `computing` is one of the words. */
  | {
      readonly kind: "verdict";
      readonly lab: string;
      readonly a: string;
      readonly b: string;
      readonly words: readonly VerdictWord[];
    }
  /** `machine.cores < 2`, `computing.parallel.busy >= 150`. */
  | {
      readonly kind: "compare";
      readonly ref: FigureRef;
      readonly operator: "<" | "<=" | ">" | ">=" | "=";
      readonly value: number;
    };

/** Fields of one variant of a lab that was run. Written `{lab.variant.field}`. */
export const runFields = [
  "wall", // median wall time, ms
  "spread", // ms
  "cpu", // CPU time of the run's threads, ms
  "busy", // CPU time / wall time, in per cent of one core: 200 is two cores all the time
  "startup", // ms
  "warmup", // ms
  "threads",
  "running", // most running at once
  "waiting", // most waiting at once
  "cores", // number of cores seen computing
  "switches",
  "cpu-percent", // of the process, as pidusage saw it
  "memory", // of the process, MB
  "first", // when the first task finished, ms
  "last", // when the last task finished, ms
] as const;
export type RunField = (typeof runFields)[number];

export const machineFields = ["cores", "model", "memory", "node"] as const;
export type MachineField = (typeof machineFields)[number];

export type FigureRef =
  | { readonly kind: "run"; readonly lab: string; readonly variant: string; readonly field: RunField }
  /** `{lab.variant.finished.3}`: when task 3 (counted from 1) finished, ms. */
  | { readonly kind: "finished"; readonly lab: string; readonly variant: string; readonly task: number }
  /** `{lab.parallel/sequential}`: how many times faster the first is than the second (2: half the time). */
  | { readonly kind: "ratio"; readonly lab: string; readonly a: string; readonly b: string }
  /** `{machine.cores}` */
  | { readonly kind: "machine"; readonly field: MachineField }
  /** `{prediction.ID}`: what the learner predicted, in words. */
  | { readonly kind: "prediction"; readonly question: string };

// ── Labs ─────────────────────────────────────────────────────────────────────────────────────────────

/** `4`, `cores`, `2*cores`, `cores+1` or `tasks`: a number that may depend on the machine. */
export type Count =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "cores"; readonly times: number; readonly plus: number }
  | { readonly kind: "tasks" };

/** `cores`: how many of the cores the threads of a run are confined to. */
export const knobNames = ["approach", "tasks", "task-ms", "workers", "slice-ms", "cores"] as const;
export type KnobName = (typeof knobNames)[number];

export interface Lab {
  readonly id: string;
  readonly workload: WorkloadName;
  /** The approaches that may be chosen; the first is the one to begin with. */
  readonly approaches: readonly ApproachName[];
  readonly tasks: Count;
  /** Milliseconds; a list is dealt out to the tasks in turn. */
  readonly taskMs: number | readonly number[];
  readonly workers: Count;
  readonly sliceMs: number;
  /**
   * What an experiment varies; its runs are made in turn, `repeat` times each.
   * Without it the lab is one run at a time, of what the knobs say.
   */
  readonly vary:
    | { readonly knob: "approach"; readonly values: readonly ApproachName[] }
    | { readonly knob: Exclude<KnobName, "approach">; readonly values: readonly Count[] }
    | null;
  readonly repeat: number;
  /** Knobs that the learner may turn. */
  readonly knobs: readonly KnobName[];
  /** File of the lesson's folder that carries out an approach. The screen shows it and the engine runs it. */
  readonly code: Readonly<Partial<Record<ApproachName, string>>>;
  readonly view: LaneView;
  /** What is shown when the run is done; `null`: bars where something was varied, else what was watched. */
  readonly end: LaneView | "bars" | null;
  /** Whether the CPU use and the memory of the whole program stand among the figures. */
  readonly process: boolean;
  /** What a task is called here: `dish`, `mail`. */
  readonly noun: string;
}
export const laneViews = ["cores", "threads", "tasks"] as const;
export type LaneView = (typeof laneViews)[number];

// ── Questions ────────────────────────────────────────────────────────────────────────────────────────

/** The closed set of question kinds; each has a pure grader in `questions/`. */
export const questionKinds = [
  "choice",
  "choices",
  "order",
  "estimate",
  "table",
  "fastest",
  "factor",
  "threads",
  "waiting",
  "busy",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

interface QuestionBase {
  readonly id: string;
  readonly ask: Rich;
}
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | OrderQuestion
  | EstimateQuestion
  | TableQuestion
  | FastestQuestion
  | FactorQuestion
  | CountQuestion
  | BusyQuestion;

/** One of several, the same on every machine. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly options: readonly FixedOption[];
}
/** Several of several. */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: "choices";
  readonly options: readonly FixedOption[];
}
export interface FixedOption {
  readonly text: Rich;
  readonly right: boolean;
  /** Why it is right, or the misconception behind it. */
  readonly why: Said;
}
/** Put in order. `items` are in the right order; the screen mixes them (the same way each time). */
export interface OrderQuestion extends QuestionBase {
  readonly kind: "order";
  readonly items: readonly Rich[];
  readonly why: Said;
}
/** Estimate a number that a run then measures; graded by how close. */
export interface EstimateQuestion extends QuestionBase {
  readonly kind: "estimate";
  readonly measure: FigureRef;
  readonly unit: "ms" | "%" | "times" | "";
  readonly start: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
  readonly why: Said;
}
/** A table of estimates: one row for each approach, one column for each lab. Graded cell by cell. */
export interface TableQuestion extends QuestionBase {
  readonly kind: "table";
  readonly rows: readonly ApproachName[];
  readonly columns: readonly { readonly lab: string; readonly title: string }[];
  readonly unit: "ms";
  readonly start: number;
  readonly step: number;
  readonly min: number;
  readonly max: number;
  readonly why: Said;
}
/** Which variant of the lab was fastest? Options: the variants, and "too close to call here". */
export interface FastestQuestion extends QuestionBase {
  readonly kind: "fastest";
  readonly lab: string;
  readonly among: readonly string[];
  /** By variant id, and `too-close`. */
  readonly why: Readonly<Record<string, Said>>;
}
/** How many times faster was `a` than `b`? The nearest option on a log scale is right; 1 where it is too close to call. */
export interface FactorQuestion extends QuestionBase {
  readonly kind: "factor";
  readonly lab: string;
  readonly a: string;
  readonly b: string;
  readonly options: readonly { readonly factor: number; readonly text: Rich | null; readonly why: Said }[];
}
/** How many threads did it take? How many tasks were waiting at once? The measured number is always among the options. */
export interface CountQuestion extends QuestionBase {
  readonly kind: "threads" | "waiting";
  readonly lab: string;
  readonly variant: string;
  readonly options: readonly { readonly count: Count; readonly why: Said }[];
  /** Said of the measured number when no option names it. */
  readonly why: Said;
}
/** How busy was the core, in per cent of one core? The nearest option is right. */
export interface BusyQuestion extends QuestionBase {
  readonly kind: "busy";
  readonly lab: string;
  readonly variant: string;
  readonly options: readonly { readonly percent: number; readonly why: Said }[];
}

// ── Answers ──────────────────────────────────────────────────────────────────────────────────────────

/** What a learner answered; the shape follows the kind of the question. */
export type Answer =
  /** `choice`, `factor`, `busy`: index of the option. `fastest`, `threads`, `waiting`: see `value`. */
  | { readonly kind: "option"; readonly index: number }
  | { readonly kind: "options"; readonly indexes: readonly number[] }
  /** Indexes into `items`, in the learner's order. */
  | { readonly kind: "order"; readonly indexes: readonly number[] }
  | { readonly kind: "number"; readonly value: number }
  /** Row by row, column by column. */
  | { readonly kind: "table"; readonly cells: readonly (readonly number[])[] }
  /** The variant id, or `too-close`. */
  | { readonly kind: "variant"; readonly id: string };

/** How an answer compares with what was measured. */
export interface Grade {
  readonly outcome: "right" | "close" | "wrong";
  /** The right answer in words, with the learner's own figures. */
  readonly truth: string;
  /** What to say about this answer. */
  readonly why: Said;
  /** `table`: the outcome of each cell, row by row. */
  readonly cells?: readonly (readonly Grade["outcome"][])[];
}

// ── Measurements that questions are graded against ───────────────────────────────────────────────────

/** What is kept of a lab that was run: enough to fill figures in and grade questions, today or after a restart. */
export interface LabRecord {
  readonly lab: string;
  readonly variants: readonly VariantRecord[];
  readonly verdicts: readonly {
    readonly a: string;
    readonly b: string;
    readonly ratio: number;
    readonly verdict: VerdictWord;
  }[];
  /** ISO time. */
  readonly at: string;
}
export interface VariantRecord {
  readonly id: string;
  /** What it is called on the screen, where that is not its id: `2 workers`, `on 1 core`. */
  readonly label?: string;
  /** The figures of the median run. Numbers, or `null` where the system did not tell. */
  readonly figures: Readonly<Record<RunField, number | null>>;
  /** When each task finished, ms; kept for up to 100 tasks. */
  readonly finishedAtMs: readonly number[];
}
/** Everything that text and grades may refer to. */
export interface Measured {
  readonly labs: Readonly<Record<string, LabRecord>>;
  readonly machine: {
    readonly cores: number;
    readonly model: string;
    readonly memoryGb: number;
    readonly node: string;
  };
  /** Predictions in words, by question id. */
  readonly predictions: Readonly<Record<string, string>>;
}
