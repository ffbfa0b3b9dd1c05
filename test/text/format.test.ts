import { expect, test } from "vitest";
import { formatCount, formatMs, formatNumberOf, formatPercent, formatRatio } from "../../src/text/format.ts";

test.each([
  [0, "0 ms"],
  [0.02, "0.02 ms"],
  [0.004, "0.004 ms"],
  [0.0001, "0 ms"],
  [0.2, "0.2 ms"],
  [2, "2 ms"],
  [2.04, "2.0 ms"],
  [4.21, "4.2 ms"],
  [9.94, "9.9 ms"],
  [9.97, "10 ms"],
  [752.4, "752 ms"],
  [999.4, "999 ms"],
  [999.6, "1.00 s"],
  [1250, "1.25 s"],
  [9994, "9.99 s"],
  [9996, "10.0 s"],
  [12_500, "12.5 s"],
  [12_345_678, "12,345.7 s"],
])("%d ms is %s", (ms, words) => expect(formatMs(ms)).toBe(words));

test.each([
  [1.966, "1.97"],
  [0.5, "0.50"],
  [0.0005, "0.0005"],
  [9.994, "9.99"],
  [9.996, "10.0"],
  [12.54, "12.5"],
  [99.96, "100"],
  [2000.4, "2,000"],
  [20_000, "20,000"],
])("ratio %d is %s", (ratio, words) => expect(formatRatio(ratio)).toBe(words));

test.each([
  [0, "0 %"],
  [0.02, "0 %"],
  [0.44, "0.4 %"],
  [0.96, "1 %"],
  [2.6, "3 %"],
  [198.2, "198 %"],
])("%d per cent is %s", (percent, words) => expect(formatPercent(percent)).toBe(words));

test.each([
  [4, "4"],
  [2.5, "2.5"],
  [999.9, "999.9"],
  [1_076_515.8, "1,076,516"],
  [9999, "9,999"],
  [10_000, "10,000"],
  [1_234_567, "1,234,567"],
])("count %d is %s", (count, words) => expect(formatCount(count)).toBe(words));

test("one thing and several", () => {
  expect([0, 1, 2].map((count) => formatNumberOf(count, "dish", "dishes"))).toEqual([
    "0 dishes",
    "1 dish",
    "2 dishes",
  ]);
});
