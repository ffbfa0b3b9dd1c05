import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { labState, openAt, press, send } from "../support/drive.ts";
import { everyStep, lessons } from "../support/lessons.ts";
import { everyLab } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { finishLab } from "../support/runs.ts";
import { makeState, sizes } from "../support/state.ts";
import { idleHints } from "./idle-hints.ts";
import { screensOfStep } from "./screens.ts";

describe("the keys shown", () => {
  const starts = sizes.flatMap((size) => [makeState({ size }), runEveryLab(makeState({ size }))]);

  test.each(everyStep())("$name: at least one key of each hint acts", ({ lesson, step }) => {
    const idle = starts.flatMap((start) => screensOfStep(start, lesson, step).flatMap(idleHints));
    expect(idle).toEqual([]);
  });

  test("say how to quit or to leave on every screen", () => {
    for (const { lesson, step } of everyStep()) {
      for (const { name, state } of screensOfStep(makeState(), lesson, step)) {
        const keys = viewScreen(state).keys.map(({ key }) => key);
        expect(keys.includes("q") || keys.includes("Esc"), name).toBe(true);
      }
    }
  });

  test("say what Enter will do", () => {
    const enterOf = (state: AppState) => viewScreen(state).keys.find(({ key }) => key === "Enter")?.does;
    const lab = openAt(makeState(), "01-difference", "computing");
    const step = everyLab().find(({ step: { id } }) => id === "computing")?.step;
    if (step === undefined) throw new Error("no lab");
    const running = press(lab, "enter").state;
    const done = send(running, finishLab(orderLab(step.lab, labState(lab).knobs, 4), { cores: 4 })).state;
    const quiz = openAt(makeState(), "01-difference", "waiting-fastest");
    const last = lessons.length - 1;
    expect([
      enterOf(makeState()),
      enterOf(openAt(makeState(), "01-difference", 0)),
      enterOf(openAt(makeState(), "01-difference", "computing-guess")),
      enterOf(lab),
      enterOf(running),
      enterOf(done),
      enterOf(quiz),
      enterOf(press(quiz, "enter").state),
      enterOf(openAt(makeState(), "01-difference", 11)),
      enterOf(openAt(makeState(), last, lessons[last]?.steps.length ?? 0)),
    ]).toEqual([
      "open",
      "next",
      "predict",
      "run",
      undefined,
      "next",
      "answer",
      "go on",
      "next lesson",
      "your record",
    ]);
  });
});
