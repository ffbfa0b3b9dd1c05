import { describe, expect, test } from "vitest";
import { drawLanes } from "../../../src/lab/lanes/draw-lanes.ts";
import { Cell, glyphs as glyphSets } from "../../../src/lab/lanes/glyphs.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { buildTrace, defaults, toText } from "../../lanes/support.ts";
import { press } from "../support/drive.ts";
import { large, makeState } from "../support/state.ts";
import { textOf } from "./judge.ts";

/** A task that runs, is ready, waits, and is done: every state that a lane can show. */
const trace = buildTrace({ threads: 1, tasks: 2, endMs: 100 }, [
  [0, 0, 0, "started"],
  [25, 0, 0, "yielded"],
  [25, 0, 1, "started"],
  [50, 0, 1, "finished"],
  [50, 0, 0, "resumed"],
  [52, 0, 0, "waiting"],
  [75, 0, 0, "resumed"],
  [77, 0, 0, "finished"],
]);

describe.each(["unicode", "ascii"] as const)("the help in %s", (glyphs) => {
  const [lane = ""] = toText(drawLanes(trace, { ...defaults, view: "tasks", glyphs, width: 60 }));
  const help = press(
    makeState({ size: large, display: { glyphs, reducedMotion: false, painted: true } }),
    "?",
  );
  const rowOf = (word: string) =>
    viewScreen(help.state)
      .body.above.map(textOf)
      .find((row) => row.includes(`  ${word} `)) ?? "";

  test.each(["running", "ready", "waiting"])("shows %s as the lanes do", (word) => {
    const sign = rowOf(word).slice(0, 3).replace("1", "").trim();
    expect(sign).not.toBe("");
    expect(lane).toContain(sign);
  });
});

test.each(["unicode", "ascii"] as const)("the help names every sign of the lanes in %s", (glyphs) => {
  const state = makeState({ size: large, display: { glyphs, reducedMotion: false, painted: true } });
  const rows = viewScreen(press(state, "?").state).body.above.map(textOf);
  const signs = glyphSets[glyphs].cells.slice(0, Cell.digit);
  const expected = [
    [signs[Cell.full], "running"],
    [signs[Cell.waiting], "waiting"],
    [signs[Cell.ready], "ready"],
    [signs[Cell.blank], "idle"],
    [signs[Cell.crowded], "part of a core"],
    [signs[Cell.mixed], "several tasks"],
    [signs[Cell.half], "briefly"],
    [signs[Cell.failed], "failed"],
  ] as const;
  for (const [sign = "", word] of expected) {
    expect(
      rows.find((row) => row.slice(0, 3).includes(sign) && row.slice(3).startsWith(`  ${word} `)),
    ).toBeDefined();
  }
});
