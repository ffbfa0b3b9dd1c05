import { describe, expect, test } from "vitest";
import { drawLanesSvg, inkOn, kindsIn } from "../../src/export/lanes-svg.ts";
import type { CompactRun } from "../../src/lab/lanes/compact.ts";
import { taskPalette } from "../../src/lab/lanes/encode.ts";

const run: CompactRun = {
  columns: 100,
  endMs: 200,
  views: [
    {
      view: "tasks",
      count: 40,
      lanes: [
        { id: 0, cells: "r50 w25", busyMs: 100, endedMs: 150, failed: false },
        { id: 39, cells: "a50 r25", busyMs: 50, endedMs: 150, failed: true },
      ],
    },
    {
      view: "cores",
      count: 1,
      lanes: [{ id: 3, cells: "r50#0 r25#39", busyMs: 150, endedMs: null, failed: false }],
    },
  ],
};
const options = { title: 'Lanes of "<a>"', id: "x", toMs: 200, noun: "dish" };
const draw = (changes: Partial<typeof options> = {}) => drawLanesSvg(run, { ...options, ...changes }).text;
/** From where to where the shapes of a class go, in units. */
const spansOf = (svg: string, name: string) =>
  [
    ...svg.matchAll(new RegExp(`class="[^"]*\\b${name}\\b[^"]*"\\s+d="M([\\d.]+) [\\d.]+[hH]([\\d.]+)`, "g")),
  ].map(([, from, length]) => [Number(from), Number(length)]);

describe("a picture of lanes", () => {
  test("has a title and says what it shows, and how much of it", () => {
    const svg = draw();
    expect(svg).toContain('role="img"');
    expect(svg).toContain("Lanes of &quot;&lt;a&gt;&quot;");
    expect(svg).toContain("2 of 40 tasks, evenly picked. 1 core.");
    for (const name of ["dish 1", "dish 40", "core 3"]) expect(svg).toContain(`>${name}<`);
    expect(svg).toMatch(/150 ms[^]*failed[^]*75 %/);
  });

  test("draws each stretch as long as it took, by the time axis that it is given", () => {
    const [whole] = spansOf(draw(), "t0");
    const [half] = spansOf(draw({ toMs: 400 }), "t0");
    expect(half?.[0]).toBe(whole?.[0]);
    expect(half?.[1]).toBeCloseTo((whole?.[1] ?? 0) / 2, 1);
    // Waiting goes on from where running ended.
    const [wait] = spansOf(draw(), "waiting");
    expect(wait?.[0]).toBeCloseTo((whole?.[0] ?? 0) + (whole?.[1] ?? 0), 1);
  });

  test("tells states by shape and tasks by number: colour is never the only sign", () => {
    const svg = draw();
    expect(svg).toMatch(/class="waiting"/);
    expect(svg).toMatch(/class="ready"/);
    expect(svg).toMatch(/class="failed"/);
    // In the lane of the core: tasks 1 and 40, which have colours of the same palette.
    expect([...svg.matchAll(/class="n\d"[^>]*>(\d+)</g)].map(([, number]) => number)).toEqual(["1", "40"]);
    expect([...kindsIn([run])].sort()).toEqual(["failed", "ready", "running", "waiting"]);
  });

  test("writes numbers where they fit only", () => {
    const short = {
      ...run,
      views: [
        {
          view: "cores",
          count: 1,
          lanes: [{ id: 0, cells: "r1#0 r2#1", busyMs: 1, endedMs: null, failed: false }],
        },
      ],
    } as const;
    expect(drawLanesSvg(short, options).text).not.toMatch(/class="n\d"/);
  });

  test.each([0, 1e-9, 0.4, 3, 59, 12_345, 1e7])("has an axis for a run of %d ms", (endMs) => {
    const svg = drawLanesSvg({ ...run, endMs }, { ...options, toMs: endMs }).text;
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const ticks = svg.match(/class="tick"/g)?.length ?? 0;
    expect(ticks).toBeGreaterThanOrEqual(1);
    expect(ticks).toBeLessThanOrEqual(8);
  });
});

test("a number reads well on the colour of every task", () => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (
      colour.length === 4
        ? [...colour.slice(1)].map((digit) => digit + digit)
        : (colour.slice(1).match(/../g) ?? [])
    )
      .map((part) => Number.parseInt(part, 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const colour of taskPalette) {
    const [front, back] = [luminance(inkOn(colour)), luminance(colour)];
    expect((Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05), colour).toBeGreaterThanOrEqual(
      4.5,
    );
  }
});
