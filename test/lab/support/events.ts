import { EventKind, type EventName } from "../../../src/lab/trace/event.ts";
import type { Trace } from "../../../src/lab/trace/trace.ts";

const names = new Map<EventKind, EventName>(
  Object.entries(EventKind).map(([name, kind]) => [kind, name as EventName]),
);

export function nameOf(kind: EventKind): EventName {
  const name = names.get(kind);
  if (name === undefined) throw new Error(`no such kind: ${String(kind)}`);
  return name;
}

/** What became of one task, in order. The trace must have kept its events. */
export function historyOf(trace: Trace, task: number): EventName[] {
  return [...trace.events()]
    .filter((event) => event.task === task)
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ kind }) => nameOf(kind));
}

/** Which tasks began or went on to run on a thread, in order. */
export function turnsOn(trace: Trace, thread: number): number[] {
  return [...trace.events()]
    .filter((event) => event.thread === thread)
    .filter(({ kind }) => kind === EventKind.started || kind === EventKind.resumed)
    .map(({ task }) => task);
}
