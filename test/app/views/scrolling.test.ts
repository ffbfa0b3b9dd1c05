import { describe, expect, test } from "vitest";
import { visibleLines } from "../../../src/app/views/step-view.ts";
import { line } from "../../../src/app/text/lines.ts";
import { textOf } from "./judge.ts";

const lines = Array.from({ length: 30 }, (_, index) => line(String(index)));

function seen(scroll: number, focus: number | null, height = 10) {
  const visible = visibleLines({ lines, focus }, scroll, height);
  return {
    first: textOf(visible.lines[0] ?? []),
    count: visible.lines.length,
    above: visible.above,
    below: visible.below,
  };
}

describe("the lines that are on the screen", () => {
  test("begin where it was scrolled to", () => {
    expect(seen(7, null)).toEqual({ first: "7", count: 10, above: 7, below: 13 });
  });
  test("end with the last one, however far it was scrolled", () => {
    expect(seen(99, null)).toEqual({ first: "20", count: 10, above: 20, below: 0 });
  });
  test("are all of them where they fit", () => {
    expect(seen(5, 29, 40)).toEqual({ first: "0", count: 30, above: 0, below: 0 });
  });
  test("hold the focus where nothing was scrolled", () => {
    expect(seen(0, 9).first).toBe("0");
    for (const focus of [10, 15, 29]) {
      const { above, count } = seen(0, focus);
      expect(focus).toBeGreaterThanOrEqual(above);
      expect(focus).toBeLessThan(above + count);
    }
  });
  test("are where the learner scrolled to, focus or not", () => {
    expect(seen(3, 29).first).toBe("3");
  });
});
