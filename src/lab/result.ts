import type { Picture } from "./pictures/picture.ts";
import type { ApproachName, RunSpec } from "./spec.ts";

/** What one finished run measured. All times in milliseconds. */
export interface RunFigures {
  /** From the start of the approach to its end, taken on the thread where it ran. */
  readonly wallMs: number;
  /** CPU time of the run's threads during `wallMs`. `null` where the system does not tell. */
  readonly cpuMs: number | null;
  /** Until the threads of the run were there and ready; not part of `wallMs`. 0 when they were there already. */
  readonly startupMs: number;
  /** Warm-up of the work on those threads; not part of `wallMs`. */
  readonly warmupMs: number;
  /** Threads that carried out tasks. */
  readonly threads: number;
  /** Most tasks that were running at the same moment: as many as had a core, and CPU time, of their own. */
  readonly peakRunning: number;
  /** Most tasks that were waiting (for a timer, not for a core) at the same moment. */
  readonly peakWaiting: number;
  /** Cores on which the run's threads were seen computing, ascending. `null` where the system does not tell. */
  readonly cores: readonly number[] | null;
  /** Use of every core of the machine meanwhile, by all programs together, in per cent. */
  readonly coreUsePercent: readonly number[];
  /** Events lost because a ring was full. A run with any is not used for a verdict. */
  readonly droppedEvents: number;
  /** When each task ended, in milliseconds from the start of the run, by task; `NaN` where its event was dropped. */
  readonly finishedAtMs: readonly number[];
  /** Combined result of all tasks. The same work gives the same checksum whatever the approach. */
  readonly checksum: number;
  /** Most tasks in flight that were allowed in the end; `null` without a limit. */
  readonly limit: number | null;
  /** What one has to know about this run, in whole sentences: what was lowered, and why. */
  readonly notes: readonly string[];
  /** What `wallMs` was made of, where the run tells; the three add up to it. */
  readonly phases: Phases | null;
  /** Of requests or timers, where the run has any that are watched so. */
  readonly latency: Latency | null;
  /** What tasks that share a counter should have counted, and what stood there in the end. */
  readonly counted: { readonly expected: number; readonly found: number } | null;
  /**
   * Most memory in buffers that the run's first thread had at a time, more than before, in MB: where tasks hold some.
   * Buffers that nobody needs any more count until they are collected.
   */
  readonly buffersMb: number | null;
  /** What the approach's code had in hand in the end: the number that it returned, or the length. */
  readonly answers: number | null;
  readonly endedBy: "itself" | "deadline";
  /** What the threads were doing when the deadline ended the run. */
  readonly stuck: "waiting" | "spinning" | null;
  /** What ran the program, where the work was one in a process of its own. */
  readonly runtime: Runtime | null;
  /** Memory, threads and CPU over the run, from before its threads are started. */
  readonly resources: readonly ResourceSample[];
  /** Connections that the clients of a server kept open, over each of which they were answered. */
  readonly connections: number | null;
  /** How late each timer was, or how long each light request took, in no order; empty where there were none. */
  readonly delays: readonly Delay[];
  /** A picture that was worked on, before and after; `null` where there are none. */
  readonly pictures: PicturePair | null;
  /** Times that a task gave its thread to another one. */
  readonly switches: number;
  /** Highest CPU % (100 is one core) and memory of this process while the run went on, as pidusage saw them. */
  readonly processCpuPercent: number | null;
  readonly processMemoryMb: number | null;
  /** What drawing cost meanwhile. Absent when nothing was drawn. */
  readonly drawing?: DrawingCost;
}

/** The interpreter of a program: `python` `3.11.7`. */
export interface Runtime {
  readonly language: "python" | "node";
  readonly version: string;
}

export interface Phases {
  /** Until the first worker was there. */
  readonly startMs: number;
  /** Nobody computed: data were on their way, or packed and unpacked. */
  readonly handOverMs: number;
  /** Somebody computed. */
  readonly computeMs: number;
}

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly perSecond: number;
  readonly count: number;
}

export interface Delay {
  /** When it was due, from the start of the run; on the clock where a thread tells of it. */
  readonly atMs: number;
  readonly lateMs: number;
}

/** Small enough to be kept with the figures: what the screen can show. */
export interface PicturePair {
  readonly before: Picture;
  readonly after: Picture;
}

/** The whole process at a moment of the run; `null` where the system does not tell. */
export interface ResourceSample {
  /** From the start of the run; negative while its threads are started. */
  readonly atMs: number;
  readonly memoryMb: number | null;
  readonly threads: number | null;
  /** 100 is one core. */
  readonly cpuPercent: number | null;
}

/** What only those tell who carry a run out: its coordinator, or what it ran against. */
export type RunExtra = Partial<
  Pick<
    RunFigures,
    "limit" | "notes" | "phases" | "latency" | "counted" | "connections" | "buffersMb" | "pictures" | "delays"
  >
>;

export interface DrawingCost {
  readonly frames: number;
  readonly framesPerSecond: number;
  /** CPU time of the drawing thread. */
  readonly cpuMs: number;
}

/** A run ends in one of three ways. */
export type RunResult =
  | { readonly state: "done"; readonly spec: RunSpec; readonly figures: RunFigures }
  | { readonly state: "failed"; readonly spec: RunSpec; readonly reason: string }
  | { readonly state: "aborted"; readonly spec: RunSpec };

/** What an experiment allows one to say of `a` against `b`. */
export type VerdictWord = "faster" | "slower" | "too-close";

/** A verdict: `a` is faster than `b`, slower, or the difference lies within the spread. */
export interface Verdict {
  readonly a: string;
  readonly b: string;
  /** Median of `b` divided by that of `a`, of what was compared: 2 says that `a` takes half the time. */
  readonly ratio: number;
  readonly verdict: VerdictWord;
}

/** One of the runs that an experiment compares, repeated. */
export interface VariantResult {
  /** What tells it from the others: an approach (`parallel`) or a value (`1000`). */
  readonly id: string;
  readonly approach: ApproachName;
  readonly spec: RunSpec;
  readonly runs: readonly RunFigures[];
  readonly medianWallMs: number;
  /** Distance between the quartiles of the wall times. */
  readonly spreadMs: number;
}

/** An experiment: its variants in the order in which they were asked for. */
export interface ExperimentResult {
  readonly variants: readonly VariantResult[];
  /** Every variant against every earlier one. */
  readonly verdicts: readonly Verdict[];
}
