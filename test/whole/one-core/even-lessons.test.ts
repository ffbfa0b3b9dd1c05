/** Everything on one core: what is said must be so there too. */
import { describe, expect, inject, test } from "vitest";
import { hasCore, openOnCore, takeOnOneCore } from "../../support/on-one-core.ts";
import { readLessons } from "../../support/program.ts";
import { flatten } from "../../support/screens.ts";
import { waitForKind } from "../../support/walker.ts";

const lessons = readLessons(inject("packageFolder")).filter(({ number }) => number % 2 === 0);
/** Beside the lessons with odd numbers, which have the next core. */
const core = 0;

describe.skipIf(!hasCore(core))("on one core", () => {
  test("home says so", async () => {
    const terminal = openOnCore(core, []);
    const { body } = await waitForKind(terminal, "home");
    expect(flatten(body)).toContain("1 core to use");
    expect(flatten(body)).toContain("With one core, nothing can run at the same moment");
  });

  test.each(lessons)(
    "lesson $number, $title: every statement is true, and no right answer is graded wrong",
    (lesson) => takeOnOneCore(lesson, core),
  );
});
