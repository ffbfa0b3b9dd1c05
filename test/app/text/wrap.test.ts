import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { lineWidth, type Span, span, type Tone } from "../../../src/app/text/lines.ts";
import { wrapSpans } from "../../../src/app/text/wrap.ts";
import { textOf } from "../views/judge.ts";

const wrapped = (text: string, width: number, indent = 0) =>
  wrapSpans([span(text)], width, indent).map(textOf);

describe("wrapping", () => {
  test.each([
    ["breaks between words", "one two three", 7, 0, ["one two", "three"]],
    ["fills a line to its last column", "one two", 7, 0, ["one two"]],
    ["cuts a word that is longer than a line", "abcdefgh", 3, 0, ["abc", "def", "gh"]],
    ["does not begin a long word on a line that is begun", "a bcdefgh", 4, 0, ["a", "bcde", "fgh"]],
    ["indents every line but the first", "one two three", 5, 2, ["one", "  two", "  thr", "  ee"]],
    ["makes one space of many", "one   two \n three", 40, 0, ["one two three"]],
    ["drops spaces at the ends", "  one  ", 40, 0, ["one"]],
    ["makes one empty line of nothing", "", 10, 0, [""]],
    ["counts columns, not characters", "漢字 漢字", 5, 0, ["漢字", "漢字"]],
    ["does not tear a wide character apart", "漢字漢", 3, 0, ["漢", "字", "漢"]],
  ])("%s", (_, text, width, indent, expected) => {
    expect(wrapped(text, width, indent)).toEqual(expected);
  });

  test("does not tear words apart where only the tone changes", () => {
    const lines = wrapSpans([span("a (b"), span("old", "strong"), span("), c")], 8);
    expect(lines.map(textOf)).toEqual(["a", "(bold),", "c"]);
    expect(lines[1]).toEqual([span("(b"), span("old", "strong"), span("),")]);
  });

  test("joins neighbours of one tone", () => {
    expect(wrapSpans([span("a "), span("b")], 10)).toEqual([[span("a b")]]);
  });
});

const character = fc.constantFrom(..."abcxyz.,-  \n\t漢字한é█→•");
const tone = fc.constantFrom<Tone>("plain", "strong", "code");
const spans = fc.array(
  fc.record({ text: fc.array(character, { maxLength: 30 }).map((all) => all.join("")), tone }),
  { maxLength: 8 },
);
const words = (list: readonly Span[]) =>
  list
    .map(({ text }) => text)
    .join("")
    .split(/\s+/)
    .filter(Boolean);

describe("wrapping any text", () => {
  test("makes no line wider than asked for", () => {
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 8, max: 60 }),
        fc.integer({ min: 0, max: 6 }),
        (list, width, indent) => {
          for (const line of wrapSpans(list, width, indent))
            expect(lineWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test("keeps every character but spaces, in order, in its tone", () => {
    const inked = (list: readonly Span[]) =>
      list.flatMap(({ text, tone: own }) => [...text.replaceAll(/\s/g, "")].map((one) => `${own} ${one}`));
    fc.assert(
      fc.property(spans, fc.integer({ min: 2, max: 60 }), (list, width) => {
        expect(inked(wrapSpans(list, width).flat())).toEqual(inked(list));
      }),
    );
  });

  test("keeps words whole that fit into a line", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const there = wrapSpans(list, width).map(textOf).join(" ").split(/\s+/);
        for (const word of words(list)) if (stringWidth(word) <= width) expect(there).toContain(word);
      }),
    );
  });

  test("fills lines: no word would have fitted into the line before", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const lines = wrapSpans(list, width).map(textOf);
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1]?.split(" ")[0];
          if (next === undefined || stringWidth(line) === width) continue;
          // A word that was cut goes on in the next line without a space.
          const whole = words(list).some((word) => word === next);
          if (whole) expect(stringWidth(line) + 1 + stringWidth(next)).toBeGreaterThan(width);
        }
      }),
    );
  });

  test("ends, and loses nothing, even where not one character fits", () => {
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 5 }),
        (list, width, indent) => {
          const lines = wrapSpans(list, width, indent);
          expect(lines.map(textOf).join("").replaceAll(/\s/g, "")).toBe(words(list).join(""));
        },
      ),
    );
  });
});
