import type { MessagePort } from "node:worker_threads";
import type { ApproachName, WorkloadName } from "../spec.ts";
import type { TaskInput } from "../workloads/workload.ts";

/** What a thread of a run is given when it starts. */
export interface ThreadData {
  readonly thread: number;
  readonly ring: SharedArrayBuffer;
  readonly workload: WorkloadName;
  /** Milliseconds for which to warm the work up; 0 for none. */
  readonly warmUpMs: number;
}

/** From the program to a thread of a run. */
export type Command =
  /** To a worker: tasks will come through this port. */
  | { readonly kind: "serve"; readonly port: MessagePort }
  /** To the coordinator: carry out the approach. */
  | {
      readonly kind: "go";
      readonly approach: ApproachName;
      readonly code: string | null;
      readonly inputs: readonly TaskInput[];
      readonly ports: readonly MessagePort[];
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
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Between the coordinator and its workers. */
export type TaskRequest = TaskInput;
export type TaskAnswer =
  { readonly index: number; readonly result: number } | { readonly index: number; readonly error: string };
