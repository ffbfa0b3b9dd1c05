import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLesson } from "../../src/lessons/parse-lesson.ts";

const markdown = readFileSync("test/lessons/fixtures/lessons/01-difference/lesson.md", "utf8");
const lines = markdown.split("\n");

/** The whole lesson with one line taken out, or replaced by another of its lines or by anything. */
const anyEdit = fc
  .record({
    at: fc.nat({ max: lines.length - 1 }),
    by: fc.oneof(
      fc.constant([]),
      fc.constantFrom(...lines).map((line) => [line]),
      fc.string({ unit: "binary" }).map((text) => [text]),
      fc
        .constantFrom("```lab", "---", "{", "why: {x}", "  - *a", "- when: x", "## ", "\t- a")
        .map((line) => [line]),
    ),
  })
  .map(({ at, by }) => lines.toSpliced(at, 1, ...by).join("\n"));

test("whatever is in a file, it is a lesson or has problems on lines that it has", () => {
  fc.assert(
    fc.property(anyEdit, (text) => {
      const source = { file: "lesson.md", id: "01-x", markdown: text, code: { "parallel.ts": "" } };
      const parsed = parseLesson(source);
      if (parsed.state === "ok") return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { line, field, found, allowed } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split("\n").length);
        expect([field, found, allowed]).not.toContain("");
        expect(found + allowed).not.toMatch(/\n|undefined|\[object/);
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("comments in a row are read at once, however many", () => {
  const row = `${"<!-- a --> ".repeat(300)}x`;
  const source = {
    file: "lesson.md",
    id: "01-x",
    markdown: `${markdown}\n\n${row}\n`,
    code: { "parallel.ts": "" },
  };
  expect(parseLesson(source).state).toBe("broken");
  const comments = { ...source, markdown: `${markdown}\n\n${"<!-- a -->\n".repeat(300)}` };
  expect(parseLesson(comments).state).toBe("ok");
});

test("a line without end, and what is nested without end, are problems", () => {
  const lesson = (text: string) =>
    parseLesson({
      file: "lesson.md",
      id: "01-x",
      markdown: `${markdown}\n${text}\n`,
      code: { "parallel.ts": "" },
    });
  expect(lesson("x".repeat(4001))).toMatchObject({
    problems: [
      { line: lines.length + 1, field: "line", found: "4001 characters", allowed: "at most 4000 in a line" },
    ],
  });
  expect(lesson(`\n\`\`\`quiz\nid: ${"[\n".repeat(20_000)}\n\`\`\`\n`).state).toBe("broken");
});
