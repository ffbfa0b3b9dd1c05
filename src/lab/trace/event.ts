/** What can happen to a task. The numbers are what the ring stores. */
export const EventKind = {
  /** Known to the run, no turn yet. */
  queued: 0,
  /** Begins to run. */
  started: 1,
  /** Stops running until a timer or an answer arrives: needs no core meanwhile. */
  waiting: 2,
  /** Gives its thread to another task though it has more to compute. */
  yielded: 3,
  /** Runs again after waiting or after another task's turn. */
  resumed: 4,
  finished: 5,
  failed: 6,
  /** Handed to another thread, which has yet to take it. */
  handed: 7,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];
export type EventName = keyof typeof EventKind;

export interface TraceEvent {
  /** Milliseconds on the shared clock (`readClock`). */
  readonly atMs: number;
  readonly task: number;
  readonly kind: EventKind;
}
