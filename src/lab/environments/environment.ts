import type { RunExtra } from "../result.ts";
import type { RunSpec } from "../spec.ts";
import type { Speeds } from "../speeds.ts";

/** What a run needs beside its threads: a server, files, memory that they share. */
export interface Environment {
  /** Given to every thread of the run, by structured clone. */
  readonly data: unknown;
  /** Most tasks that may be in flight, where that is fewer than the run asks for; `notes` say why. */
  readonly limit?: number;
  readonly notes?: readonly string[];
  /** The run is over: what only the environment knows of it. */
  finish?(): Promise<RunExtra>;
  /** Takes everything away again, whatever has happened. */
  release(): Promise<void>;
}

export interface EnvironmentOptions {
  readonly signal?: AbortSignal | undefined;
  /** Folder of the bundled entries of processes of its own. */
  readonly entry: URL;
  /** How fast the work is done here: what is made for it is as large as that asks for. */
  readonly speeds: Speeds;
}

export type EnvironmentFactory = (spec: RunSpec, options: EnvironmentOptions) => Promise<Environment>;

/** The environment could not be made. The message says in one line what happened and what to do. */
export class EnvironmentFailure extends Error {
  override readonly name = "EnvironmentFailure";
}
