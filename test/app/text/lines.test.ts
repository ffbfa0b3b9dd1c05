import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { cutText, fitLine, lineWidth, shortenLine, span } from "../../../src/app/text/lines.ts";
import { toAscii } from "../../../src/app/views/ascii.ts";
import { textOf } from "../views/judge.ts";

const text = fc.string({ unit: fc.constantFrom(..."ab 漢字é█→") });
const line = fc.array(
  text.map((one) => span(one)),
  { maxLength: 5 },
);

describe("cutting text", () => {
  test.each([
    ["short", 10, "short"],
    ["exact", 5, "exact"],
    ["longer", 4, "long"],
    ["漢字漢", 4, "漢字"],
    ["漢字漢", 3, "漢"],
    ["漢", 1, ""],
    ["anything", 0, ""],
  ])("%s to %i columns is %s", (whole, width, cut) => {
    expect(cutText(whole, width)).toBe(cut);
  });

  test("leaves a beginning that could not be longer", () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 20 }), (whole, width) => {
        const cut = cutText(whole, width);
        expect(whole.startsWith(cut)).toBe(true);
        expect(stringWidth(cut)).toBeLessThanOrEqual(width);
        const [next] = [...whole.slice(cut.length)];
        if (next !== undefined) expect(stringWidth(cut) + stringWidth(next)).toBeGreaterThan(width);
      }),
    );
  });
});

describe("fitting a line", () => {
  test("makes it exactly as wide as asked for", () => {
    fc.assert(
      fc.property(line, fc.nat({ max: 40 }), (spans, width) => {
        expect(lineWidth(fitLine(spans, width))).toBe(width);
      }),
    );
  });

  test("shows the beginning of the text, and nothing that comes after a gap", () => {
    fc.assert(
      fc.property(line, fc.nat({ max: 40 }), (spans, width) => {
        const shown = textOf(fitLine(spans, width)).trimEnd();
        expect(textOf(spans).startsWith(shown)).toBe(true);
      }),
    );
    expect(textOf(fitLine([span("a漢"), span("b")], 2))).toBe("a ");
  });

  test("keeps the tones", () => {
    expect(fitLine([span("ab", "title"), span("cd", "dim")], 3)).toEqual([
      span("ab", "title"),
      span("c", "dim"),
    ]);
  });
});

describe("a line for a terminal without Unicode", () => {
  test("has a like for every sign of the screens, of the same width", () => {
    expect(toAscii([span("• one │ two ‹ 3 ›", "strong")])).toEqual([span("* one | two < 3 >", "strong")]);
  });
  test("has a question mark for what has none", () => {
    expect(textOf(toAscii([span("Intel® Größe")]))).toBe("Intel? Gr??e");
  });
});

describe("shortening a line", () => {
  test.each([
    ["a title", 10, "a title"],
    ["a title", 7, "a title"],
    ["a long title", 7, "a lo..."],
    ["漢字漢字", 6, "漢 ..."],
    ["a long title", 2, ".."],
    ["a long title", 0, ""],
  ])("%s to %i columns is %s", (whole, width, shortened) => {
    const line = shortenLine([span(whole, "title")], width, "...");
    expect(textOf(line)).toBe(shortened);
  });
});
