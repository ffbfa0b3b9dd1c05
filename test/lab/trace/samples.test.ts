import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreTrack, SampleTrack } from "../../../src/lab/trace/samples.ts";
import { Trace } from "../../../src/lab/trace/trace.ts";

/** Where a thread was seen, and when: in order, never twice at one moment. */
const sightings = fc
  .uniqueArray(
    fc.record({
      atMs: fc.integer({ min: 1, max: 60 }),
      core: fc.nat({ max: 3 }),
      cpuMs: fc.nat({ max: 50 }),
    }),
    { maxLength: 20, selector: ({ atMs }) => atMs },
  )
  .map((list) => list.sort((a, b) => a.atMs - b.atMs));
const moment = fc.integer({ min: -5, max: 70 });

describe("samples of a thread", () => {
  it("give the share of a core between the last sample before a stretch and the first after it", () => {
    fc.assert(
      fc.property(sightings, moment, fc.nat({ max: 40 }), (list, fromMs, lengthMs) => {
        const samples = new SampleTrack();
        for (const { atMs, core, cpuMs } of list) samples.push(atMs, core, cpuMs);
        const toMs = fromMs + lengthMs;
        const first = list.findLast(({ atMs }) => atMs <= fromMs) ?? list[0];
        const last = list.find(({ atMs }) => atMs > toMs) ?? list.at(-1);
        const expected =
          first === undefined || last === undefined || last.atMs <= first.atMs
            ? null
            : (last.cpuMs - first.cpuMs) / (last.atMs - first.atMs);
        expect(samples.cpuShare(fromMs, toMs)).toBe(expected);
        expect(samples.countBefore(fromMs)).toBe(list.filter(({ atMs }) => atMs < fromMs).length);
      }),
      { numRuns: 300 },
    );
  });

  it("are kept as they came", () => {
    const samples = new SampleTrack();
    expect(samples.lastCore).toBeNull();
    samples.push(1, 7, 0.5);
    samples.push(3, 2, 1.5);
    expect(samples.length).toBe(2);
    expect(samples.lastCore).toBe(2);
    expect(samples.get(0)).toEqual({ atMs: 1, core: 7, cpuMs: 0.5 });
    expect([samples.atMs(1), samples.cpuMs(1)]).toEqual([3, 1.5]);
    expect(samples.get(2)).toBeUndefined();
  });
});

describe("stays on cores", () => {
  it("put each thread on the core where it was last seen, and before its first sample on that one's", () => {
    fc.assert(
      fc.property(sightings, sightings, moment, (first, second, atMs) => {
        const trace = new Trace({ tasks: 1, threadLabels: ["a", "b"] });
        for (const { atMs: at, core, cpuMs } of first) trace.sample(0, at, core, cpuMs);
        for (const { atMs: at, core, cpuMs } of second) trace.sample(1, at, core, cpuMs);
        for (const [thread, list] of [first, second].entries()) {
          const expected = list.findLast((sighting) => sighting.atMs <= atMs) ?? list[0];
          const found = [...trace.cores]
            .filter(([, track]) => [...track.staysWithin(thread, atMs, atMs + 0.5)].length > 0)
            .map(([core]) => core);
          expect(found).toEqual(expected === undefined || atMs < 0 ? [] : [expected.core]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are cut to the stretch that is asked for, and visited alike", () => {
    const track = new CoreTrack();
    track.enter(1, 0);
    track.leave(1, 10);
    track.enter(1, 20);
    track.enter(4, 5);
    track.leave(4, 25);
    expect([...track.threads]).toEqual([1, 4]);
    expect([...track.staysWithin(1, 4, 22)]).toEqual([
      { fromMs: 4, toMs: 10 },
      { fromMs: 20, toMs: 22 },
    ]);
    const visited: number[][] = [];
    track.visitStays(4, 22, (...stay) => visited.push(stay));
    expect(visited).toEqual([
      [1, 4, 10],
      [1, 20, 22],
      [4, 5, 22],
    ]);
    expect([...track.staysWithin(1, 10, 20)]).toEqual([]);
    track.visitStays(-5, 0, (...stay) => visited.push(stay));
    expect(visited).toHaveLength(3);
    expect([...track.staysWithin(9, 0, 100)]).toEqual([]);
  });

  it("go on while a thread is seen where it was", () => {
    const trace = new Trace({ tasks: 1, threadLabels: ["a"] });
    for (const atMs of [1, 2, 3]) trace.sample(0, atMs, 5, atMs);
    expect([...(trace.cores.get(5)?.staysWithin(0, 0, 10) ?? [])]).toEqual([{ fromMs: 0, toMs: 10 }]);
  });

  it("of a thread that never came are not ended by its leaving", () => {
    const track = new CoreTrack();
    track.leave(3, 5);
    expect([...track.threads]).toEqual([]);
  });
});
