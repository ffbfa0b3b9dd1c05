/** Labs: what is run, and how it is shown. */
import type { ApproachName, ClientName, WorkloadName } from "../../lab/spec.ts";
import type { RunField } from "./figures.ts";

/** `4`, `cores`, `2*cores`, `cores+1` or `tasks`: a number that may depend on the machine. */
export type Count =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "cores"; readonly times: number; readonly plus: number }
  | { readonly kind: "tasks" };

/**
 * Knobs that hold a number. `cores`: how many of the cores the threads of a run are confined to; `limit`: most tasks
 * in flight, of which `tasks` is no limit; the others are what `RunSpec` calls so.
 */
export const numberKnobs = [
  "tasks",
  "task-ms",
  "workers",
  "slice-ms",
  "cores",
  "limit",
  "compute-ms",
  "serial-ms",
  "size",
  "connections",
] as const;
export type NumberKnob = (typeof numberKnobs)[number];
export const knobNames = ["approach", ...numberKnobs] as const;
export type KnobName = (typeof knobNames)[number];

/** What a run is made with beside the knobs. */
export interface LabSetting {
  /** Milliseconds after which the run is ended. */
  readonly deadlineMs: number | null;
  /** Requests, from 0, that fail. */
  readonly failing: readonly number[];
  readonly client: ClientName | null;
  /** File of the lesson's folder that says what one task does. */
  readonly taskCode: string | null;
}

/** One of several runs that differ in more than a number: it says what is other than in its lab. */
export interface Case {
  readonly id: string;
  /** What it is called on the screen: `Promise.all`, `100 threads`; without one, what its id is called. */
  readonly label: string | null;
  readonly workload: WorkloadName | null;
  readonly approach: ApproachName | null;
  readonly code: string | null;
  readonly knobs: Readonly<Partial<Record<NumberKnob, Count>>>;
  readonly setting: Partial<LabSetting>;
  /** Which case its bar is compared with, in words; the first one without it. */
  readonly against: string | null;
  /** Of a Python program: the same in Node, which takes its place where there is no Python. Without one it is left out. */
  readonly twin: { readonly label: string | null; readonly code: string } | null;
}

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
  /** `tasks` is no limit. */
  readonly limit: Count;
  readonly computeMs: number;
  readonly serialMs: number;
  readonly size: number;
  readonly connections: number;
  readonly setting: LabSetting;
  /**
   * What an experiment varies; its runs are made in turn, `repeat` times each.
   * Without it the lab is one run at a time, of what the knobs say.
   */
  readonly vary:
    | { readonly knob: "approach"; readonly values: readonly ApproachName[] }
    | { readonly knob: "case"; readonly values: readonly Case[] }
    | { readonly knob: NumberKnob; readonly values: readonly Count[] }
    | null;
  /** What is compared: less of it is called faster. */
  readonly measure: RunField;
  readonly repeat: number;
  /** Knobs that the learner may turn. */
  readonly knobs: readonly KnobName[];
  /** File of the lesson's folder that carries out an approach. The screen shows it and the engine runs it. */
  readonly code: Readonly<Partial<Record<ApproachName, string>>>;
  readonly view: LaneView;
  /** What is shown when the run is done; `null`: bars where something was varied, else what was watched. */
  readonly end: LaneView | ChartView | null;
  /** Whether bars show what the time was made of: start, hand-over, computing. */
  readonly parts: boolean;
  /** Whether the CPU use and the memory of the whole program stand among the figures. */
  readonly process: boolean;
  /** What a task is called here: `dish`, `mail`. */
  readonly noun: string;
  /** Several of them: `dishes`, `mails`. */
  readonly nouns: string;
}
export const laneViews = ["cores", "threads", "tasks"] as const;
export type LaneView = (typeof laneViews)[number];
/**
 * What a finished run shows besides lanes. `bars`: what is compared; `curve`: speed-ups, where the workers were varied;
 * `resources`: memory, threads and CPU over time; `pictures`: one before and after, where the tasks are pictures.
 */
export const chartViews = ["bars", "curve", "resources", "pictures"] as const;
export type ChartView = (typeof chartViews)[number];
