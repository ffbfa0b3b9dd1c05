/** Everything on one core: what is said must be so there too. */
import { describe, inject, test } from "vitest";
import { hasCore, takeOnOneCore } from "../../support/on-one-core.ts";
import { readLessons } from "../../support/program.ts";

const lessons = readLessons(inject("packageFolder")).filter(({ number }) => number % 2 === 1);
/** Beside the lessons with even numbers, which have the first core. */
const core = hasCore(1) ? 1 : 0;

describe.skipIf(!hasCore(0))("on one core", () => {
  test.each(lessons)(
    "lesson $number, $title: every statement is true, and no right answer is graded wrong",
    (lesson) => takeOnOneCore(lesson, core),
  );
});
