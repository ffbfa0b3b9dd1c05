import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBefore } from "../../src/lab/trace/search.ts";
import { LaneState, Track } from "../../src/lab/trace/track.ts";
import { arbitraryTrace } from "./arbitrary-trace.ts";

describe("countBefore", () => {
  it("finds the same with any hint", () => {
    const times = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: -1, max: 51 }),
        fc.integer({ min: -2, max: 70 }),
        (found, time, hint) => {
          const sorted = [...found].sort((a, b) => a - b);
          expect(countBefore(sorted, 1, sorted.length, time, hint)).toBe(
            sorted.filter((at) => at < time).length,
          );
        },
      ),
    );
  });
});

describe("Track", () => {
  it("counts turns: a tag that runs after another one", () => {
    const track = new Track();
    track.push(0, LaneState.running, 1);
    track.push(1, LaneState.waiting, -1);
    track.push(2, LaneState.running, 1);
    track.push(3, LaneState.running, 2);
    track.push(4, LaneState.idle, -1);
    track.push(5, LaneState.running, 1);
    expect(Array.from({ length: 6 }, (_, i) => track.turns(i))).toEqual([1, 1, 1, 2, 2, 3]);
  });

  it("tells the time in each state of any stretch", () => {
    fc.assert(
      fc.property(arbitraryTrace, fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), (trace, from, span) => {
        const [fromMs, toMs] = [from / 8, (from + span) / 8];
        for (const { track } of trace.threads) {
          let running = 0;
          for (let i = 0; i < track.length; i++) {
            const end = i + 1 < track.length ? track.atMs(i + 1) : Infinity;
            const ms = Math.min(toMs, end) - Math.max(fromMs, track.atMs(i));
            if (track.state(i) === LaneState.running && ms > 0) running += ms;
          }
          expect(track.timeIn(fromMs, toMs).running).toBe(running);
        }
      }),
    );
  });
});
