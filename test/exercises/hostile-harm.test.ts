import { expect, test } from "vitest";
import { readHostile, testHostile } from "./hostile-corpus.ts";

testHostile("code that does harm", ({ name }) => !name.startsWith("fake-"));

test("there are enough of them", () => {
  const fakes = readHostile().filter(({ name }) => name.startsWith("fake-"));
  expect(fakes.length).toBeGreaterThanOrEqual(40);
  expect(readHostile().length - fakes.length).toBeGreaterThanOrEqual(20);
});
