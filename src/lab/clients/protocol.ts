/** What the clients of a server, a process of their own, and those who use them agree on. */
import type { Reason } from "../told.ts";
import type { Delay, Latency } from "../result.ts";

/** What the clients are to do; given to their process when it starts. */
export interface LoadPlan {
  /** Light requests a second, over all connections together. */
  readonly lightPerSecond: number;
  readonly durationMs: number;
  /** Which pictures are asked for and when, in milliseconds from the first light request. */
  readonly pictures: readonly { readonly task: number; readonly atMs: number }[];
}

/** From the clients' process to the one that started it: the first and only thing that it says. */
export type ClientsReport =
  /** They wait at this port to be told where the server is. */
  | { readonly kind: "ready"; readonly port: number; readonly freeFiles: number | null }
  | { readonly kind: "failed"; readonly reason: string };

/** What they found. */
export interface LoadMeasured {
  readonly latency: Latency;
  /** Of each light request: when it was due, on the clock, and how long it took from then to its answer. */
  readonly delays: readonly Delay[];
  /** Connections that were open, and had been answered, when the measurement began and still were when it ended. */
  readonly connections: number;
}

/**
 * Between the server and the clients, over a connection of its own, a line of JSON each: the server tells its port, and
 * hears what they found when they are done.
 */
export interface Hello {
  readonly port: number;
  /** Connections that are to stay open, each with at most one light request under way. */
  readonly connections: number;
}
export type Bye = { readonly measured: LoadMeasured } | { readonly failed: Reason };

export const lightPath = "/hello";
/** The picture of a task, from 0. */
export function picturePath(task: number): string {
  return `/image/${task}`;
}
/** The task of a picture's path; `null` for any other path. */
export function taskOf(path: string): number | null {
  const [, task] = /^\/image\/(\d+)$/.exec(path) ?? [];
  return task === undefined ? null : Number(task);
}
