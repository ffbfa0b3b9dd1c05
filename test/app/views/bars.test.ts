import { describe, expect, test } from "vitest";
import type { ShownVariant } from "../../../src/app/state.ts";
import { layOutBars, sayVerdict } from "../../../src/app/views/bars-view.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { labState, openAt } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";
import { textOf } from "./judge.ts";

const display = { glyphs: "unicode", reducedMotion: false, painted: true } as const;
const step = everyLab().find(({ step: { id } }) => id === "computing")?.step;
if (step === undefined) throw new Error("no lab");
const knobs = labState(openAt(makeState(), "01-difference", "computing")).knobs;
const { variants, verdicts } = finishLab(orderLab(step.lab, knobs, 4), { cores: 4 });

function barsOf(changed: readonly ShownVariant[] = variants, width = 100): string[] {
  return layOutBars(changed, verdicts, { shown: "parallel", width, display }).map(textOf);
}
const lengthOf = (row: string | undefined) => row?.replaceAll(/[^█]/g, "").length ?? 0;

describe("bars", () => {
  test("are as long as the times are to each other", () => {
    const [sequential, concurrent, parallel] = barsOf().map(lengthOf);
    expect(sequential).toBe(concurrent);
    expect(parallel).toBe(Math.round((sequential ?? 0) * (200.4 / 600.4)));
  });

  test("begin in one column, and so do the figures after them", () => {
    const rows = barsOf().slice(0, 3);
    expect(new Set(rows.map((row) => row.indexOf("█"))).size).toBe(1);
    expect(new Set(rows.map((row) => row.search(/\d+ ms ±/))).size).toBe(1);
  });

  test("mark the variant that is shown", () => {
    expect(barsOf().map((row) => row.startsWith("▶"))).toEqual([false, false, true, false]);
  });

  test("say what may be said of each against the first", () => {
    const rows = barsOf();
    expect(rows[0]).not.toMatch(/as fast|as long|close/);
    expect(rows[1]).toContain("too close to call");
    expect(rows[2]).toContain("3.00 times as fast");
  });

  test("say how much more there was to do where that was varied, and nothing of who was faster", () => {
    const work = { sequential: 3, concurrent: 10, parallel: 10_000 };
    const rows = layOutBars(variants, verdicts, { shown: "parallel", width: 80, display, work }).map(textOf);
    expect(rows.slice(0, 3).map((row) => /[\d.,]+ times the work/.exec(row)?.[0])).toEqual([
      undefined,
      "3.33 times the work",
      "3,333 times the work",
    ]);
    expect(rows.join("")).not.toMatch(/as fast|as long|close/);
  });

  test("name no spread where there was one run each", () => {
    const once = variants.map((variant) => ({ ...variant, runs: 1 }));
    expect(barsOf(once).join("")).not.toContain("±");
  });

  test("leave no variant without a bar, however fast it was", () => {
    const quick = variants.map((variant, index) =>
      index === 1 ? { ...variant, measured: { median: 0.001, spread: 0 } } : variant,
    );
    expect(lengthOf(barsOf(quick)[1])).toBe(1);
  });

  test("share one axis, from nothing to the longest time, that ends where the longest bar does", () => {
    const rows = barsOf();
    const axis = rows.at(-1) ?? "";
    expect(axis).toMatch(/^ +0 ─+ time until all were done ─+ 600 ms$/);
    expect(axis.length).toBe((rows[0] ?? "").lastIndexOf("█") + 1);
  });
});

describe("a verdict in words", () => {
  test.each([
    ["faster", 1.97, "1.97 times as fast"],
    ["slower", 0.5, "2.00 times as long"],
    ["too-close", 1.01, "too close to call"],
  ] as const)("%s", (verdict, ratio, words) => {
    expect(sayVerdict({ verdict, ratio })).toBe(words);
  });
});

describe("bars that show what a time was made of", () => {
  const phases = { startMs: 100, handOverMs: 100, computeMs: 200 };
  const withParts = variants.map((variant) => ({ ...variant, figures: { ...variant.figures, phases } }));
  const rowsOf = (glyphs: "unicode" | "ascii", parts = true) =>
    layOutBars(withParts, verdicts, {
      shown: "parallel",
      width: 100,
      display: { ...display, glyphs },
      parts,
    }).map(textOf);
  const count = (row: string | undefined, sign: string) => (row ?? "").split(sign).length - 1;

  test("are as long as bars without parts", () => {
    const whole = rowsOf("unicode", false).map(lengthOf);
    const parts = rowsOf("unicode").map((row) => row.replaceAll(/[^░▓█]/g, "").length);
    expect(parts.slice(0, 3)).toEqual(whole.slice(0, 3));
  });

  test("have pieces as long as the parts are to each other, and say what each is", () => {
    const rows = rowsOf("unicode");
    const [start, handOver, compute] = ["░", "▓", "█"].map((sign) => count(rows[0], sign));
    expect(Math.abs((start ?? 0) - (handOver ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs((compute ?? 0) - (start ?? 0) - (handOver ?? 0))).toBeLessThanOrEqual(1);
    expect(rows.at(-1)).toContain("░ start   ▓ hand over and end   █ compute");
  });

  test("differ by sign in ASCII too", () => {
    expect(rowsOf("ascii")[0]).toMatch(/ \.+\++#+ /);
  });

  test("compare a variant with the one that its lab names", () => {
    const said = layOutBars(variants, verdicts, {
      shown: null,
      width: 100,
      display,
      work: { sequential: 1, concurrent: 5, parallel: 5 },
      against: { parallel: "concurrent" },
    }).map(textOf);
    expect(said[1]).toContain("5.00 times the work");
    expect(said[2]).toContain("times as fast");
  });
});

test("where one figure is next to nothing, no factor is told that nobody can read", () => {
  expect(sayVerdict({ ratio: 1e6, verdict: "faster" }, "slowest")).toBe(
    "less by a factor of more than 1,000",
  );
  expect(sayVerdict({ ratio: 1e-6, verdict: "slower" }, "slowest")).toBe("more than 1,000 times as much");
});
