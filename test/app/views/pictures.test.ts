import { describe, expect, test } from "vitest";
import { drawPicture } from "../../../src/lab/pictures/half-blocks.ts";
import type { ShownVariant } from "../../../src/app/state.ts";
import { viewsOf } from "../../../src/app/screens/lab-screen.ts";
import { layOutPictures } from "../../../src/app/views/pictures-view.ts";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { labState, openAt } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";
import { textOf } from "./judge.ts";

const found = everyLab().find(({ step: { id } }) => id === "picture")?.step;
if (found === undefined) throw new Error("no lab");
const { lab } = found;
const opened = openAt(makeState(), "09-both-at-once", "picture");
const { knobs } = labState(opened);
const { variants, verdicts } = finishLab(orderLab(lab, knobs, 4), { cores: 4 });
const shown = variants.at(-1)?.figures.pictures;
if (!shown) throw new Error("no pictures");
const display = { glyphs: "unicode", reducedMotion: false, painted: true, colour: "truecolor" } as const;

function layOut(width: number, room: number, changed: readonly ShownVariant[] = variants, look = display) {
  const own = {
    ...labState(opened),
    run: { kind: "done" as const, variants: changed, verdicts, knobs },
    shown: "parallel",
  };
  return layOutPictures({ ...opened, display: look }, own, width, room);
}

describe("the pictures of a run", () => {
  test("are those that it kept: before on the left, after on the right, two columns between them", () => {
    const [, ...rows] = layOut(82, 60);
    const look = { glyphs: "unicode", colour: "truecolor" } as const;
    const before = drawPicture(shown.before, 40, 15, look);
    const after = drawPicture(shown.after, 40, 15, look);
    expect(before).not.toEqual(after);
    expect(rows.map(textOf)).toEqual(before.map((row, index) => `${row}  ${after[index]}`));
  });

  test.each([
    [76, 10],
    [76, 14],
    [116, 26],
    [200, 60],
    [40, 3],
    [1, 1],
  ])("fit into %i columns and %i rows", (width, room) => {
    const lines = layOut(width, room);
    expect(lines.length).toBeLessThanOrEqual(Math.max(2, room));
    for (const line of lines.slice(1)) expect(lineWidth(line)).toBeLessThanOrEqual(Math.max(4, width));
  });

  test("are shades where there is no colour", () => {
    const [, row] = layOut(76, 14, variants, { ...display, colour: "none" } as never);
    expect(textOf(row ?? [])).not.toContain("\u001b");
  });

  test("are not made up where the run kept none", () => {
    const without = variants.map((one) => ({ ...one, figures: { ...one.figures, pictures: null } }));
    expect(layOut(76, 14, without).map(textOf)).toEqual(["In this run there was no picture."]);
  });
});

test("only labs whose tasks are pictures have them among their views", () => {
  const having = everyLab().filter(({ step }) => viewsOf(step.lab).includes("pictures"));
  expect(new Set(having.map(({ lesson: { id } }) => id))).toEqual(
    new Set(["08-when-to-use-which", "09-both-at-once", "13-do-not-block-the-loop"]),
  );
});
