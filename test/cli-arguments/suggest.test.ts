import { expect, test } from "vitest";
import { resolveLessonId } from "../../src/cli/arguments/lesson-id.ts";
import { suggest } from "../../src/cli/arguments/suggest.ts";

const words = ["list", "lesson", "run", "compare", "doctor", "reset", "help"];

test.each([
  ["lst", "list"],
  ["lessons", "lesson"],
  ["LIST", "list"],
  ["comprae", "compare"],
  ["doc", "doctor"],
  ["rest", "reset"],
  ["quit", null],
  ["x", null],
  ["", null],
  ["l".repeat(1_000_000), null],
])("for %.20j it suggests %j", (typed, suggestion) => {
  expect(suggest(typed, words)).toBe(suggestion);
});

test.each([
  ["1", "01-difference"],
  ["0001", "01-difference"],
  ["12", "12-locks"],
  ["01-difference", "01-difference"],
  ["locks", "12-locks"],
  ["plain", "plain"],
])("%j is the lesson %s", (typed, id) => {
  expect(resolveLessonId(typed, ["01-difference", "12-locks", "plain"])).toEqual({ state: "found", id });
});

test.each([
  ["2", null],
  ["1.0", null],
  ["-1", null],
  ["diference", "01-difference"],
  ["01-diference", "01-difference"],
  ["12-lock", "12-locks"],
])("%j is no lesson; it suggests %j", (typed, suggestion) => {
  expect(resolveLessonId(typed, ["01-difference", "12-locks"])).toEqual({ state: "unknown", suggestion });
});
