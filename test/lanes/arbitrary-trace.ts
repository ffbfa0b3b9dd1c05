import fc from "fast-check";
import { EventKind } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";

interface Move {
  readonly thread: number;
  /** Eighths of a millisecond since the thread's last event: sums of them are exact. */
  readonly eighths: number;
  readonly choice: number;
}

/** Plays moves as events that could happen: a thread runs one task at a time, a task that ended stays so. */
function play(threads: number, tasks: number, moves: readonly Move[], finished: boolean): Trace {
  const threadLabels = Array.from({ length: threads }, (_, thread) => `thread ${thread}`);
  const trace = new Trace({ tasks, threadLabels });
  const nowMs = new Float64Array(threads);
  const running = new Int32Array(threads).fill(-1);
  const seen = new Set<number>();
  const ended = new Set<number>();
  for (const { thread, eighths, choice } of moves) {
    const atMs = (nowMs[thread] ?? 0) + eighths / 8;
    nowMs[thread] = atMs;
    const current = running[thread] ?? -1;
    if (current >= 0) {
      const kinds = [
        EventKind.waiting,
        EventKind.yielded,
        EventKind.waiting,
        EventKind.finished,
        EventKind.failed,
      ];
      const kind = kinds[choice % kinds.length] ?? EventKind.waiting;
      if (kind === EventKind.finished || kind === EventKind.failed) ended.add(current);
      trace.record(thread, atMs, current, kind);
      running[thread] = -1;
      continue;
    }
    const own = Array.from({ length: tasks }, (_, task) => task).filter(
      (task) => task % threads === thread && !ended.has(task),
    );
    const task = own[choice % Math.max(1, own.length)];
    if (task === undefined) continue;
    trace.record(thread, atMs, task, seen.has(task) ? EventKind.resumed : EventKind.started);
    seen.add(task);
    running[thread] = task;
  }
  if (finished) trace.finish(Math.max(...nowMs));
  return trace;
}

const move = (threads: number) =>
  fc.record({
    thread: fc.nat({ max: threads - 1 }),
    eighths: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 400 })),
    choice: fc.nat({ max: 20 }),
  });

const sample = (threads: number) =>
  fc.record({
    thread: fc.nat({ max: threads - 1 }),
    eighths: fc.nat({ max: 400 }),
    core: fc.nat({ max: 4 }),
    cpuShare: fc.double({ min: 0, max: 1, noNaN: true }),
  });

/** Traces of up to 4 threads, 12 tasks and a few hundred events, from crowded to sparse, with or without cores. */
export const arbitraryTrace: fc.Arbitrary<Trace> = fc
  .record({ threads: fc.integer({ min: 1, max: 4 }), tasks: fc.integer({ min: 1, max: 12 }) })
  .chain(({ threads, tasks }) =>
    fc
      .record({
        moves: fc.array(move(threads), { maxLength: 300, size: "max" }),
        samples: fc.array(sample(threads), { maxLength: 60, size: "max" }),
        finished: fc.boolean(),
      })
      .map(({ moves, samples, finished }) => {
        const trace = play(threads, tasks, moves, finished);
        let atMs = 0;
        for (const { thread, eighths, core, cpuShare } of samples) {
          atMs += eighths / 8;
          // What was sampled after the end is no part of the run.
          if (trace.finishedMs !== null && atMs > trace.finishedMs) break;
          trace.sample(thread, atMs, core, atMs * cpuShare);
        }
        return trace;
      }),
  );
