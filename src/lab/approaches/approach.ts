import type { Server } from "node:http";

/** A task as an approach sees it. */
export interface Task {
  readonly index: number;
  /** Whether it has something to compute: only that is worth a worker. */
  readonly computes: boolean;
  /** Carries the task out on this thread; settles when it is done. */
  run(): Promise<void>;
  /** Its I/O alone, on this thread. What comes of it is for the worker that does the rest. */
  load(): Promise<Loaded>;
  /** Computes one slice, here and now; whether there is more to come. */
  step(): boolean;
}

/** What a task has loaded: to be handed to a worker. */
export type Loaded = Uint8Array | null;

/** A worker thread as an approach sees it. */
export interface Worker {
  /** Carries the task out on that thread, or what is left of it after `load`; settles when it is done. */
  run(task: Task, loaded?: Loaded): Promise<void>;
}

/** Workers that share out what they are given: each takes the next task as soon as it is free. */
export interface Pool {
  run(task: Task, loaded?: Loaded): Promise<void>;
}

/** What an approach has at hand. */
export interface Tools {
  readonly workers: readonly Worker[];
  readonly pool: Pool;
  /** Most tasks to have in flight; `null` without a limit. */
  readonly limit: number | null;
  /** Asks the server of the run; each call is the next task. Only where there is a server. */
  readonly fetch: (path: string) => Promise<Response>;
  /** Opens a server for the clients of the run; settles when they are done with it. Only where there are clients. */
  readonly serve: (server: Server) => Promise<void>;
}

/** Carries out all tasks; settles when the last one is done. What it returns is what its code had in hand then. */
export type Approach = (tasks: readonly Task[], tools: Tools) => Promise<unknown>;
