import { describe, expect, it } from "vitest";
import { drawLanes } from "../../src/lab/lanes/draw-lanes.ts";
import { say } from "../../src/text/say.ts";
import { buildTrace, defaults, drawText, toCells } from "./support.ts";

/** Two threads on cores 0 and 2: one computes two tasks in turns, one waits and then computes. */
function makeTrace() {
  const trace = buildTrace({ threads: 2, tasks: 3, endMs: 100 }, [
    [0, 0, 0, "queued"],
    [0, 0, 1, "queued"],
    [0, 0, 2, "queued"],
    [0, 0, 0, "started"],
    [20, 0, 0, "yielded"],
    [20, 0, 1, "started"],
    [40, 0, 1, "yielded"],
    [40, 0, 0, "resumed"],
    [60, 0, 0, "finished"],
    [60, 0, 1, "resumed"],
    [80, 0, 1, "finished"],
    [10, 1, 2, "started"],
    [10.5, 1, 2, "waiting"],
    [70, 1, 2, "resumed"],
    [90, 1, 2, "failed"],
  ]);
  for (let atMs = 0; atMs <= 100; atMs += 20) {
    trace.sample(0, atMs, 0, Math.min(80, atMs));
    trace.sample(1, atMs, 2, atMs < 70 ? 0.5 : 20);
  }
  return trace;
}

describe("threads", () => {
  it("shows who runs by block and number, and what a thread does otherwise", () => {
    expect(drawText(makeTrace(), { view: "threads" })).toEqual([
      "thread 0 1████2████1████2████       80 %",
      "thread 1   ▏┄┄┄┄┄┄┄┄┄┄┄┄┄┄3█████    21 %",
      "         ┴0 ms───────┴50──────────  busy",
      "",
    ]);
  });

  it("has a set of glyphs for terminals without Unicode", () => {
    expect(
      drawText(makeTrace(), { view: "threads", glyphs: "ascii", legend: true, height: 5, width: 80 }),
    ).toEqual([
      "thread 0 1############2############1############2############               80 %",
      "thread 1       =--------------------------------------3#############        21 %",
      "         +0 ms--------+20----------+40----------+60----------+80----------  busy",
      "# running  = briefly  - waiting (needs no core)",
      "",
    ]);
  });
});

describe("tasks", () => {
  it("shows each task's states and when it ended", () => {
    expect(drawText(makeTrace(), { view: "tasks", width: 41, height: 5 })).toEqual([
      "task 1 █████·····█████              60 ms",
      "task 2 ·····█████·····█████         80 ms",
      "task 3 ··▏┄┄┄┄┄┄┄┄┄┄┄┄┄┄█████✗     failed",
      "       ┴0 ms───────┴50──────────  done at",
      "",
    ]);
  });

  it("stays one task's lane when another thread takes the task over", () => {
    const trace = buildTrace({ threads: 2, tasks: 1, endMs: 100 }, [
      [0, 0, 0, "started"],
      [49, 0, 0, "waiting"],
      [49.2, 1, 0, "resumed"],
      [50, 1, 0, "waiting"],
      [50.2, 0, 0, "resumed"],
      [100, 0, 0, "finished"],
    ]);
    expect(drawText(trace, { view: "tasks", width: 41 })[0]).toBe(
      "task 1 █████████████████████████   100 ms",
    );
  });

  it("calls tasks what the lesson calls them", () => {
    expect(drawText(makeTrace(), { view: "tasks", glyphs: "ascii", noun: "mail" })[2]).toBe(
      "mail 3 ..:-------------=####x     failed",
    );
  });

  it("draws nothing later than it is told", () => {
    expect(drawText(makeTrace(), { view: "tasks", width: 41, untilMs: 60 })).toEqual([
      "task 1 █████·····█████              60 ms",
      "task 2 ·····█████·····",
      "task 3 ··▏┄┄┄┄┄┄┄┄┄┄┄┄",
      "       ┴0 ms───────┴50──────────  done at",
    ]);
  });
});

