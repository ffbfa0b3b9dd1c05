import { describe, expect, test } from "vitest";
import { layOutBlocks } from "../../../src/app/text/blocks.ts";
import type { Block, Measured, Rich } from "../../../src/lessons/model.ts";
import { makeMeasured, twoCores } from "../../lessons/measured.ts";
import { plain } from "../support/made-lesson.ts";
import { textOf } from "../views/judge.ts";

const nothing = makeMeasured([]);
const wall: Rich = [
  { kind: "text", text: "It took ", style: "plain" },
  {
    kind: "figure",
    ref: { kind: "run", lab: "computing", variant: "parallel", field: "wall" },
    style: "strong",
  },
  { kind: "text", text: " here.", style: "emphasis" },
];
const lay = (blocks: readonly Block[], measured: Measured = nothing, width = 40) =>
  layOutBlocks(blocks, measured, width).map(textOf);

describe("prose", () => {
  test("has an empty line between blocks, and none around them", () => {
    expect(
      lay([
        { kind: "paragraph", text: plain("One.") },
        { kind: "paragraph", text: plain("Two.") },
      ]),
    ).toEqual(["One.", "", "Two."]);
  });

  test("lists items with marks, their lines under one another", () => {
    const items = [plain("a first item of some length"), plain("b")];
    expect(lay([{ kind: "list", ordered: false, items }], nothing, 16)).toEqual([
      "• a first item",
      "  of some length",
      "• b",
    ]);
    expect(lay([{ kind: "list", ordered: true, items }], nothing, 40)).toEqual([
      "1. a first item of some length",
      "2. b",
    ]);
  });

  test("puts a bar before every line of a quote", () => {
    expect(lay([{ kind: "quote", text: plain("one two three") }], nothing, 10)).toEqual([
      "│ one two",
      "│ three",
    ]);
  });

  test("leaves code as it stands", () => {
    expect(lay([{ kind: "code", language: "js", text: "if (a)\n  b();" }])).toEqual(["  if (a)", "    b();"]);
  });

  test("puts the learner's figures in their places and shows that they are", () => {
    expect(lay([{ kind: "paragraph", text: wall }], twoCores)).toEqual(["It took 402 ms here."]);
    const [line] = layOutBlocks([{ kind: "paragraph", text: wall }], twoCores, 40);
    expect(line?.map(({ tone }) => tone)).toEqual(["plain", "figure", "emphasis"]);
  });
});

describe("a finding", () => {
  const finding: Block = {
    kind: "finding",
    said: [
      {
        when: [{ kind: "verdict", lab: "computing", a: "parallel", b: "sequential", words: ["faster"] }],
        body: [
          { kind: "paragraph", text: wall },
          { kind: "paragraph", text: plain("Faster.") },
        ],
      },
      { when: [], body: [{ kind: "paragraph", text: plain("Not faster.") }] },
    ],
  };

  test("says what the run has shown", () => {
    expect(lay([finding], twoCores)).toEqual(["It took 402 ms here.", "", "Faster."]);
  });

  test("says, within the width, that there was no run yet", () => {
    for (const width of [20, 40, 92]) {
      const lines = lay([finding], nothing, width);
      expect(lines.join(" ")).toContain("a run that you have not made yet");
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  test("that says nothing leaves no gap", () => {
    const silent: Block = { kind: "finding", said: [{ when: [], body: [] }] };
    expect(lay([{ kind: "paragraph", text: plain("One.") }, silent])).toEqual(["One."]);
  });
});
