import type { Server } from "node:http";
import type { Reason } from "../told.ts";
import type { RunExtra } from "../result.ts";
import type { RunSpec } from "../spec.ts";
import type { EventKind } from "../trace/event.ts";

/** What a workload may do with its thread. Every call leaves its mark in the trace. */
export interface Turn {
  /** Lets the other tasks of this thread have a turn. Returns at once when there are none. */
  giveWay(): Promise<void>;
  /** Waits, needing no core, until `start` says it is over, or rejects when that is how it ended. */
  wait(start: (over: (error?: Error) => void) => void): Promise<void>;
  /** Waits with the whole thread: nothing else can have a turn on it until `sleep` returns. */
  block(sleep: () => void): void;
}

/** Numbers that a task gets along; the same for every task of a run but for its length. */
export interface TaskInput {
  readonly index: number;
  /** How long the task lasts by itself, in milliseconds. */
  readonly ms: number;
  /** How much there is to compute, in units of the workload, in all and in one slice. */
  readonly units: number;
  readonly unitsPerSlice: number;
}

/** What a thread of a run knows when it makes its work. */
export interface WorkContext {
  readonly spec: RunSpec;
  /** From 0, which is the coordinator. */
  readonly thread: number;
  /** What the environment of the run gave along (`environments/`), by structured clone. */
  readonly environment: unknown;
}

/** What a task does on one thread of a run. Results are 32-bit integers: the same for the same input, whatever the approach. */
export interface Work {
  /** The whole task. */
  run(input: TaskInput, turn: Turn): Promise<number>;
  /** Its I/O alone, on the thread of an event loop; what comes of it goes to `compute` on another thread. */
  readonly load?: (input: TaskInput, turn: Turn) => Promise<Uint8Array | null>;
  /** What is left to compute after `load`. */
  readonly compute?: (input: TaskInput, loaded: Uint8Array | null, turn: Turn) => Promise<number>;
  /** Whether the task has something to compute that is worth a worker. */
  computes(input: TaskInput): boolean;
  /** The run begins now; called on the thread that carries out the approach, and on no other. */
  readonly begin?: () => void;
  /** The run is over: what only its work on that thread can tell. */
  readonly finish?: () => RunExtra;
  /** Asks the server of the run for a path, as a task. */
  readonly fetch?: (input: TaskInput, path: string, turn: Turn) => Promise<Response>;
  /** Lets the clients of the run have a server, until they are done with it; `record` is told of what they ask for: a task, or light requests (`null`). */
  readonly serve?: (server: Server, record: (task: number | null, kind: EventKind) => void) => Promise<void>;
  /** Whether tasks come up while the run goes on; else all are there from its beginning. */
  readonly tasksArrive?: boolean;
  /** Whether the run is only over when this task is done; always, unless said otherwise. */
  readonly isWanted?: (input: TaskInput) => boolean;
  /** What happened and what to do, where an error of a task speaks of its surroundings; else `null`. */
  readonly explain?: (error: unknown) => Reason | null;
  /** What it computes, slice by slice: for code that decides itself when others have a turn. */
  readonly steps?: (input: TaskInput) => Generator<void, number, void>;
  /**
   * Does the work for a while, unrecorded, so that what is measured is the work and not the compiler.
   * @returns units a millisecond; `null` where nothing is calibrated
   */
  warmUp(ms: number): Promise<number | null>;
}

export type WorkFactory = (context: WorkContext) => Work | Promise<Work>;
