/** How tasks are carried out. */
export const approachNames = ["sequential", "concurrent", "parallel"] as const;
export type ApproachName = (typeof approachNames)[number];

/** What one task does. */
export const workloadNames = ["cpu", "wait"] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** One workload to be carried out by one approach. */
export interface RunSpec {
  readonly workload: WorkloadName;
  readonly approach: ApproachName;
  /** Number of tasks, numbered from 0 in the engine and from 1 on the screen. */
  readonly tasks: number;
  /** Worker threads of a parallel run. The other approaches use one thread whatever it says. */
  readonly workers: number;
  /** How long one task lasts by itself, in milliseconds. A list is dealt out in turn: task i gets item i modulo its length. */
  readonly taskMs: number | readonly number[];
  /** How long a CPU task computes before it lets another task of its thread have a turn, in milliseconds. */
  readonly sliceMs: number;
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
}

export const specLimits = {
  tasks: { min: 1, max: 100_000 },
  workers: { min: 1, max: 256 },
  taskMs: { min: 0, max: 600_000 },
  sliceMs: { min: 0.01, max: 10_000 },
  onCores: { min: 1, max: 4096 },
  repeat: { min: 1, max: 1_000 },
} as const;

export const defaultSliceMs = 20;

/** Milliseconds that task `index` lasts by itself. */
export function taskMsOf(spec: Pick<RunSpec, "taskMs">, index: number): number {
  if (typeof spec.taskMs === "number") return spec.taskMs;
  return spec.taskMs[index % spec.taskMs.length] ?? 0;
}
