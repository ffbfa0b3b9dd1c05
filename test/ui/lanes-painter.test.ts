import { describe, expect, test } from "vitest";
import type { Scene } from "../../src/app/scene.ts";
import type { Trace } from "../../src/lab/trace/trace.ts";
import { createLanesPainter } from "../../src/ui/lanes-painter.ts";
import { buildTrace } from "../lanes/support.ts";

/** Two tasks one after the other on one thread, 1000 ms. */
function makeTrace(endMs?: number): Trace {
  return buildTrace({ threads: 1, tasks: 2, ...(endMs === undefined ? {} : { endMs }) }, [
    [0, 0, 0, "started"],
    [500, 0, 0, "finished"],
    [500, 0, 1, "started"],
    ...(endMs === undefined ? [] : ([[1000, 0, 1, "finished"]] as const)),
  ]);
}

const finished: Scene = {
  source: { kind: "finished", lab: "made", variant: "sequential" },
  view: "tasks",
  window: null,
  cursorMs: null,
  firstRow: 0,
  replaying: false,
  noun: "mail",
  nouns: "mails",
  expectedMs: null,
  coreIds: [0],
  wantedRows: 4,
  companion: "cores",
};
const live: Scene = { ...finished, source: { kind: "live" }, expectedMs: 1000 };

function open(first: Scene | null, found: { readonly trace: Trace; readonly elapsedMs: number } | null) {
  let scene = first;
  let nowMs = 5000;
  let ends = 0;
  const asked: Scene["source"][] = [];
  const painter = createLanesPainter({
    selectScene: () => scene,
    traces: {
      find(source) {
        asked.push(source);
        return found;
      },
    },
    glyphs: "unicode",
    colour: "none",
    now: () => nowMs,
    onReplayEnd: () => ends++,
  });
  return {
    painter,
    asked,
    draw: (width = 60, height = 4) => painter.draw(width, height),
    show(next: Scene | null) {
      scene = next;
    },
    pass(ms: number) {
      nowMs += ms;
    },
    ends: () => ends,
  };
}
const done = { trace: makeTrace(1000), elapsedMs: 1000 };
/** Columns that show work, of the lanes alone. */
const inked = (rows: readonly string[]) =>
  rows.slice(0, 2).reduce((sum, row) => sum + row.replaceAll(/[^█▌▏▒▓0-9]/g, "").length, 0);

describe("lanes", () => {
  test("fill their box, row by row", () => {
    const { draw } = open(finished, done);
    for (const [width, height] of [
      [60, 4],
      [76, 10],
      [40, 1],
    ] as const) {
      const rows = draw(width, height);
      expect(rows).toHaveLength(height);
      for (const row of rows) expect([...row]).toHaveLength(width);
    }
  });

  test("are those of the trace that the scene names", () => {
    const { draw, asked } = open(finished, done);
    expect(draw().join("\n")).toMatch(/mail 1 .*\n.*mail 2 /);
    expect(asked).toEqual([{ kind: "finished", lab: "made", variant: "sequential" }]);
  });

  test.each([
    ["no lanes on the screen", null, done],
    ["a trace that is gone", finished, null],
  ])("are none: %s", (_, scene, found) => {
    const { draw, painter } = open(scene, found);
    expect(draw()).toEqual([]);
    expect(painter.last).toBeNull();
    expect(painter.frames).toBe(0);
  });

  test("are remembered for stepping, and counted", () => {
    const { draw, painter } = open({ ...finished, firstRow: 1 }, done);
    draw(60, 2);
    draw(60, 2);
    expect(painter.frames).toBe(2);
    expect(painter.last).toMatchObject({ trace: done.trace, firstRow: 1, visibleRows: 1, coreIds: [0] });
    expect(painter.last?.columnMs).toBeGreaterThan(0);
  });

  test("show the cores below the tasks where there is room", () => {
    const { draw } = open(finished, done);
    expect(draw(60, 4).join("\n")).not.toMatch(/core|thread/);
    expect(draw(60, 8).join("\n")).toMatch(/mail 2 [^]*\n +\n.*(core|thread)/);
  });
});

