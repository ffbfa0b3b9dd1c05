import { expect, test } from "vitest";
import { pointBytes, sizeOf } from "../../../src/lab/pictures/picture.ts";
import { renderScene } from "../../../src/lab/pictures/scene.ts";

test("the same seed gives the same picture, another one another", () => {
  expect(renderScene(3, 40, 30)).toEqual(renderScene(3, 40, 30));
  const seeds = Array.from({ length: 8 }, (_, seed) => seed);
  const pictures = seeds.map((seed) => Buffer.from(renderScene(seed, 40, 30).data).toString("base64"));
  expect(new Set(pictures).size).toBe(seeds.length);
});

test("a picture has a point for each place, and is no single colour", () => {
  const { width, height, data } = renderScene(1, 37, 23);
  expect([width, height, data.length]).toEqual([37, 23, 37 * 23 * pointBytes]);
  expect(new Set(data).size).toBeGreaterThan(50);
});

test("the smallest picture is one point", () => {
  expect(renderScene(0, 1, 1).data).toHaveLength(pointBytes);
});

test.each([1, 2, 100, 12_345, 1_000_000])("%i points make a picture of about that size, 4 to 3", (points) => {
  const { width, height } = sizeOf(points);
  expect(Number.isInteger(width) && Number.isInteger(height)).toBe(true);
  expect(Math.abs(width * height - points)).toBeLessThanOrEqual(height);
  if (points > 1000) expect(width / height).toBeCloseTo(4 / 3, 1);
});
