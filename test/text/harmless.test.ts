import fc from "fast-check";
import { expect, test } from "vitest";
import { makeHarmless } from "../../src/text/harmless.ts";

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  // Lone halves of characters, and the characters that matter here more often than chance would bring them.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom("\u001b", "[", "2", "J", "\r", "\n", "\u200d", "\ufe0f", "\u202e", "\ud83d", "\udc00"),
    )
    .map((parts) => parts.join("")),
);

test("nothing is left that could steer a terminal", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const harmless = makeHarmless(text);
      // Written out, not taken from the code under test.

      expect(harmless).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      expect(harmless).not.toMatch(/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/);
      expect(harmless).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 500 },
  );
});

test("what is harmless stays as it is, so that doing it twice changes nothing", () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(makeHarmless(makeHarmless(text))).toBe(makeHarmless(text));
    }),
  );
  const plain = "Tab\tnewline\nß 日本 ✓ ● ⣿ → é 🙂 {machine.cores}";
  expect(makeHarmless(plain)).toBe(plain);
});

test.each([
  ["a\u001b[31mb", "a\ufffd[31mb"],
  ["a\r\nb\rc", "a\nb\ufffdc"],
  ["\u009b2J", "\ufffd2J"],
  ["user\u202etxt.exe", "user\ufffdtxt.exe"],
  ["a\u2028b", "a\ufffdb"],
  ["\ufeffstart", "start"],
  ["❤\ufe0f", "❤"],
  ["👩\u200d💻", "👩💻"],
  // Taking the invisible out must not put two halves of a character together.
  ["\ud83d\ufe0f\ude00", "\ufffd\ufffd"],
])("%j becomes %j", (text, harmless) => {
  expect(makeHarmless(text)).toBe(harmless);
});