describe("a run that goes on", () => {
  test("has an axis as long as it should take, from the start", () => {
    const { draw } = open(live, { trace: makeTrace(), elapsedMs: 100 });
    const early = draw();
    expect(early[2]).toMatch(/0 ms.*1,000/);
    expect(inked(early)).toBeGreaterThan(0);
  });

  test("grows with the time that has passed", () => {
    const widths = [100, 400, 900].map((elapsedMs) => {
      const { draw } = open(live, { trace: makeTrace(), elapsedMs });
      return inked(draw());
    });
    expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
    expect(widths[2]).toBeGreaterThan(widths[1] ?? 0);
  });

  test("makes its axis longer when it takes longer than it should", () => {
    const { draw } = open(live, { trace: makeTrace(), elapsedMs: 4000 });
    expect(draw()[2]).toMatch(/3,000/);
  });

  test("moves, and stands when it is over", () => {
    const { painter, show } = open(live, done);
    expect(painter.isMoving()).toBe(true);
    show(finished);
    expect(painter.isMoving()).toBe(false);
    show(null);
    expect(painter.isMoving()).toBe(false);
  });

  test("shows all of itself once its trace is whole", () => {
    const whole = open(live, { trace: makeTrace(1000), elapsedMs: 9999 });
    const after = open(finished, done);
    expect(whole.draw()).toEqual(after.draw());
  });
});

describe("a replay", () => {
  const replaying: Scene = { ...finished, replaying: true };

  test("shows more and more of the run, and all of it at its end", async () => {
    const { painter, draw, pass, ends } = open(replaying, done);
    painter.replay(true);
    const amounts: number[] = [];
    for (let second = 0; second < 8; second++) {
      amounts.push(inked(draw()));
      pass(1000);
    }
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(amounts[0]).toBeLessThan(3);
    expect(amounts[7]).toBeGreaterThan(amounts[3] ?? 0);
    expect(ends()).toBe(0);
    expect(draw()).toEqual(open(finished, done).draw());
    await Promise.resolve();
    expect(ends()).toBe(1);
  });

  test("marks the moment that it has come to", () => {
    const { painter, draw, pass } = open(replaying, done);
    painter.replay(true);
    pass(4000);
    expect(draw()[2]).toContain("500 ms");
  });

  test("of a stretch of time goes from its beginning to its end", () => {
    const { painter, draw, pass } = open({ ...replaying, window: { fromMs: 200, toMs: 600 } }, done);
    painter.replay(true);
    pass(4000);
    expect(draw()[2]).toContain("400 ms");
  });

  test("begins anew when it is begun again, and moves while it lasts", () => {
    const { painter, draw, pass } = open(replaying, done);
    painter.replay(true);
    pass(6000);
    const late = inked(draw());
    painter.replay(false);
    painter.replay(true);
    expect(inked(draw())).toBeLessThan(late);
    expect(painter.isMoving()).toBe(true);
  });

  test("begins with its first frame where nobody has said when", () => {
    const { draw, pass } = open(replaying, done);
    const first = inked(draw());
    pass(4000);
    expect(inked(draw())).toBeGreaterThan(first);
  });

  test("keeps its clock to itself: without one there is all of the run", () => {
    const { painter, draw, pass, show } = open(replaying, done);
    painter.replay(true);
    pass(2000);
    show(finished);
    expect(draw()).toEqual(open(finished, done).draw());
  });
});

describe("a moment that is looked at", () => {
  test("is marked on every lane and named on the axis", () => {
    const rows = open({ ...finished, cursorMs: 250 }, done).draw();
    expect(rows[2]).toContain("250 ms");
    expect(rows[1]).toContain("┊");
  });
});

describe("two pictures, one above the other", () => {
  test("have one legend, which explains the signs of both", () => {
    // The queued task is ready in its own lane only: no thread has it yet.
    const trace = buildTrace({ threads: 1, tasks: 2, endMs: 1000 }, [
      [0, 0, 1, "queued"],
      [0, 0, 0, "started"],
      [500, 0, 0, "finished"],
      [500, 0, 1, "started"],
      [1000, 0, 1, "finished"],
    ]);
    const scene: Scene = { ...finished, view: "threads", companion: "tasks", wantedRows: 4 };
    const rows = open(scene, { trace, elapsedMs: 1000 }).draw(80, 12);
    expect(rows.filter((row) => row.includes("· ready"))).toHaveLength(1);
    expect(rows.findIndex((row) => row.includes("· ready"))).toBeLessThan(
      rows.findIndex((row) => row.includes("mail 1")),
    );
  });
});
