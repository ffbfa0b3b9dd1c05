import { describe, expect, test } from "vitest";
import type { VerdictWord } from "../../../src/lab/result.ts";
import type { FirstQuestion, LabRecord, Measured } from "../../../src/lessons/model.ts";
import { gradeQuestion, presentQuestion } from "../../../src/lessons/questions/index.ts";
import { makeMeasured } from "../measured.ts";

const plain = (text: string) => [{ kind: "text", text, style: "plain" }] as const;
const said = (text: string) => [{ when: [], body: [{ kind: "paragraph", text: plain(text) }] }] as const;

const question: FirstQuestion = {
  kind: "first",
  id: "q",
  ask: plain("which is the first"),
  lab: "sweep",
  options: ["small", "large"].map((size) => ({
    a: `p-${size}`,
    b: `s-${size}`,
    text: plain(size),
    why: said(`about ${size}`),
  })),
  none: { text: plain("none"), why: said("about none") },
};

/** What was found of the small pair, and of the large one. */
function measuredWith(...words: readonly VerdictWord[]): Measured {
  const verdicts = words.map((verdict, index) => {
    const { a = "", b = "" } = question.options[index] ?? {};
    return { a, b, ratio: 1, verdict };
  });
  const record: LabRecord = { lab: "sweep", variants: [], verdicts, at: "2025-01-01T00:00:00.000Z" };
  return { ...makeMeasured([]), labs: { sweep: record } };
}

function rightOf(measured: Measured): number[] {
  return [0, 1, 2].filter(
    (index) => gradeQuestion(question, { kind: "option", index }, measured).outcome === "right",
  );
}

describe("which is the first pair of which one is faster", () => {
  test.each<[VerdictWord, VerdictWord, number]>([
    ["faster", "faster", 0],
    ["slower", "faster", 1],
    ["too-close", "faster", 1],
    ["faster", "slower", 0],
    ["slower", "too-close", 2],
    ["slower", "slower", 2],
  ])("small %s, large %s: exactly one answer is right, number %i", (small, large, right) => {
    expect(rightOf(measuredWith(small, large))).toEqual([right]);
  });

  test("is not graded where one of the pairs was not measured", () => {
    const grade = gradeQuestion(question, { kind: "option", index: 0 }, measuredWith("slower"));
    expect(grade).toMatchObject({ outcome: "unmeasured", reason: "not-told" });
    const nothing = gradeQuestion(question, { kind: "option", index: 0 }, { ...makeMeasured([]), labs: {} });
    expect(nothing).toMatchObject({ outcome: "unmeasured", reason: "not-run" });
  });

  test("offers each pair, and none of them", () => {
    const presented = presentQuestion(question, makeMeasured([]));
    expect(presented.kind === "one" && presented.options.map(({ label }) => label)).toEqual([
      plain("small"),
      plain("large"),
      plain("none"),
    ]);
  });
});
