import type { MessagePort } from "node:worker_threads";
import type { Loaded } from "../approaches/approach.ts";
import type { RunExtra } from "../result.ts";
import type { RunSpec } from "../spec.ts";
import type { Reason } from "../told.ts";
import type { SharedTasks } from "./shared-tasks.ts";
import type { TaskInput } from "../workloads/workload.ts";

/** What a thread of a run is given when it starts. */
export interface ThreadData {
  readonly thread: number;
  readonly ring: SharedArrayBuffer;
  readonly spec: RunSpec;
  /** What the environment of the run gives along. */
  readonly environment: unknown;
  /** Milliseconds for which to warm the work up; 0 for none. */
  readonly warmUpMs: number;
}

/** From the program to a thread of a run. */
export type Command =
  /** To a worker: tasks will come through this port, or lie in the queue. */
  | { readonly kind: "serve"; readonly port: MessagePort; readonly tasks: SharedTasks }
  /** To the coordinator: carry out the approach. */
  | {
      readonly kind: "go";
      /** What this thread computes alone before it begins with the tasks, in units of the kernel. */
      readonly serialUnits: number;
      readonly inputs: readonly TaskInput[];
      readonly ports: readonly MessagePort[];
      readonly tasks: SharedTasks;
    };

/** From a thread of a run to the program. */
export type Report =
  | {
      readonly kind: "ready";
      /** The system's id of this thread, or `null` where there is none to be had. */
      readonly systemId: number | null;
      /** Clock at which it began to run its own code, and at which the warm-up was over. */
      readonly startedAtMs: number;
      readonly readyAtMs: number;
      /** Speed of the CPU kernel on this thread, warm; `null` when there was no warm-up. */
      readonly unitsPerMs: number | null;
    }
  | {
      readonly kind: "finished";
      readonly startedAtMs: number;
      readonly finishedAtMs: number;
      readonly checksum: number;
      /** What the approach had in hand in the end. */
      readonly answers: number | null;
      readonly extra: RunExtra;
    }
  | { readonly kind: "failed"; readonly reason: Reason };

/**
 * From the coordinator to a worker: a task; the second half of one, with what was loaded for it; or to take tasks from
 * the queue until there are none.
 */
export type ToWorker = TaskInput | { readonly input: TaskInput; readonly loaded: Loaded } | "drain";
/**
 * From a worker: the index of a task whose result is there (a bare number, which crosses in half of the time that an
 * object takes); why there is none; or that it has found the queue empty.
 */
export type FromWorker = number | { readonly index: number; readonly error: Reason } | "drained";
