import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { drawLanes, type LanesOptions, type LanesPicture } from "../../src/lab/lanes/draw-lanes.ts";
import { encodeRow } from "../../src/lab/lanes/encode.ts";
import { rowWidth } from "../../src/lab/lanes/row.ts";
import { listCoreIds } from "../../src/lab/lanes/views.ts";
import type { Trace } from "../../src/lab/trace/trace.ts";
import { LaneState, type Track } from "../../src/lab/trace/track.ts";
import { arbitraryTrace } from "./arbitrary-trace.ts";
import { type StyledCell, toCells } from "./support.ts";

const arbitraryOptions: fc.Arbitrary<LanesOptions> = fc
  .record({
    view: fc.constantFrom("cores" as const, "threads" as const, "tasks" as const),
    from: fc.integer({ min: -100, max: 4000 }),
    span: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20_000 })),
    until: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 20_000 })),
    cursor: fc.option(fc.integer({ min: -100, max: 20_000 })),
    width: fc.integer({ min: 20, max: 300 }),
    height: fc.integer({ min: 2, max: 60 }),
    firstRow: fc.integer({ min: -3, max: 20 }),
    glyphs: fc.constantFrom("unicode" as const, "ascii" as const),
    noun: fc.constantFrom("task", "mail", "タスク"),
    coreIds: fc.constantFrom([], [0, 1], [7, 3, 128]),
    legend: fc.boolean(),
  })
  // Eighths of a millisecond, and anything else.
  .map(({ from, span, until, cursor, ...rest }) => ({
    ...rest,
    fromMs: from / 8,
    toMs: (from + span) / 8,
    untilMs: until / 8,
    cursorMs: cursor === null ? null : cursor / 8,
  }));

/** Milliseconds by state and tag within [fromMs, toMs), added up entry by entry. */
function addUp(track: Track, fromMs: number, toMs: number) {
  const byState = {
    [LaneState.idle]: 0,
    [LaneState.running]: 0,
    [LaneState.waiting]: 0,
    [LaneState.ready]: 0,
  };
  const running = new Set<number>();
  for (let i = 0; i < track.length; i++) {
    const from = Math.max(fromMs, track.atMs(i));
    const to = Math.min(toMs, i + 1 < track.length ? track.atMs(i + 1) : Infinity);
    if (to <= from) continue;
    byState[track.state(i)] += to - from;
    if (track.state(i) === LaneState.running) running.add(track.tag(i));
  }
  return { byState, running };
}

interface Happened {
  readonly running: number;
  readonly waiting: number;
  readonly ready: number;
  /** Who ran: thread and tag. */
  readonly ran: ReadonlySet<string>;
  readonly tags: ReadonlySet<number>;
}

/** What happened in a stretch of a visible lane, computed without any of the code under test but `Track.push`. */
function happened(trace: Trace, options: LanesOptions, lane: number, fromMs: number, toMs: number): Happened {
  const ran = new Set<string>();
  const tags = new Set<number>();
  let running = 0;
  let waiting = 0;
  let ready = 0;
  const add = (track: Track, thread: number, from: number, to: number) => {
    const { byState, running: who } = addUp(track, from, to);
    running += byState[LaneState.running];
    waiting += byState[LaneState.waiting];
    ready += byState[LaneState.ready];
    for (const tag of who) {
      ran.add(`${thread}/${tag}`);
      tags.add(tag);
    }
  };
  if (options.view === "tasks") {
    const track = trace.tasks[lane];
    if (track !== undefined) add(track, 0, fromMs, toMs);
  } else if (options.view === "threads" || (trace.cores.size === 0 && trace.eventCount > 0)) {
    const thread = trace.threads[lane];
    if (thread !== undefined) add(thread.track, lane, fromMs, toMs);
  } else {
    const core = trace.cores.get(listCoreIds(trace, options.coreIds)[lane] ?? -1);
    for (const thread of core?.threads ?? []) {
      for (const stay of core?.staysWithin(thread, fromMs, toMs) ?? []) {
        const track = trace.threads[thread]?.track;
        if (track !== undefined) add(track, thread, stay.fromMs, stay.toMs);
      }
    }
    waiting = ready = 0;
  }
  return { running, waiting, ready, ran, tags };
}

const runningGlyphs = { unicode: "█▓▌▏▒0123456789", ascii: "#+=:%0123456789" };
const blockGlyphs = { unicode: "█▓0123456789", ascii: "#+0123456789" };
const fillGlyphs = {
  unicode: { full: "█▓▒0123456789", half: "▌", thin: "▏" },
  ascii: { full: "#+%0123456789", half: "=", thin: ":" },
};
const meaning = {
  unicode: { waiting: "┄", ready: "·", mixed: "▒", failed: "✗", cursor: "┊" },
  ascii: { waiting: "-", ready: ".", mixed: "%", failed: "x", cursor: "|" },
};

