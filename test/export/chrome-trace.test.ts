import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChromeEvent, listChromeEvents } from "../../src/export/chrome-trace.ts";
import { EventKind, type EventName } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";
import { LaneState } from "../../src/lab/trace/track.ts";
import { arbitraryTrace } from "../lanes/arbitrary-trace.ts";
import { runToEnd } from "../lab/support/runs.ts";

const run = { number: 0, name: "parallel" };

function record(trace: Trace, ...steps: readonly (readonly [number, number, number, EventName])[]): void {
  for (const [atMs, thread, task, kind] of steps) trace.record(thread, atMs, task, EventKind[kind]);
}

/** Events that have the key in common, in order. (Node 20 has no `Map.groupBy`.) */
function groupBy(events: readonly ChromeEvent[], keyOf: (event: ChromeEvent) => string): ChromeEvent[][] {
  const groups = new Map<string, ChromeEvent[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return [...groups.values()];
}

/** What every trace must be for chrome://tracing and Perfetto to show it as it is. */
function checkEvents(events: readonly ChromeEvent[]): void {
  expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  for (const { ts = 0, dur = 0 } of events) {
    expect(ts).toBeGreaterThanOrEqual(0);
    expect(dur).toBeGreaterThanOrEqual(0);
  }
  // Slices of one track, in order of time, do not overlap.
  const slices = events.filter(({ ph }) => ph === "X");
  for (const track of groupBy(slices, ({ pid, tid }) => `${pid}/${tid}`)) {
    const ordered = track.toSorted((a, b) => (a.ts ?? 0) - (b.ts ?? 0) || (a.dur ?? 0) - (b.dur ?? 0));
    for (const [index, { ts = 0 }] of ordered.entries()) {
      const before = ordered[index - 1];
      // Microseconds are products of doubles: less than a nanosecond is rounding.
      if (before !== undefined) expect((before.ts ?? 0) + (before.dur ?? 0)).toBeLessThan(ts + 1e-3);
    }
  }
  // Every wait begins and ends, once, in this order.
  const waits = events.filter(({ ph }) => ph === "b" || ph === "e");
  for (const [begin, end, ...more] of groupBy(
    waits,
    ({ pid, cat, id }) => `${pid} ${cat ?? ""} ${id ?? ""}`,
  )) {
    expect([begin?.ph, end?.ph, more.length]).toEqual(["b", "e", 0]);
    expect(begin?.name).toBe(end?.name);
    expect(end?.ts).toBeGreaterThanOrEqual(begin?.ts ?? Number.NaN);
  }
  // Every track that has something on it has one name, and so has every process.
  const named = events.filter(({ ph }) => ph === "M");
  const names = named.map(({ name, pid, tid }) => `${name} ${pid}/${tid}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { pid, tid } of events.filter(({ ph }) => ph !== "M")) {
    expect(names).toContain(`thread_name ${pid}/${tid}`);
    expect(names).toContain(`process_name ${pid}/0`);
  }
}

describe("trace for Perfetto", () => {
  it("has the turns of the threads, the waits of the tasks, and the cores", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["main", "thread 1"] });
    record(trace, [0, 0, 0, "queued"], [0, 0, 1, "queued"], [1, 1, 0, "started"], [2.5, 1, 0, "waiting"]);
    record(trace, [3, 1, 1, "started"], [4, 1, 1, "finished"], [6, 1, 0, "resumed"], [7, 1, 0, "finished"]);
    trace.sample(1, 4, 3, 2);
    trace.sample(1, 6, 2, 3);
    trace.finish(8);
    const name = (kind: "process_name" | "thread_name", pid: number, tid: number, text: string) => ({
      name: kind,
      ph: "M",
      pid,
      tid,
      args: { name: text },
    });
    const wait = { name: "task 1 waits", cat: "wait", pid: 1, tid: 1, id: "0-0-2" };
    expect([...listChromeEvents(trace, run)]).toEqual([
      name("process_name", 1, 0, "parallel: threads"),
      name("thread_name", 1, 1, "main"),
      name("thread_name", 1, 2, "thread 1"),
      { name: "task 1", ph: "X", pid: 1, tid: 2, ts: 1000, dur: 1500, args: { task: 1 } },
      { name: "task 2", ph: "X", pid: 1, tid: 2, ts: 3000, dur: 1000, args: { task: 2 } },
      { name: "task 1", ph: "X", pid: 1, tid: 2, ts: 6000, dur: 1000, args: { task: 1 } },
      { ...wait, ph: "b", ts: 2500 },
      { ...wait, ph: "e", ts: 6000 },
      name("process_name", 2, 0, "parallel: cores (sampled)"),
      name("thread_name", 2, 8, "core 3: thread 1"),
      { name: "thread 1", ph: "X", pid: 2, tid: 8, ts: 0, dur: 6000, args: { core: 3, thread: 1 } },
      name("thread_name", 2, 6, "core 2: thread 1"),
      { name: "thread 1", ph: "X", pid: 2, tid: 6, ts: 6000, dur: 2000, args: { core: 2, thread: 1 } },
    ]);
  });

  it("says nothing of cores where nothing was seen of them", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["thread 1"] });
    const processes = [...listChromeEvents(trace, run)].filter(({ name }) => name === "process_name");
    expect(processes.map(({ args }) => args)).toEqual([{ name: "parallel: threads" }]);
  });

  it("ends what was still going on with the trace", () => {
    const trace = new Trace({ tasks: 2, threadLabels: ["thread 1"] });
    record(trace, [1, 0, 0, "started"], [2, 0, 0, "waiting"], [3, 0, 1, "started"]);
    trace.finish(10);
    const events = [...listChromeEvents(trace, run)];
    expect(events.filter(({ ph }) => ph === "X").map(({ ts, dur }) => [ts, dur])).toEqual([
      [1000, 1000],
      [3000, 7000],
    ]);
    expect(events.find(({ ph }) => ph === "e")?.ts).toBe(10_000);
  });

  it("keeps several runs apart", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["thread 1"] });
    record(trace, [1, 0, 0, "started"], [2, 0, 0, "waiting"], [3, 0, 0, "resumed"], [4, 0, 0, "finished"]);
    trace.sample(0, 2, 0, 1);
    const both = [0, 1].flatMap((number) => [...listChromeEvents(trace, { number, name: `run ${number}` })]);
    checkEvents(both);
    expect(new Set(both.map(({ pid }) => pid))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(both.flatMap(({ id }) => id ?? [])).size).toBe(2);
  });

  it("can be shown whatever happened", () => {
    fc.assert(
      fc.property(arbitraryTrace, (trace) => {
        const events = [...listChromeEvents(trace, run)];
        checkEvents(events);
        const turns = trace.threads.map(({ track }) =>
          Array.from({ length: track.length }, (_, i) => track.state(i)),
        );
        expect(events.filter(({ ph, pid }) => ph === "X" && pid === 1)).toHaveLength(
          turns.flat().filter((state) => state === LaneState.running).length,
        );
        const runningMs = trace.threads.reduce(
          (sum, { track }) => sum + track.timeIn(0, trace.endMs).running,
          0,
        );
        const shownUs = events
          .filter(({ ph, pid }) => ph === "X" && pid === 1)
          .reduce((sum, { dur = 0 }) => sum + dur, 0);
        expect(shownUs / 1000).toBeCloseTo(runningMs, 6);
      }),
    );
  });

  it.each(["sequential", "concurrent", "parallel"] as const)(
    "can be shown of a real run: %s",
    async (approach) => {
      for (const workload of ["cpu", "wait"] as const) {
        const { trace } = await runToEnd({ approach, workload, tasks: 4 });
        const events = [...listChromeEvents(trace, { number: 3, name: approach })];
        checkEvents(events);
        const tasks = new Set(
          events.filter(({ ph, pid }) => ph === "X" && pid === 7).map(({ name }) => name),
        );
        expect([...tasks].sort()).toEqual(["task 1", "task 2", "task 3", "task 4"]);
        expect(events.filter(({ ph }) => ph === "b")).toHaveLength(workload === "wait" ? 4 : 0);
      }
    },
  );
});
