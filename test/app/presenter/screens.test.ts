import "../../lab/support/patience.ts";
import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { spaceLetters, spaceOut } from "../../../src/app/text/room.ts";
import { lineWidth, line, span } from "../../../src/app/text/lines.ts";
import { layOutKeys } from "../../../src/app/views/keys-view.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { openAt, press } from "../support/drive.ts";
import { everyStep, lessons } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeState, smallest } from "../support/state.ts";
import { problemsOf, textOf } from "../views/judge.ts";
import { idleHints } from "../views/idle-hints.ts";
import { screensOfStep, withPredictions } from "../views/screens.ts";

const projector = { columns: 120, rows: 40 };

const starts = [smallest, projector].flatMap((size) =>
  (["unicode", "ascii"] as const).flatMap((glyphs) => {
    const display = { glyphs, reducedMotion: false, painted: true };
    const fresh = makeState({ size, display });
    return [fresh, runEveryLab(withPredictions(fresh))].map((state) => ({ ...state, presenter: true }));
  }),
);

describe("every screen of a presenter", () => {
  test.each(everyStep())("$name", ({ lesson, step }) => {
    const problems = starts.flatMap((start) =>
      screensOfStep(start, lesson, step).flatMap(({ name, state }) =>
        problemsOf(state).map(
          (problem) => `${state.size.columns} ${state.display.glyphs}, ${name}: ${problem}`,
        ),
      ),
    );
    expect(problems).toEqual([]);
  });

  test.each(everyStep())("$name shows no key that does nothing", ({ lesson, step }) => {
    const idle = starts
      .filter(({ display }) => display.glyphs === "unicode")
      .flatMap((start) => screensOfStep(start, lesson, step).flatMap(idleHints));
    expect(idle).toEqual([]);
  });

  test("names right, and nowhere Enter, in the row of keys", () => {
    for (const start of starts) {
      for (const { lesson, step, name } of everyStep()) {
        const state = openAt(start, lesson, step);
        const keys = textOf(layOutKeys(viewScreen(state).keys, state.size.columns - 2, state.display));
        expect(keys, name).toMatch(state.display.glyphs === "ascii" ? /^> \w/ : /^→ \w/);
        expect(keys, name).not.toContain("Enter");
        expect(viewScreen(state).body.below.map(textOf).join("\n"), name).not.toContain("Enter");
      }
    }
  });
});

const room = makeState({ presenter: true, size: smallest });
const rowsOf = (state: AppState) => viewScreen(state).body.above.map(textOf);

describe("text", () => {
  test("has an empty row between its rows, and short rows", () => {
    const rows = rowsOf(openAt(room, 0, 0));
    expect(rows.length).toBeGreaterThan(10);
    for (const [index, row] of rows.entries()) {
      if (row !== "") expect(rows[index + 1] ?? "").toBe("");
      expect(row.length).toBeLessThanOrEqual(64);
    }
  });

  test("of a question is on the screen as a whole wherever it was without a presenter", () => {
    const missing = [smallest, projector].flatMap((size) =>
      everyStep().filter(({ lesson, step }) => {
        const lines = (presenter: boolean) => {
          const state = openAt({ ...room, presenter, size }, lesson, step);
          const asks = lessons[lesson]?.steps[step]?.kind;
          return asks === "predict" || asks === "quiz"
            ? rowsOf(state)
                .filter((row) => row !== "")
                .join(" ")
            : "";
        };
        const words = (text: string) => text.split(/\s+/).filter((word) => /[a-z]/i.test(word));
        // The row that gives the answer comes on top.
        return words(lines(true)).length < words(lines(false)).length;
      }),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("keeps rows of program code together", () => {
    const rows = [
      line("text"),
      [span("  a", "code")],
      [span("  b", "keyword"), span(" c", "code")],
      line("text"),
    ];
    expect(spaceOut(rows).lines.map(textOf)).toEqual(["text", "", "  a", "  b c", "", "text"]);
  });

  test("has two empty rows where there was one, and the row under the cursor stays that", () => {
    const spaced = spaceOut([line("a"), line("b"), [], line("c")], 3);
    expect(spaced.lines.map(textOf)).toEqual(["a", "", "b", "", "", "c"]);
    expect(spaced.focus).toBe(5);
  });
});

describe("the title", () => {
  test("is the step alone, with its letters apart, on a band as wide as there is room", () => {
    const { title, position } = viewScreen(openAt(room, 0, 0));
    expect(textOf(title)).toMatch(/^ T h r e e {3}d i s h e s , /);
    expect(title.map(({ tone }) => tone)).toEqual(["banner"]);
    expect(lineWidth(title)).toBe(80 - 4 - lineWidth(position));
  });

  test("has its letters together where there is no room", () => {
    expect(textOf(viewScreen(openAt(room, 0, 1)).title)).toMatch(
      /^ Guess first: three tasks that compute +$/,
    );
  });

  test("is not spelt to a screen reader", () => {
    const display = { ...room.display, painted: false };
    expect(textOf(viewScreen(openAt({ ...room, display }, 0, 0)).title)).toMatch(/^ Three dishes/);
  });

  test("fits its row wherever it is, whatever is beside it", () => {
    for (const start of starts) {
      for (const { lesson, step } of everyStep()) {
        const { title, position } = viewScreen(openAt(start, lesson, step));
        expect(lineWidth(title) + lineWidth(position) + 4).toBeLessThanOrEqual(start.size.columns);
      }
    }
  });

  test("spaces letters by one column and words by three", () => {
    expect(spaceLetters("Ab c")).toBe("A b   c");
  });
});

test("the last row of a list that is ticked says that it gives the answer", () => {
  const opened = openAt(room, "02-sequential", "when-sequential");
  expect(rowsOf(opened).at(-1)).toBe("  This is the answer");
  const below = press(opened, "down", "down", "down", "down").state;
  expect(rowsOf(below).at(-1)).toBe("▶ This is the answer");
  expect(rowsOf({ ...opened, presenter: false }).join()).not.toContain("This is the answer");
  expect(rowsOf(press(below, "right").state).at(-1)).toBe("Tick at least one with Right.");
});

test("the help says what the arrow keys do, and that nothing is kept", () => {
  const help = rowsOf(press({ ...room, size: projector }, "?").state).join("\n");
  expect(help).toContain("Keys of a presenter");
  expect(help).toContain("nothing of it is kept");
  expect(help).not.toContain("your place is kept");
});
