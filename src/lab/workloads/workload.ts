/** What a workload may do with its thread. Every call leaves its mark in the trace. */
export interface Turn {
  /** Lets the other tasks of this thread have a turn. Returns at once when there are none. */
  giveWay(): Promise<void>;
  /** Waits, needing no core, until `start` says it is over. */
  wait(start: (over: () => void) => void): Promise<void>;
}

/** Numbers that a task gets along; the same for every task of a run but for its length. */
export interface TaskInput {
  readonly index: number;
  /** How long the task lasts by itself, in milliseconds. */
  readonly ms: number;
  /** CPU tasks: how much to compute, in units of the kernel, in all and in one slice. */
  readonly units: number;
  readonly unitsPerSlice: number;
}

/**
 * What one task does.
 * @returns the result of its work, a 32-bit integer: the same for the same input, whatever the approach
 */
export type Workload = (input: TaskInput, turn: Turn) => Promise<number>;
