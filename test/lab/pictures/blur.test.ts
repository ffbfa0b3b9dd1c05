import fc from "fast-check";
import { expect, test } from "vitest";
import { blur } from "../../../src/lab/pictures/blur.ts";
import type { Picture } from "../../../src/lab/pictures/picture.ts";
import { anyPicture, plain } from "./pictures.ts";

/** The same, point by point, as one would write it down first. */
function blurSlowly(picture: Picture, radius: number): Picture {
  let { width, height, data } = picture;
  for (let pass = 0; pass < 6; pass++) {
    const turned = new Uint8Array(data.length);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        for (let channel = 0; channel < 3; channel++) {
          let sum = 0;
          for (let by = -radius; by <= radius; by++) {
            const x = Math.min(width - 1, Math.max(0, column + by));
            sum += data[(row * width + x) * 3 + channel] as number;
          }
          turned[(column * height + row) * 3 + channel] = sum / (2 * radius + 1);
        }
    [width, height, data] = [height, width, turned];
  }
  return { width, height, data };
}

test("every point becomes the average of its neighbours, three times over", () => {
  fc.assert(
    fc.property(anyPicture, fc.integer({ min: 1, max: 15 }), (picture, radius) => {
      expect(blur(picture, radius)).toEqual(blurSlowly(picture, radius));
    }),
  );
});

test("a picture of one colour stays as it is", () => {
  const picture = plain(20, 10, [200, 3, 255]);
  expect(blur(picture)).toEqual(picture);
});

test("a picture loses its edges, and what was given is left alone", () => {
  const edge: Picture = {
    width: 60,
    height: 1,
    data: Uint8Array.from({ length: 180 }, (_, at) => (at < 90 ? 0 : 255)),
  };
  const before = edge.data.slice();
  const { data } = blur(edge, 5);
  const steps = Array.from({ length: 59 }, (_, x) => (data[3 * x + 3] as number) - (data[3 * x] as number));
  expect(Math.max(...steps)).toBeLessThan(50);
  expect(edge.data).toEqual(before);
});
