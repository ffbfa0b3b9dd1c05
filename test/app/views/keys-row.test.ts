import { describe, expect, test } from "vitest";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { type KeyHint, layOutKeys } from "../../../src/app/views/keys-view.ts";
import { textOf } from "./judge.ts";

const display = { glyphs: "unicode", reducedMotion: false, painted: true } as const;
const hints: readonly KeyHint[] = [
  { key: "Enter", does: "next" },
  { key: "↑↓", does: "scroll" },
  { key: "?", does: "help", general: true },
];
const rowOf = (width: number, glyphs: "unicode" | "ascii" = "unicode") =>
  textOf(layOutKeys(hints, width, { ...display, glyphs }));

describe("the row of keys", () => {
  test.each([
    [40, "Enter next  ↑↓ scroll  ? help"],
    [29, "Enter next  ↑↓ scroll  ? help"],
    [28, "Enter next ↑↓ scroll ? help"],
    [26, "Enter next  ↑↓ scroll  ?"],
    [23, "Enter next ↑↓ scroll ?"],
  ])("of %i columns gives up space first, then the words of keys that act everywhere", (width, row) => {
    expect(rowOf(width)).toBe(row);
    expect(lineWidth(layOutKeys(hints, width, display))).toBeLessThanOrEqual(width);
  });

  test("names arrows by signs that every terminal has, where that is asked for", () => {
    expect(rowOf(40, "ascii")).toBe("Enter next  ^v scroll  ? help");
    const turn: KeyHint = { key: "↑↓ ←→", does: "knobs" };
    expect(textOf(layOutKeys([turn], 40, { ...display, glyphs: "ascii" }))).toBe("^v <> knobs");
  });

  test("is empty where there are none", () => {
    expect(layOutKeys([], 40, display)).toEqual([]);
  });
});
