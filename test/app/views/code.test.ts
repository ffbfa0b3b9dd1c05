import { describe, expect, test } from "vitest";
import { layOutCode } from "../../../src/app/views/code-view.ts";
import { lessons } from "../support/lessons.ts";
import { textOf } from "./judge.ts";

const tonesOf = (text: string) =>
  layOutCode(text).flatMap((row) => row.map(({ text: part, tone }) => `${tone}:${part}`));

describe("a code file", () => {
  test("is shown as it stands", () => {
    for (const lesson of lessons) {
      for (const text of Object.values(lesson.code)) {
        expect(layOutCode(text).map(textOf).join("\n")).toBe(text.trimEnd());
      }
    }
  });

  test("tells comments, strings and keywords apart", () => {
    expect(tonesOf('const a = "if"; // for')).toEqual([
      "keyword:const",
      "code: a = ",
      'string:"if"',
      "code:; ",
      "comment:// for",
    ]);
    expect(tonesOf("await taskOf(format)")).toEqual(["keyword:await", "code: taskOf(format)"]);
  });

  test("keeps its empty lines but for those at its end", () => {
    expect(layOutCode("a\n\nb\n\n").map(textOf)).toEqual(["a", "", "b"]);
  });
});
