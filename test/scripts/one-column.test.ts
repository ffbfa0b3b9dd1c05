import stringWidth from "string-width";
import { expect, test } from "vitest";
import { oneColumn } from "../../scripts/one-column.ts";

test("every character of the class has one column, alone and beside any other", () => {
  const inClass = new RegExp(`^[${oneColumn}]$`, "u");
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => inClass.test(character),
  );
  expect(characters.length).toBeGreaterThan(300);
  expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  const mixed = characters.filter((character) => stringWidth(`a${character}─${character}`) !== 4);
  expect(mixed).toEqual([]);
});
