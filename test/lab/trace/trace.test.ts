import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventKind, type EventName } from "../../../src/lab/trace/event.ts";
import { Trace } from "../../../src/lab/trace/trace.ts";
import { LaneState, type Track } from "../../../src/lab/trace/track.ts";

function makeTrace(threads: number, tasks: number, keepEvents = false): Trace {
  return new Trace({
    tasks,
    threadLabels: Array.from({ length: threads }, (_, i) => `thread ${i}`),
    keepEvents,
  });
}

function record(trace: Trace, ...steps: readonly (readonly [number, number, number, EventName])[]): void {
  for (const [atMs, thread, task, kind] of steps) trace.record(thread, atMs, task, EventKind[kind]);
}

function entriesOf(track: Track): [number, LaneState, number][] {
  return Array.from({ length: track.length }, (_, i) => [track.atMs(i), track.state(i), track.tag(i)]);
}

const { idle, running, waiting, ready } = LaneState;

describe("trace", () => {
  it("tells what becomes of a task, and on which thread", () => {
    const trace = makeTrace(2, 1);
    record(trace, [0, 0, 0, "queued"], [1, 1, 0, "started"], [3, 1, 0, "waiting"], [7, 1, 0, "resumed"]);
    record(trace, [8, 1, 0, "yielded"], [9, 1, 0, "resumed"], [12, 1, 0, "finished"]);
    expect(entriesOf(trace.tasks[0] as Track)).toEqual([
      [0, ready, -1],
      [1, running, 1],
      [3, waiting, -1],
      [7, running, 1],
      [8, ready, -1],
      [9, running, 1],
      [12, idle, 1],
    ]);
    expect(trace.finishedAtMs[0]).toBe(12);
    expect(trace.endMs).toBe(12);
    expect(trace.eventCount).toBe(7);
  });

  it("tells what a thread does: running before ready before waiting before idle", () => {
    const trace = makeTrace(1, 3);
    record(trace, [0, 0, 0, "started"], [1, 0, 0, "waiting"], [2, 0, 1, "started"], [3, 0, 1, "yielded"]);
    record(trace, [4, 0, 2, "started"], [5, 0, 2, "finished"], [6, 0, 1, "resumed"], [7, 0, 1, "finished"]);
    record(trace, [8, 0, 0, "resumed"], [9, 0, 0, "failed"]);
    expect(entriesOf(trace.threads[0]?.track as Track)).toEqual([
      [0, running, 0],
      [1, waiting, -1],
      [2, running, 1],
      [3, ready, -1],
      [4, running, 2],
      [5, ready, -1],
      [6, running, 1],
      [7, waiting, -1],
      [8, running, 0],
      [9, idle, -1],
    ]);
    expect([...trace.failedTasks]).toEqual([0]);
    expect(trace.finishedAtMs[0]).toBe(9);
  });

  it("has the last task that began as the one that runs, though another one ends", () => {
    const trace = makeTrace(1, 2);
    record(trace, [0, 0, 0, "started"], [1, 0, 1, "started"], [2, 0, 0, "finished"], [3, 0, 1, "finished"]);
    expect(entriesOf(trace.threads[0]?.track as Track)).toEqual([
      [0, running, 0],
      [1, running, 1],
      [3, idle, -1],
    ]);
  });

  it("is the same in whatever order the rings of the threads are read", () => {
    // Each thread carries out its own tasks; thread 0 has queued them all.
    const history = fc.array(
      fc.record({ eighths: fc.integer({ min: 1, max: 30 }), pause: fc.constantFrom("waiting", "yielded") }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat({ max: 3 })),
        (histories, choices) => {
          const rings: [number, number, number, EventName][][] = [
            histories.map((_, task) => [0, 0, task, "queued"]),
          ];
          for (const [task, steps] of histories.entries()) {
            let atMs = 1;
            const ring: [number, number, number, EventName][] = [[atMs, task + 1, task, "started"]];
            for (const { eighths, pause } of steps) {
              ring.push([(atMs += eighths / 8), task + 1, task, pause]);
              ring.push([(atMs += eighths / 8), task + 1, task, "resumed"]);
            }
            ring.push([(atMs += 1), task + 1, task, "finished"]);
            rings.push(ring);
          }
          const byTime = makeTrace(rings.length, histories.length);
          record(byTime, ...rings.flat().sort((a, b) => a[0] - b[0]));
          const shuffled = makeTrace(rings.length, histories.length);
          for (const left = rings.map((ring) => [...ring]); left.some((ring) => ring.length > 0);) {
            const open = left.filter((ring) => ring.length > 0);
            const ring = open[(choices.next().value as number) % open.length];
            record(shuffled, ring?.shift() as [number, number, number, EventName]);
          }
          for (const [thread, lane] of byTime.threads.entries())
            expect(entriesOf(shuffled.threads[thread]?.track as Track)).toEqual(entriesOf(lane.track));
          for (const [task, track] of byTime.tasks.entries()) {
            // A late `queued` is left out; from the start on nothing differs.
            const fromStart = entriesOf(shuffled.tasks[task] as Track).filter(([atMs]) => atMs >= 1);
            expect(fromStart).toEqual(entriesOf(track).filter(([atMs]) => atMs >= 1));
          }
          expect(shuffled.finishedAtMs).toEqual(byTime.finishedAtMs);
          expect(shuffled.endMs).toBe(byTime.endMs);
          expect(shuffled.eventCount).toBe(byTime.eventCount);
        },
      ),
    );
  });

  it("does not undo the start of a task when it hears late that it was queued", () => {
    const trace = makeTrace(2, 1);
    record(trace, [1, 1, 0, "started"], [0, 0, 0, "queued"]);
    expect(entriesOf(trace.tasks[0] as Track)).toEqual([[1, running, 1]]);
    expect(entriesOf(trace.threads[1]?.track as Track)).toEqual([[1, running, 0]]);
    expect(trace.threads[0]?.track.length).toBe(0);
  });

  it("keeps the events for an export where it is told to", () => {
    const kept = makeTrace(2, 100_000, true);
    record(kept, [0, 0, 99_999, "queued"], [1.5, 1, 99_999, "started"], [2, 1, 99_999, "failed"]);
    expect([...kept.events()]).toEqual([
      { atMs: 0, thread: 0, task: 99_999, kind: EventKind.queued },
      { atMs: 1.5, thread: 1, task: 99_999, kind: EventKind.started },
      { atMs: 2, thread: 1, task: 99_999, kind: EventKind.failed },
    ]);
    const forgotten = makeTrace(1, 1);
    record(forgotten, [0, 0, 0, "queued"]);
    expect([...forgotten.events()]).toEqual([]);
  });

  it("takes no notice of tasks and threads that are not of the run", () => {
    const trace = makeTrace(1, 1, true);
    record(trace, [5, 0, 1, "started"], [5, 1, 0, "started"]);
    trace.sample(1, 5, 0, 1);
    expect(trace.eventCount).toBe(0);
    expect(trace.endMs).toBe(0);
    expect([...trace.events()]).toEqual([]);
    expect(trace.cores.size).toBe(0);
  });

  it("grows to its last event or sample, and ends where it is told to", () => {
    const trace = makeTrace(1, 1);
    expect(trace.finishedMs).toBeNull();
    record(trace, [3, 0, 0, "started"]);
    trace.sample(0, 8, 1, 1);
    expect(trace.endMs).toBe(8);
    record(trace, [5, 0, 0, "finished"]);
    expect(trace.endMs).toBe(8);
    trace.finish(6);
    expect([trace.endMs, trace.finishedMs]).toEqual([6, 6]);
  });

  it("says of a task that has not ended that it has not", () => {
    const trace = makeTrace(1, 2);
    record(trace, [1, 0, 1, "started"], [2, 0, 1, "finished"]);
    expect([...trace.finishedAtMs]).toEqual([Number.NaN, 2]);
  });
});

