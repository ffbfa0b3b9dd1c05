import { expect, test } from "vitest";
import { measuredIn } from "../../src/app/measured.ts";
import type { AppState } from "../../src/app/state.ts";
import { nameVariant } from "../../src/lessons/questions/words.ts";
import { speak } from "../../src/text/say.ts";
import { lessonIndex, lessons } from "../app/support/lessons.ts";
import { runEveryLab } from "../app/support/measured.ts";
import { makeState } from "../app/support/state.ts";

/** What lesson 4 calls a run with two workers. */
function calledIn(state: AppState): string {
  const lesson = lessons[lessonIndex("04-parallel")];
  if (lesson === undefined) throw new Error("there is no lesson 4");
  return nameVariant("2", measuredIn(state, lesson).labs["workers"]);
}

test("runs that were kept in one language are called by their names in the other", async () => {
  const kept = runEveryLab(makeState());
  expect(calledIn(kept)).toBe("the run with 2 workers");
  await speak("de");
  expect(calledIn(kept)).toBe("Lauf „2 Worker“");
  await speak("en");
});
