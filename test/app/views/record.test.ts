import { describe, expect, test } from "vitest";
import { bodyHeight } from "../../../src/app/views/frame.ts";
import { layOutStep } from "../../../src/app/views/step-view.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import type { AppState, RecordScreen } from "../../../src/app/state.ts";
import type { Answer } from "../../../src/lessons/model.ts";
import { applyChange, type ProgressChange } from "../../../src/progress/document.ts";
import { answerEverything } from "../support/answered.ts";
import { placeOf, press } from "../support/drive.ts";
import { lessons } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeState, sizes, smallest } from "../support/state.ts";
import { problemsOf, textOf } from "./judge.ts";

const screen: RecordScreen = { kind: "record", lesson: lessons.length - 1, scroll: 0 };
const at = "2025-01-01T00:00:00.000Z";

function recordOf(state: AppState): string {
  return layOutStep(state, screen).lines.map(textOf).join("\n");
}
function after(state: AppState, ...changes: readonly ProgressChange[]): AppState {
  return { ...state, progress: changes.reduce(applyChange, state.progress) };
}

const fresh = makeState();
const measured = runEveryLab(fresh);
const total = { lesson: "02-sequential", question: "total-guess" };
const predicted = (value: number): ProgressChange => ({
  kind: "predicted",
  ...total,
  answer: { kind: "number", value },
  at,
});
const why = { lesson: "02-sequential", question: "when-sequential" };
const answered = (outcome: "right" | "wrong", answer: Answer): ProgressChange => {
  return { kind: "answered", ...why, outcome, answer, at };
};
const wrong = answered("wrong", { kind: "options", indexes: [2] });
const right = answered("right", { kind: "options", indexes: [0, 1, 3] });
const [section, rest] = [/Wrong at first, right later\n\n(.*?)\n\n/s, /Still wrong\n\n(.*?)\n\n/s];

describe("the record", () => {
  test("of somebody who has done nothing says so, and where to go on", () => {
    const text = recordOf(fresh);
    expect(text).toMatch(/Your predictions: \d+ not made/);
    expect(text).toMatch(/Your answers: \d+ passed over/);
    expect(text).not.toMatch(section);
    expect(text).not.toMatch(rest);
    expect(text).not.toContain("What your runs say");
    expect(text).toContain("learn-concurrency compare");
    expect(text).toContain("Don't Block the Event Loop (or the Worker Pool)");
  });

  test("puts a prediction beside what was measured", () => {
    const text = recordOf(after(measured, predicted(500)));
    expect(text).toMatch(/Your predictions: 1 wrong/);
    expect(text).toMatch(/✗ Guess.*: 500 ms; sequential took 1\.00 s/);
    expect(recordOf(after(measured, predicted(1000)))).toMatch(/Your predictions: 1 right/);
    expect(recordOf(after(fresh, predicted(1000)))).toMatch(/1 not measured(.|\n)*: 1\.00 s; not measured/);
  });

  test("tells what was wrong at first and right later, and what is still wrong", () => {
    const question = "Which of these are good reasons to do things one at a time?";
    const mended = recordOf(after(measured, wrong, right));
    expect(section.exec(mended)?.[1]).toContain(question);
    expect(mended).not.toMatch(rest);
    expect(mended).toContain("1 wrong at first, better later");
    const open = recordOf(after(measured, wrong));
    expect(rest.exec(open)?.[1]).toContain(question);
    expect(open).not.toMatch(section);
    expect(recordOf(after(measured, right))).toContain("1 right at the first try");
  });

  test("counts a wrong prediction that was answered rightly later", () => {
    const later = { kind: "answered", ...total, answer: { kind: "number", value: 1000 }, at } as const;
    const text = recordOf(after(measured, predicted(500), { ...later, outcome: "right" }));
    expect(section.exec(text)?.[1]).toContain("How long for all five?");
    expect(text).toMatch(/Your predictions: 1 wrong/);
  });

  test("says of each experiment what its runs allow, and nothing where the work was not the same", () => {
    const text = recordOf(measured);
    expect(text).toMatch(
      /Run it: tasks that compute\n {4}against sequential: concurrent too close to call; parallel\s+3\.00 times/,
    );
    expect(text).toContain("against the run with 1 worker: 2 workers 2.00 times as fast");
    // A thousand tasks against three: which was faster says nothing.
    expect(text).not.toContain("3, 10, 1,000, 10,000");
  });

  test.each(sizes)(
    "fits and is read to its end with Enter at $columns x $rows",
    (size) => {
      for (const glyphs of ["unicode", "ascii"] as const) {
        const display = { glyphs, reducedMotion: false, painted: true };
        for (const start of [makeState({ size, display }), answerEverything(measured, at)]) {
          let state: AppState = { ...start, size, display, screen };
          const seen = new Set<string>();
          for (let pages = 0; state.screen.kind === "record"; pages++) {
            expect(problemsOf(state)).toEqual([]);
            for (const row of viewScreen(state).body.above) seen.add(textOf(row));
            state = press(state, "enter").state;
            expect(pages).toBeLessThan(100);
          }
          expect(placeOf(state)).toBe(`home ${lessons.length - 1}`);
          expect([...seen].join("\n")).toContain("The Art of Multiprocessor Programming");
        }
      }
    },
    60_000,
  );

  test("scrolls by a line, as far as there is something to see", () => {
    const state: AppState = { ...measured, size: smallest, screen };
    const { length } = layOutStep(state, screen).lines;
    const down = press(state, ...Array.from({ length: length + 5 }, () => "down")).state;
    expect(down.screen).toEqual({ ...screen, scroll: length - bodyHeight(smallest) });
    expect(press(down, "pageup", "up").state.screen).toMatchObject({
      scroll: length - 2 * bodyHeight(smallest),
    });
  });
});
