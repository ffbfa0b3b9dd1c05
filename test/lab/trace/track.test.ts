import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LaneState, Track } from "../../../src/lab/trace/track.ts";

interface Change {
  readonly atMs: number;
  readonly state: LaneState;
  readonly tag: number;
}

/** Quarters of a millisecond: sums of them are exact. Some changes arrive late. */
const changes = fc.array(
  fc.record({
    atMs: fc.integer({ min: 0, max: 200 }).map((quarters) => quarters / 4),
    state: fc.constantFrom(...Object.values(LaneState)),
    tag: fc.integer({ min: -1, max: 3 }),
  }),
  { maxLength: 40 },
);
const inOrder = changes.map((list) => [...list].sort((a, b) => a.atMs - b.atMs));
const moment = fc.integer({ min: -20, max: 240 }).map((quarters) => quarters / 4);

function trackOf(list: readonly Change[]): Track {
  const track = new Track();
  for (const { atMs, state, tag } of list) track.push(atMs, state, tag);
  return track;
}

/** What the lane does at each quarter of a millisecond from 0, from the changes alone. */
function stateAt(list: readonly Change[], atMs: number): { state: LaneState; tag: number } {
  const { state, tag } = list.findLast((change) => change.atMs <= atMs) ?? { state: LaneState.idle, tag: -1 };
  return { state, tag };
}

describe("track", () => {
  it("knows what holds at any moment", () => {
    fc.assert(
      fc.property(inOrder, moment, (list, atMs) => {
        const track = trackOf(list);
        const index = track.indexAt(atMs);
        const found = { state: track.state(index), tag: track.tag(index) };
        expect(index < 0 ? { state: LaneState.idle, tag: -1 } : found).toEqual(stateAt(list, atMs));
      }),
    );
  });

  it("finds the same with any hint", () => {
    fc.assert(
      fc.property(changes, moment, fc.integer({ min: -2, max: 45 }), (list, atMs, hint) => {
        const track = trackOf(list);
        expect(track.indexAt(atMs, hint)).toBe(track.indexAt(atMs));
      }),
      { numRuns: 300 },
    );
  });

  it("adds up the time in each state as one would quarter by quarter", () => {
    fc.assert(
      fc.property(inOrder, moment, moment, (list, fromMs, toMs) => {
        const expected = { running: 0, waiting: 0, ready: 0 };
        for (let atMs = fromMs; atMs < toMs; atMs += 0.25) {
          const { state } = stateAt(list, atMs);
          if (state === LaneState.running) expected.running += 0.25;
          if (state === LaneState.waiting) expected.waiting += 0.25;
          if (state === LaneState.ready) expected.ready += 0.25;
        }
        expect(trackOf(list).timeIn(fromMs, toMs)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a late change as of the last one", () => {
    fc.assert(
      fc.property(changes, moment, moment, (list, fromMs, toMs) => {
        let lastMs = 0;
        const corrected: Change[] = [];
        for (const change of list) {
          const before = corrected.at(-1);
          // What changes nothing leaves no trace, not even its time.
          if (before?.state === change.state && before.tag === change.tag) continue;
          lastMs = Math.max(lastMs, change.atMs);
          corrected.push({ ...change, atMs: lastMs });
        }
        const track = trackOf(list);
        expect(Array.from({ length: track.length }, (_, i) => track.atMs(i))).toEqual(
          corrected.map(({ atMs }) => atMs),
        );
        expect(track.timeIn(fromMs, toMs)).toEqual(trackOf(corrected).timeIn(fromMs, toMs));
      }),
    );
  });

  it("keeps an entry only where something changes", () => {
    const track = trackOf([
      { atMs: 1, state: LaneState.running, tag: 0 },
      { atMs: 2, state: LaneState.running, tag: 0 },
      { atMs: 3, state: LaneState.running, tag: 1 },
      { atMs: 3, state: LaneState.idle, tag: -1 },
    ]);
    expect(track.length).toBe(3);
    expect(track.runningBefore(2)).toBe(2);
  });

  it("counts turns as one would entry by entry", () => {
    fc.assert(
      fc.property(inOrder, (list) => {
        const track = trackOf(list);
        let turns = 0;
        let lastTag = -1;
        for (let i = 0; i < track.length; i++) {
          if (track.state(i) === LaneState.running && track.tag(i) !== lastTag) {
            turns++;
            lastTag = track.tag(i);
          }
          expect(track.turns(i)).toBe(turns);
        }
      }),
    );
  });

  it("says nothing of what is not there", () => {
    const track = new Track();
    expect(track.indexAt(5)).toBe(-1);
    expect(track.atMs(0)).toBeNaN();
    expect(track.state(0)).toBe(LaneState.idle);
    expect(track.tag(0)).toBe(-1);
    expect(track.timeIn(0, 10)).toEqual({ running: 0, waiting: 0, ready: 0 });
  });
});
