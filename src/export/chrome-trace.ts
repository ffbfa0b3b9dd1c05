import type { Trace } from "../lab/trace/trace.ts";
import { LaneState } from "../lab/trace/track.ts";

/**
 * An event of the Trace Event Format, which chrome://tracing and https://ui.perfetto.dev open
 * ("Trace Event Format", the Chromium project). Times in microseconds.
 */
export interface ChromeEvent {
  readonly name: string;
  readonly ph: "X" | "M" | "b" | "e";
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

const usPerMs = 1000;

/**
 * One run as trace events: a slice for each turn of a task on a thread, an async slice for each wait, and, as a
 * process of its own, which thread was seen on which core.
 * @param run its number, from 0, and name; runs become processes
 */
export function* listChromeEvents(
  trace: Trace,
  run: { number: number; name: string },
): Generator<ChromeEvent> {
  const threadsPid = 2 * run.number + 1;
  const coresPid = threadsPid + 1;
  yield nameProcess(threadsPid, `${run.name}: threads`);
  for (const { index, label, track } of trace.threads) {
    const tid = index + 1;
    yield { name: "thread_name", ph: "M", pid: threadsPid, tid, args: { name: label } };
    for (let i = 0; i < track.length; i++) {
      if (track.state(i) !== LaneState.running) continue;
      const task = track.tag(i) + 1;
      const until = i + 1 < track.length ? track.atMs(i + 1) : trace.endMs;
      yield slice(`task ${task}`, threadsPid, tid, track.atMs(i), until, { task });
    }
  }
  for (const [index, track] of trace.tasks.entries()) {
    for (let i = 0; i < track.length; i++) {
      if (track.state(i) !== LaneState.waiting) continue;
      const common = { name: `task ${index + 1} waits`, cat: "wait", pid: threadsPid, tid: 1 };
      const id = `${run.number}-${index}-${i}`;
      const until = i + 1 < track.length ? track.atMs(i + 1) : trace.endMs;
      yield { ...common, ph: "b", id, ts: track.atMs(i) * usPerMs };
      yield { ...common, ph: "e", id, ts: until * usPerMs };
    }
  }
  if (trace.cores.size === 0) return;
  yield nameProcess(coresPid, `${run.name}: cores (sampled)`);
  for (const [core, track] of trace.cores) {
    for (const thread of track.threads) {
      const label = trace.threads[thread]?.label ?? `thread ${thread}`;
      // Threads share a core, so their stays on it overlap, which slices of one track must not.
      const tid = core * trace.threads.length + thread + 1;
      yield { name: "thread_name", ph: "M", pid: coresPid, tid, args: { name: `core ${core}: ${label}` } };
      for (const { fromMs, toMs } of track.staysWithin(thread, 0, trace.endMs)) {
        yield slice(label, coresPid, tid, fromMs, toMs, { core, thread });
      }
    }
  }
}

function slice(
  name: string,
  pid: number,
  tid: number,
  fromMs: number,
  toMs: number,
  args: Readonly<Record<string, number>>,
): ChromeEvent {
  return { name, ph: "X", pid, tid, ts: fromMs * usPerMs, dur: (toMs - fromMs) * usPerMs, args };
}

function nameProcess(pid: number, name: string): ChromeEvent {
  return { name: "process_name", ph: "M", pid, tid: 0, args: { name } };
}
