import fc from "fast-check";
import "../lab/support/patience.ts";
import { describe, expect, test } from "vitest";
import { lessons } from "../app/support/lessons.ts";
import { conditions, measureLesson } from "./support/measurements.ts";
import { blocksToText, findingsOf, sayPlain } from "./support/texts.ts";

const unfit = /\(not measured\)|undefined|NaN|Infinity|\[object|[{}]/;

describe("after all labs were run", () => {
  test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    "every finding of %s says something that is so",
    (_, lesson) => {
      fc.assert(
        fc.property(conditions, (made) => {
          const measured = measureLesson(lesson, made);
          for (const { id, body } of lesson.steps) {
            for (const finding of findingsOf(body)) {
              const said = sayPlain(finding, measured);
              expect(said.trim(), id).not.toBe("");
              expect(said, id).not.toMatch(unfit);
              expect(said, id).not.toContain("The runs were not made");
            }
            expect(blocksToText(body, measured), id).not.toMatch(unfit);
          }
        }),
        { numRuns: 150 },
      );
    },
    60_000,
  );
});

/** What may be said on one core and on several, with clear runs. */
describe("with runs that are clear", () => {
  const textOn = (cores: number, slowness: readonly number[] = [1]) =>
    lessons
      .map((lesson) => {
        const measured = measureLesson(lesson, { cores, slowness, steady: false, tellsCores: true });
        return lesson.steps.map(({ body }) => blocksToText(body, measured)).join("\n");
      })
      .join("\n");

  test("on one core nothing is said to have run at the same time on cores of its own", () => {
    const text = textOn(1);
    expect(text).not.toMatch(/each on a core of its own/);
    expect(text).toContain("This program has one core here");
    expect(text).toContain("taking turns on one core saved nothing");
  });

  test("on several cores the gain of parallel runs is told", () => {
    const text = textOn(4);
    expect(text).toContain("3.00 times as fast as one after another");
    expect(text).toContain("each on a core of its own");
    expect(text).not.toMatch(/has one core|With the one core|With one core, (nothing|parallel)/);
  });

  test("on cores that others use no gain is told that there was not", () => {
    const noisy = [1, 5, 2.5, 1.2, 4, 3.1, 1.9];
    expect(textOn(4, noisy)).toMatch(/no clear gain in these runs|no clear difference/);
  });
});
