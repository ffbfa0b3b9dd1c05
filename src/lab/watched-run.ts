import type { Trace } from "./trace/trace.ts";

/** How a run is watched and ended from outside, whether its work is done by threads or by a program. */
export interface WatchedRunOptions {
  /** Cores that may be used at once, and their numbers where the system tells. */
  readonly cores: number;
  readonly coreIds: readonly number[] | null;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between two looks: at what happened and at the cores. */
  readonly tickMs: number;
  /** Keep every event for an export. */
  readonly keepEvents?: boolean | undefined;
  /** The trace, as soon as the work is about to begin; it grows while the run goes on. */
  readonly onTrace?: ((trace: Trace) => void) | undefined;
  /** Frames drawn so far, where the run is drawn live. */
  readonly countFrames?: (() => number) | undefined;
}