describe("cores", () => {
  it("has a row for every core that may be used, idle ones too, and a waiting thread needs none", () => {
    expect(drawText(makeTrace(), { view: "cores", coreIds: [0, 1], height: 5 })).toEqual([
      "core 0 1████2█████1████2█████       80 %",
      "core 1                               0 %",
      "core 2   ▏               ▏3████▌    21 %",
      "       ┴0 ms────────┴50───────────  busy",
      "",
    ]);
  });

  it("shows threads where the system does not tell cores, and says so", () => {
    const trace = buildTrace({ threads: 1, tasks: 1 }, [[0, 0, 0, "started"]]);
    const picture = drawLanes(trace, { ...defaults, view: "cores", coreIds: [0, 1], untilMs: 50 });
    expect(picture.note).toBe(say.lanes.noCores);
    expect(picture.rowCount).toBe(1);
  });

  it("has idle cores, and nothing to say, before the first event", () => {
    const trace = buildTrace({ threads: 1, tasks: 1 }, []);
    const picture = drawLanes(trace, { ...defaults, view: "cores", coreIds: [0, 1], untilMs: 0 });
    expect([picture.note, picture.rowCount]).toEqual([null, 2]);
  });

  it("shows several where two threads are on one core, which is not busy twice", () => {
    const trace = buildTrace({ threads: 2, tasks: 2, endMs: 100 }, [
      [0, 0, 0, "started"],
      [0, 1, 1, "started"],
      [100, 0, 0, "finished"],
      [100, 1, 1, "finished"],
    ]);
    for (const thread of [0, 1]) {
      trace.sample(thread, 0, 3, 0);
      trace.sample(thread, 100, 3, 50);
    }
    const [cores, threads] = [drawText(trace, { view: "cores" }), drawText(trace, { view: "threads" })];
    expect(cores[0]).toBe("core 3 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 100 %");
    expect(threads[0]).toBe("thread 0 1▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ 100 %");
  });

  it("counts a core that two threads share no more than once", () => {
    const trace = buildTrace({ threads: 2, tasks: 2, endMs: 100 }, [
      [0, 0, 0, "started"],
      [0, 1, 1, "started"],
      [50, 0, 0, "finished"],
      [50, 1, 1, "finished"],
    ]);
    for (const thread of [0, 1]) trace.sample(thread, 0, 3, 0);
    // A width at which a column ends at 50 ms: within a column, two that ran count as if in turn.
    expect(drawText(trace, { view: "cores", width: 39 })[0]).toMatch(/▒ +50 %$/);
  });

  it("lists a core as soon as a thread is seen on it", () => {
    const trace = buildTrace({ threads: 1, tasks: 1 }, [[0, 0, 0, "started"]]);
    const coreIds = [0];
    const labels = () =>
      drawText(trace, { view: "cores", coreIds, untilMs: 90 }).map((line) => line.slice(0, 6));
    trace.sample(0, 10, 0, 10);
    expect(labels().slice(0, 1)).toEqual(["core 0"]);
    trace.sample(0, 50, 5, 50);
    expect(labels().slice(0, 2)).toEqual(["core 0", "core 5"]);
  });

  it("follows a thread from core to core", () => {
    const trace = buildTrace({ threads: 1, tasks: 1, endMs: 100 }, [
      [0, 0, 0, "started"],
      [100, 0, 0, "finished"],
    ]);
    trace.sample(0, 10, 0, 10);
    trace.sample(0, 50, 1, 50);
    expect(drawText(trace, { view: "cores", width: 33 }).slice(0, 2)).toEqual([
      "core 0 1█████████            50 %",
      "core 1           1█████████  50 %",
    ]);
  });
});

describe("a shared core", () => {
  it("is told by CPU time that is clearly less than the time of running, not than all time", () => {
    // Runs 10 ms of every 50 and gets them all; CPU time is known in ticks of 10 ms, late.
    const steps = Array.from({ length: 10 }, (_, i) => [
      [i * 50, 0, 0, i === 0 ? "started" : "resumed"] as const,
      [i * 50 + 10, 0, 0, "waiting"] as const,
    ]).flat();
    const trace = buildTrace({ threads: 1, tasks: 1, endMs: 500 }, steps);
    for (let atMs = 0; atMs <= 500; atMs += 50) trace.sample(0, atMs, 0, Math.max(0, atMs / 5 - 10));
    const [row] = drawText(trace, { toMs: 500, width: 80 });
    expect(row).toContain("█");
    expect(row).not.toContain("▓");
  });
});