function laneCells(picture: LanesPicture, visible: number): StyledCell[] {
  // A label in a wide script takes fewer characters than columns.
  const cells = toCells(picture.rows[visible] ?? []);
  let column = 0;
  const start = cells.findIndex(({ glyph }) => {
    const here = column >= picture.laneStart;
    column += stringWidth(glyph);
    return here;
  });
  return cells.slice(start, start + picture.laneWidth);
}

/** Calls `check` for every cell of every lane with the stretch of time that it stands for. */
function eachCell(
  trace: Trace,
  options: LanesOptions,
  check: (cell: StyledCell, fromMs: number, toMs: number, lane: number) => void,
): void {
  const picture = drawLanes(trace, options);
  const lastKnownMs = trace.finishedMs ?? (options.untilMs === Infinity ? trace.endMs : Infinity);
  const untilMs = Math.min(options.untilMs, lastKnownMs);
  const edge = (column: number) =>
    column === picture.laneWidth
      ? options.toMs
      : options.fromMs + ((options.toMs - options.fromMs) * column) / picture.laneWidth;
  for (let visible = 0; visible < picture.visibleRows; visible++) {
    for (const [column, cell] of laneCells(picture, visible).entries()) {
      check(cell, edge(column), Math.min(untilMs, edge(column + 1)), picture.firstRow + visible);
    }
  }
}

describe("any picture of any trace", () => {
  it("has exactly the size asked for, and no control characters", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        const picture = drawLanes(trace, options);
        expect(picture.rows).toHaveLength(options.height);
        for (const row of picture.rows) {
          const text = encodeRow(row, "none");
          expect([stringWidth(text), rowWidth(row)]).toEqual([options.width, options.width]);
          expect(text).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        expect(drawLanes(trace, options)).toEqual(drawLanes(trace, options));
      }),
    );
  });

  it("loses no running, and shows none where there was none", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        eachCell(trace, options, ({ glyph }, fromMs, toMs, lane) => {
          if (glyph === meaning[options.glyphs].failed) return;
          const { ran } = happened(trace, options, lane, fromMs, toMs);
          expect(runningGlyphs[options.glyphs].includes(glyph)).toBe(ran.size > 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("shows no state that a column did not have, and nothing after the end", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        const { waiting, ready, cursor, failed } = meaning[options.glyphs];
        eachCell(trace, options, ({ glyph }, fromMs, toMs, lane) => {
          const seen = happened(trace, options, lane, fromMs, toMs);
          if (toMs <= fromMs) expect([" ", cursor]).toContain(glyph);
          else if (glyph === waiting) expect(seen.waiting).toBeGreaterThan(0);
          else if (glyph === ready) expect(seen.ready).toBeGreaterThan(0);
          else if (glyph === failed) expect(trace.failedTasks).toContain(lane);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("fills a cell by the share of the column that ran", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        const { full, half, thin } = fillGlyphs[options.glyphs];
        eachCell(trace, options, ({ glyph }, fromMs, toMs, lane) => {
          const share = happened(trace, options, lane, fromMs, toMs).running / (toMs - fromMs);
          // At a limit, rounding may decide.
          if (full.includes(glyph)) expect(share).toBeGreaterThan(0.499_999);
          else if (glyph === half) expect(Math.abs(share - 0.325)).toBeLessThan(0.175_001);
          else if (glyph === thin) expect(share).toBeLessThan(0.150_001);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("colours a cell by a task that ran in it, and calls it several only if several did", () => {
    fc.assert(
      fc.property(arbitraryTrace, arbitraryOptions, (trace, options) => {
        eachCell(trace, options, ({ glyph, style }, fromMs, toMs, lane) => {
          const { ran, tags } = happened(trace, options, lane, fromMs, toMs);
          if (typeof style === "number") {
            const shown = options.view === "tasks" ? [lane % 8] : [...tags].map((task) => task % 8);
            expect(shown).toContain(style);
          }
          if (blockGlyphs[options.glyphs].includes(glyph)) expect(typeof style).toBe("number");
          // Turns without any length count as turns where there are too many to look at each.
          if (glyph === meaning[options.glyphs].mixed) {
            expect(ran.size > 1 || countChanges(trace, fromMs, toMs) > 8).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

function countChanges(trace: Trace, fromMs: number, toMs: number): number {
  return Math.max(...trace.threads.map(({ track }) => track.indexAt(toMs) - track.indexAt(fromMs)));
}
