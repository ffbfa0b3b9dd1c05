import fc from "fast-check";
import { expect, test } from "vitest";
import { resize } from "../../../src/lab/pictures/resize.ts";
import { anyPicture, rowsOf } from "./pictures.ts";

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;

test("the same size is the same picture", () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      expect(resize(picture, picture.width, picture.height)).toEqual(picture);
    }),
  );
});

test("a point of a smaller picture is the average of those it stands for", () => {
  expect(resize(rowsOf([red, blue], [red, blue]), 1, 1)).toEqual(rowsOf([[127, 0, 127]]));
  expect(resize(rowsOf([red, red, blue, blue]), 2, 1)).toEqual(rowsOf([red, blue]));
});

test("a larger picture shows each point several times", () => {
  expect(resize(rowsOf([red, blue]), 4, 2)).toEqual(rowsOf([red, red, blue, blue], [red, red, blue, blue]));
});

test("no size makes it read beside the picture", () => {
  const size = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(anyPicture, size, size, (picture, width, height) => {
      const { data } = resize(picture, width, height);
      expect(data).toHaveLength(3 * width * height);
      expect(Math.max(...data)).toBeLessThanOrEqual(Math.max(...picture.data));
      expect(Math.min(...data)).toBeGreaterThanOrEqual(Math.min(...picture.data));
    }),
  );
});