describe("columns", () => {
  const oneThread = (
    steps: readonly (readonly [number, number, "started" | "waiting" | "resumed" | "yielded"])[],
  ) =>
    buildTrace(
      { threads: 1, tasks: 4, endMs: 100 },
      steps.map(([atMs, task, kind]) => [atMs, 0, task, kind]),
    );
  // 25 columns of 4 ms.
  const draw = (trace: ReturnType<typeof oneThread>) =>
    drawText(trace, { width: 40, glyphs: "ascii", height: 2 })[0]?.slice(9, 34);

  it("keeps the shortest burst as a thin mark, a longer one as half a block", () => {
    const steps = [
      [4.1, 0, "started"],
      [4.101, 0, "waiting"],
      [9, 0, "resumed"],
      [10, 0, "waiting"],
      [13, 0, "resumed"],
      [16, 0, "waiting"],
    ] as const;
    expect(draw(oneThread(steps))).toBe(" :=1---------------------");
  });

  it("gives a column in which one task follows another to who had more of it", () => {
    const steps = [
      [0, 0, "started"],
      [11, 0, "yielded"],
      [11, 1, "started"],
      [20, 1, "waiting"],
    ] as const;
    expect(draw(oneThread(steps))).toBe("1##2#....................");
  });

  it("shows several where a task came and went within the column", () => {
    const steps = [
      [0, 0, "started"],
      [9, 0, "yielded"],
      [9, 1, "started"],
      [10, 1, "yielded"],
      [10, 2, "started"],
      [20, 2, "yielded"],
    ] as const;
    expect(draw(oneThread(steps))).toBe("1#%3#....................");
  });

  it("shows several where the one who had less is not seen in the column beside it", () => {
    const endingAt = (endMs: number) =>
      [
        [0, 0, "started"],
        [11, 0, "yielded"],
        [11, 1, "started"],
        [endMs, 1, "waiting"],
      ] as const;
    expect(draw(oneThread(endingAt(11.9)))).toBe("1#%......................");
    expect(draw(oneThread(endingAt(12)))).toBe("1#%......................");
    expect(draw(oneThread(endingAt(12.1)))).toBe("1##:.....................");
  });

  it("shows several where turns are much shorter than a column, and one where one task has them all", () => {
    const turns = (tasks: number) =>
      Array.from({ length: 400 }, (_, i) => [i * 0.25, i % tasks, "started"] as const).flatMap(
        ([atMs, task]) => [[atMs, task, "started"] as const, [atMs + 0.24, task, "waiting"] as const],
      );
    expect(draw(oneThread(turns(2)))).toBe("%".repeat(25));
    expect(draw(oneThread(turns(1)))).toBe(`1${"#".repeat(24)}`);
  });

  it("writes a number over each block that it fits on", () => {
    const trace = buildTrace({ threads: 1, tasks: 120, endMs: 100 }, [
      [0, 0, 99, "started"],
      [12, 0, 99, "finished"],
      [20, 0, 99, "started"],
      [40, 0, 99, "finished"],
      [60, 0, 8, "started"],
      [64, 0, 8, "finished"],
    ]);
    expect(draw(trace)).toBe("100  100##     9         ");
  });
});

describe("cursor", () => {
  it("marks its moment on every row and on the axis, and hides no state", () => {
    const options = { ...defaults, view: "tasks", cursorMs: 50, width: 41, height: 5 } as const;
    expect(drawText(makeTrace(), { ...options, cursorMs: 92 })).toEqual([
      "task 1 █████·····█████        ┊     60 ms",
      "task 2 ·····█████·····█████   ┊     80 ms",
      "task 3 ··▏┄┄┄┄┄┄┄┄┄┄┄┄┄┄█████✗┊    failed",
      "       ┴0 ms───────┴50───92 ms▲─  done at",
      "",
    ]);
    const picture = drawLanes(makeTrace(), options);
    const marked = picture.rows.slice(0, 3).map((row) => toCells(row)[picture.laneStart + 12]);
    expect(marked).toEqual([
      { glyph: "█", style: 0, inverse: true },
      { glyph: "·", style: "ready", inverse: true },
      { glyph: "┄", style: "waiting", inverse: true },
    ]);
  });
});

describe("scrolling", () => {
  const many = () => buildTrace({ threads: 1, tasks: 10_000, endMs: 100 }, [[0, 0, 0, "started"]]);

  it("shows the rows from the first one asked for, and says which", () => {
    const picture = drawLanes(many(), { ...defaults, view: "tasks", firstRow: 8, height: 5, legend: true });
    expect([picture.firstRow, picture.visibleRows, picture.rowCount]).toEqual([8, 3, 10_000]);
    expect(drawText(many(), { view: "tasks", firstRow: 8, height: 5, legend: true })).toEqual([
      " task 9",
      "task 10",
      "task 11",
      "        ┴0 ms──────┴50─────────  done at",
      "                     rows 9–11 of 10,000",
    ]);
  });

  it("takes a first row out of range as the nearest that makes sense", () => {
    const at = (firstRow: number) =>
      drawLanes(many(), { ...defaults, view: "tasks", firstRow, height: 5 }).firstRow;
    expect([at(-5), at(20_000)]).toEqual([0, 9_997]);
  });
});

describe("legend", () => {
  it("explains in short words where long ones do not fit", () => {
    const options = { view: "tasks", legend: true, height: 5 } as const;
    expect(drawText(makeTrace(), { ...options, width: 100 })[4]).toBe(
      "█ running  ▌ briefly  ┄ waiting (needs no core)  · ready (its turn has not come)  ✗ failed",
    );
    expect(drawText(makeTrace(), { ...options, width: 60 })[4]).toBe(
      "█ running  ▌ briefly  ┄ waiting  · ready  ✗ failed",
    );
  });
});
