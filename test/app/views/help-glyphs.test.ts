import { describe, expect, test } from "vitest";
import { drawLanes } from "../../../src/lab/lanes/draw-lanes.ts";
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
