import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClock } from "../../../src/lab/clock.ts";
import { EventKind } from "../../../src/lab/trace/event.ts";
import {
  createEventReader,
  createEventWriter,
  createRingBuffer,
  maxTask,
} from "../../../src/lab/trace/event-ring.ts";
import { createUsedRing, nearlyFull } from "./rings.ts";

interface Event {
  readonly task: number;
  readonly kind: EventKind;
}

const event = fc.record({
  task: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: maxTask })),
  kind: fc.constantFrom(...Object.values(EventKind)),
});
/** What is done to a ring, in turn. A new end takes over from the one before it. */
const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(event, { maxLength: 12 }).map((events) => ({ do: "write" as const, events })),
  },
  { weight: 3, arbitrary: fc.constant({ do: "drain" as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: "new writer" as const }, { do: "new reader" as const }) },
);
const counted = fc.oneof(fc.constant(0), fc.constantFrom(...nearlyFull), fc.integer());

describe("event ring", () => {
  it("hands over what fitted, in order, and counts the rest", () => {
    const scenario = fc.record({
      capacity: fc.integer({ min: 1, max: 6 }).map((bits) => 2 ** bits),
      counted,
      moves: fc.array(move, { maxLength: 40 }),
    });
    fc.assert(
      fc.property(scenario, ({ capacity, counted: alreadyCounted, moves }) => {
        const buffer = createUsedRing(capacity, alreadyCounted);
        let write = createEventWriter(buffer);
        let reader = createEventReader(buffer);
        let expected: Event[] = [];
        let dropped = 0;
        for (const step of moves) {
          if (step.do === "write") {
            for (const one of step.events) {
              write(one.task, one.kind);
              if (expected.length < capacity) expected.push(one);
              else dropped++;
            }
          } else if (step.do === "drain") {
            const received: Event[] = [];
            expect(reader.drain((_, task, kind) => received.push({ task, kind }))).toBe(expected.length);
            expect(received).toEqual(expected);
            expected = [];
          } else if (step.do === "new writer") write = createEventWriter(buffer);
          else reader = createEventReader(buffer);
          expect(reader.dropped).toBe(dropped);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(nearlyFull)("goes on when its counters, at %d, pass the end of 32 bits", (alreadyCounted) => {
    const buffer = createUsedRing(4, alreadyCounted);
    const write = createEventWriter(buffer);
    const reader = createEventReader(buffer);
    const received: number[] = [];
    for (let i = 0; i < 20; i++) {
      write(i, EventKind.started);
      if (i % 3 === 2) reader.drain((_, task) => received.push(task));
    }
    reader.drain((_, task) => received.push(task));
    expect(received).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(reader.dropped).toBe(0);
  });

  it("never overwrites an event that nobody has read", () => {
    const buffer = createRingBuffer(4);
    const write = createEventWriter(buffer);
    const reader = createEventReader(buffer);
    for (let i = 0; i < 10; i++) write(i, EventKind.started);
    const received: number[] = [];
    reader.drain((_, task) => received.push(task));
    expect(received).toEqual([0, 1, 2, 3]);
    expect(reader.dropped).toBe(6);
  });

  it("stamps each event with the clock", () => {
    const buffer = createRingBuffer(8);
    const write = createEventWriter(buffer);
    const moments = [readClock()];
    for (let i = 0; i < 5; i++) {
      write(i, EventKind.started);
      moments.push(readClock());
    }
    createEventReader(buffer).drain((atMs, task) => {
      expect(atMs).toBeGreaterThanOrEqual(moments[task] ?? Number.NaN);
      expect(atMs).toBeLessThanOrEqual(moments[task + 1] ?? Number.NaN);
    });
  });

  it.each([0, 1, 3, 6, 1000, -4])("refuses a capacity of %d", (capacity) => {
    expect(() => createRingBuffer(capacity)).toThrow(`found ${capacity}, allowed: a power of two`);
  });
});
