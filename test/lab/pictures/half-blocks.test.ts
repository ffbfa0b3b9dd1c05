import fc from "fast-check";
import { expect, test } from "vitest";
import { drawPicture, type PictureLook, rowsFor } from "../../../src/lab/pictures/half-blocks.ts";
import { anyPicture, plain, rowsOf } from "./pictures.ts";

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const grey = [128, 128, 128] as const;

test("a half block shows two points: the upper in front, the lower behind", () => {
  const picture = rowsOf([red, blue], [grey, red]);
  expect(drawPicture(picture, 2, 1, { colour: "truecolor", glyphs: "unicode" })).toEqual([
    "\u001b[38;2;255;0;0;48;2;128;128;128m▀\u001b[38;2;0;0;255;48;2;255;0;0m▀\u001b[0m",
  ]);
});

test("colours are named once where they stay the same", () => {
  const [row = ""] = drawPicture(plain(8, 2, [1, 2, 3]), 8, 1, { colour: "truecolor", glyphs: "unicode" });
  expect(row).toBe(`\u001b[38;2;1;2;3;48;2;1;2;3m${"▀".repeat(8)}\u001b[0m`);
});

test("among 256 colours the nearest is taken, of the cube or of the greys", () => {
  const row = (colour: readonly [number, number, number]) =>
    drawPicture(plain(1, 2, colour), 1, 1, { colour: "256", glyphs: "unicode" })[0];
  expect(row([255, 0, 0])).toContain("38;5;196;48;5;196m");
  expect(row([100, 140, 210])).toContain("38;5;68;");
  expect(row([128, 128, 128])).toContain("38;5;244;");
  expect(row([0, 0, 0])).toContain("38;5;16;");
});

test("without colours the darkest point gets the first shade and the lightest the last", () => {
  const steps = rowsOf(
    ...[0, 1].map(() => [0, 60, 120, 180, 255].map((light) => [light, light, light] as const)),
  );
  expect(drawPicture(steps, 5, 1, { colour: "none", glyphs: "unicode" })).toEqual([" ░▒▓█"]);
  expect(drawPicture(steps, 5, 1, { colour: "truecolor", glyphs: "ascii" })).toEqual([" :=#@"]);
  expect(drawPicture(steps, 5, 1, { colour: "16", glyphs: "unicode" })).toEqual([" ░▒▓█"]);
});

test("whatever the picture and the box, the rows fill it", () => {
  const look: fc.Arbitrary<PictureLook> = fc.record({
    colour: fc.constantFrom("none", "16", "256", "truecolor"),
    glyphs: fc.constantFrom("unicode", "ascii"),
  });
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(anyPicture, side, side, look, (picture, columns, rows, how) => {
      const drawn = drawPicture(picture, columns, rows, how);
      expect(drawn).toHaveLength(rows);
      for (const row of drawn) expect([...row.replace(/\u001b\[[\d;]*m/g, "")]).toHaveLength(columns);
      if (how.glyphs === "ascii") expect(drawn.join("")).toMatch(/^[ -~]*$/);
    }),
  );
});

test("as many rows as keep the picture's proportion", () => {
  expect(rowsFor(plain(4, 3, red), 40)).toBe(15);
  expect(rowsFor(plain(100, 1, red), 10)).toBe(1);
});
