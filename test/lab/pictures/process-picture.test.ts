import fc from "fast-check";
import { expect, test } from "vitest";
import { blur } from "../../../src/lab/pictures/blur.ts";
import { decode, encode } from "../../../src/lab/pictures/codec.ts";
import {
  checksumOf,
  mostPoints,
  planPicture,
  processPicture,
} from "../../../src/lab/pictures/process-picture.ts";
import { renderScene } from "../../../src/lab/pictures/scene.ts";

const file = encode(renderScene(2, 60, 45));

test("a processed file holds the picture, blurred once for each round", () => {
  expect(decode(processPicture(file))).toEqual(blur(decode(file)));
  expect(decode(processPicture(file, 2))).toEqual(blur(blur(decode(file))));
});

test("the same file comes to the same checksum, one bit off to another", () => {
  expect(checksumOf(processPicture(file))).toBe(checksumOf(processPicture(file)));
  const other = file.slice();
  other[20] = (other[20] as number) ^ 1;
  expect(checksumOf(other)).not.toBe(checksumOf(file));
});

test("however much is asked for, no picture is too large, and it comes to about that much", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (wanted) => {
      const { points, rounds } = planPicture(wanted);
      expect(points).toBeGreaterThanOrEqual(1);
      expect(points).toBeLessThanOrEqual(mostPoints);
      expect(Math.abs(points * rounds - wanted)).toBeLessThanOrEqual(Math.max(1, rounds));
    }),
  );
});
