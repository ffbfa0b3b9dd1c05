/** From what was seen of a run to a trace, so that it is drawn on the same lanes as every other run. */
import { EventKind } from "../lab/trace/event.ts";
import { Trace } from "../lab/trace/trace.ts";
import type { SeenRun } from "./model.ts";

/** Of the time between two looks that a thread was on a core for it to count as running. */
const runningShare = 0.3;

/**
 * Requests are tasks that wait. Of a run without requests the tasks are what the threads computed: one for each thread,
 * running where the system saw it on a core, waiting where not.
 */
export function traceOf(seen: SeenRun): Trace {
  const asks = seen.requests.length > 0;
  const threads = seen.threads.length > 0 ? seen.threads : [{ label: "", samples: [] }];
  const trace = new Trace({
    tasks: asks ? seen.requests.length : threads.length,
    threadLabels: threads.map(({ label }) => label),
  });
  if (asks) recordRequests(trace, seen);
  else recordThreads(trace, seen);
  for (const [thread, { samples }] of threads.entries()) {
    for (const [atMs, core, cpuMs] of samples) {
      if (atMs <= seen.endMs) trace.sample(thread, atMs, core, cpuMs);
    }
  }
  trace.finish(seen.endMs);
  return trace;
}

function recordRequests(trace: Trace, { requests, endMs }: SeenRun): void {
  const events = requests.flatMap(({ fromMs, toMs, end }, task) => {
    const from = Math.min(fromMs, endMs);
    const to = toMs === null ? null : Math.min(toMs, endMs);
    return [
      { atMs: 0, task, kind: EventKind.queued },
      { atMs: from, task, kind: EventKind.started },
      { atMs: from, task, kind: EventKind.waiting },
      ...(to === null
        ? []
        : [{ atMs: to, task, kind: end === "answered" ? EventKind.finished : EventKind.failed }]),
    ];
  });
  // The sort is stable: what happens to one task at one moment stays in its order.
  for (const { atMs, task, kind } of events.sort((a, b) => a.atMs - b.atMs))
    trace.record(0, atMs, task, kind);
}

function recordThreads(trace: Trace, { threads, endMs }: SeenRun): void {
  for (const [thread, { samples }] of threads.entries()) {
    let wasRunning: boolean | null = null;
    for (let at = 0; at + 1 < samples.length; at++) {
      const [from = 0, , cpuFrom = 0] = samples[at] ?? [];
      const [to = 0, , cpuTo = 0] = samples[at + 1] ?? [];
      if (from > endMs || to <= from) continue;
      const isRunning = cpuTo - cpuFrom >= runningShare * (to - from);
      if (isRunning === wasRunning) continue;
      if (wasRunning === null) trace.record(thread, from, thread, EventKind.started);
      if (!isRunning) trace.record(thread, from, thread, EventKind.waiting);
      else if (wasRunning === false) trace.record(thread, from, thread, EventKind.resumed);
      wasRunning = isRunning;
    }
    const last = samples.at(-1)?.[0];
    if (wasRunning !== null && last !== undefined) {
      trace.record(thread, Math.min(last, endMs), thread, EventKind.finished);
    }
  }
}
