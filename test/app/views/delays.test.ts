import { describe, expect, test } from "vitest";
import { layOutResources } from "../../../src/app/views/charts-view.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { formatMs } from "../../../src/text/format.ts";
import { labState, openAt } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";
import { textOf } from "./judge.ts";

function chartsOf(lesson: string, id: string): { rows: string[]; delays: readonly number[] } {
  const step = everyLab().find((one) => one.lesson.id === lesson && one.step.id === id)?.step;
  if (step === undefined) throw new Error(`no lab ${id}`);
  const opened = openAt(makeState(), lesson, id);
  const { knobs } = labState(opened);
  const { variants, verdicts } = finishLab(orderLab(step.lab, knobs, 4), { cores: 4 });
  const own = { ...labState(opened), run: { kind: "done" as const, variants, verdicts, knobs } };
  const delays = variants.at(-1)?.figures.delays.map(({ lateMs }) => lateMs) ?? [];
  return { rows: layOutResources(opened, own, 100, 26).map(textOf), delays };
}

describe("delays", () => {
  test.each([
    ["of timers", "13-do-not-block-the-loop", "block", "late by"],
    ["of light requests", "13-do-not-block-the-loop", "requests", "answer in"],
  ])("%s are drawn first, with the longest beside them", (_, lesson, lab, title) => {
    const { rows, delays } = chartsOf(lesson, lab);
    expect(rows[0]).toMatch(new RegExp(`^ *${title} `));
    expect(rows[0]).toContain(`most ${formatMs(Math.max(...delays))}`);
  });

  test("are no chart where there are none", () => {
    const { rows } = chartsOf("13-do-not-block-the-loop", "store");
    expect(rows.join("\n")).not.toMatch(/late by|answer in/);
  });
});
