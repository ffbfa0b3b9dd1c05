/** How tasks are carried out. */
export const approachNames = ["sequential", "concurrent", "parallel", "hybrid"] as const;
export type ApproachName = (typeof approachNames)[number];

/** The three that everything begins with; `hybrid` is two of them at once. */
export const basicApproaches = ["sequential", "concurrent", "parallel"] as const satisfies ApproachName[];

/** What one task does. */
export const workloadNames = [
  "cpu",
  "wait",
  "block",
  "http",
  "file",
  "image",
  "python",
  "node",
  "timers",
  "queue",
  "counter",
  "server",
] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** Those that make sense without a lesson around them: what `run` and `compare` offer. */
export const publicWorkloads = [
  "cpu",
  "wait",
  "http",
  "file",
  "image",
  "python",
  "node",
] as const satisfies WorkloadName[];

/** How requests are made. */
export const clientNames = ["fetch", "node-http"] as const;
export type ClientName = (typeof clientNames)[number];

/** One workload to be carried out by one approach. */
export interface RunSpec {
  readonly workload: WorkloadName;
  readonly approach: ApproachName;
  /** Number of tasks, numbered from 0 in the engine and from 1 on the screen. */
  readonly tasks: number;
  /** Worker threads of a parallel or hybrid run. The other approaches use one thread whatever it says. */
  readonly workers: number;
  /** How long one task lasts by itself, in milliseconds. A list is dealt out in turn: task i gets item i modulo its length. */
  readonly taskMs: number | readonly number[];
  /** How long a CPU task computes before it lets another task of its thread have a turn, in milliseconds. */
  readonly sliceMs: number;
  /** Most tasks in flight at once, on the thread that waits for them; no limit without it. */
  readonly limit?: number;
  /** What a task that waited computes then, in milliseconds. */
  readonly computeMs?: number;
  /** What is computed by one thread alone before the tasks are shared out, in milliseconds. */
  readonly serialMs?: number;
  /** The run is ended after so many milliseconds, however far it is, and its figures say so. */
  readonly deadlineMs?: number;
  /** Requests, from 0, whose connection is reset when their answer is due. */
  readonly failing?: readonly number[];
  /** How requests are made; without it the engine chooses by how many are in flight. */
  readonly client?: ClientName;
  /** Programs: how many numbers are worked on by all tasks together. */
  readonly size?: number;
  /** Server: connections that its clients keep open. */
  readonly connections?: number;
  /**
   * Confine the threads of the run to this many of the cores that the program may use; all of them without it.
   * Linux only: elsewhere the run fails and says so.
   */
  readonly onCores?: number;
  /**
   * URL of a module whose default export carries out the approach, instead of the built-in one.
   * The lessons pass the very file that they show.
   */
  readonly code?: string;
  /** URL of a module whose default export is what one task does, for workloads that leave that to a lesson. */
  readonly taskCode?: string;
}

export const specLimits = {
  tasks: { min: 1, max: 100_000 },
  workers: { min: 1, max: 1000 },
  taskMs: { min: 0, max: 600_000 },
  sliceMs: { min: 0.01, max: 10_000 },
  limit: { min: 1, max: 100_000 },
  computeMs: { min: 0, max: 60_000 },
  serialMs: { min: 0, max: 60_000 },
  deadlineMs: { min: 10, max: 600_000 },
  size: { min: 1, max: 100_000_000 },
  connections: { min: 1, max: 10_000 },
  onCores: { min: 1, max: 4096 },
  repeat: { min: 1, max: 1_000 },
} as const;

export const defaultSliceMs = 20;

/** Approaches that are worth comparing: the hybrid one where tasks both wait and compute. */
export function approachesToCompare({
  workload,
  computeMs = 0,
}: Pick<RunSpec, "workload" | "computeMs">): readonly ApproachName[] {
  const doesBoth = workload === "file" || workload === "image" || computeMs > 0;
  return doesBoth ? approachNames : basicApproaches;
}

/** Milliseconds that task `index` lasts by itself. */
export function taskMsOf(spec: Pick<RunSpec, "taskMs">, index: number): number {
  if (typeof spec.taskMs === "number") return spec.taskMs;
  return spec.taskMs[index % spec.taskMs.length] ?? 0;
}

/** In a run of the queue so many are served at a time; the others wait with what they hold. */
export const servedAtOnce = 4;

/** In a run of timers one comes due every so many milliseconds. */
export const timerIntervalMs = 20;

/** When a task that is a timer is due, from the start of the run; `null` for all others. */
export function timerDueMs(spec: Pick<RunSpec, "workload">, index: number): number | null {
  return spec.workload === "timers" && index > 0 ? index * timerIntervalMs : null;
}

/** Worker threads that a run has beside the one that carries out its approach. */
export function workersOf(spec: Pick<RunSpec, "approach" | "workers">): number {
  return spec.approach === "parallel" || spec.approach === "hybrid" ? spec.workers : 0;
}

/** Threads that carry out tasks: in a hybrid run that of the event loop is one of them. */
export function threadsOf(spec: Pick<RunSpec, "approach" | "workers">): number {
  if (spec.approach === "parallel") return spec.workers;
  return spec.approach === "hybrid" ? spec.workers + 1 : 1;
}