describe("a task that goes from thread to thread", () => {
  const { started, waiting: waits, resumed, handed, finished } = EventKind;

  it("is ready while it is nobody's, and the threads are what they were", () => {
    const trace = makeTrace(2, 1);
    trace.record(0, 0, 0, started);
    trace.record(0, 1, 0, waits);
    trace.record(0, 5, 0, resumed);
    trace.record(0, 6, 0, handed);
    trace.record(1, 9, 0, started);
    trace.record(1, 12, 0, finished);
    expect(trace.tasks[0]?.timeIn(0, 12)).toEqual({ running: 5, waiting: 4, ready: 3 });
    expect(trace.threads[0]?.track.timeIn(0, 12)).toEqual({ running: 2, waiting: 4, ready: 0 });
    expect(trace.threads[1]?.track.timeIn(0, 12)).toEqual({ running: 3, waiting: 0, ready: 0 });
  });

  it("is not set back by what the first thread wrote before and is read after", () => {
    const trace = makeTrace(2, 1);
    trace.record(0, 0, 0, started);
    trace.record(0, 1, 0, waits);
    trace.record(1, 9, 0, started);
    trace.record(0, 5, 0, resumed);
    trace.record(0, 6, 0, handed);
    trace.record(1, 12, 0, finished);
    expect(trace.tasks[0]?.timeIn(9, 12)).toEqual({ running: 3, waiting: 0, ready: 0 });
    // Neither runs nor waits for it any more.
    expect(trace.threads[0]?.track.timeIn(6, 12)).toEqual({ running: 0, waiting: 0, ready: 0 });
  });
});
