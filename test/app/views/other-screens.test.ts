import { describe, expect, test } from "vitest";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import type { AppState } from "../../../src/app/state.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { press, send } from "../support/drive.ts";
import { lessons } from "../support/lessons.ts";
import { makeMachine, makeState, sizes } from "../support/state.ts";
import { problemsOf, textOf } from "./judge.ts";

const glyphSets = ["unicode", "ascii"] as const;
const frames = sizes.flatMap((size) => glyphSets.map((glyphs) => ({ size, glyphs })));
const restricted = {
  ...makeMachine(1),
  cpuModel: "Example(R) Server CPU with a name that goes on and on, Gold Edition 9999X @ 3.00GHz",
  coresInstalled: 256,
  quota: 1.5,
};

function bodyOf(state: AppState): string[] {
  return viewScreen(state).body.above.map(textOf);
}

describe.each(frames)("at $size.columns x $size.rows, $glyphs", ({ size, glyphs }) => {
  const display = { glyphs, reducedMotion: false, painted: true };
  const home = makeState({ size, display });

  test("the list of lessons fits, whichever is chosen, on any machine", () => {
    for (const machine of [makeMachine(4), restricted]) {
      for (const selected of lessons.keys()) {
        expect(problemsOf({ ...home, machine, screen: { kind: "home", selected } })).toEqual([]);
      }
    }
  });

  test("a list of many lessons shows the chosen one", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...(lessons[index % 5] ?? fail()),
      number: index + 1,
    }));
    for (const selected of [0, 1, 20, 58, 59]) {
      const state = { ...home, lessons: many, screen: { kind: "home", selected } as const };
      expect(problemsOf(state)).toEqual([]);
      const cursor = glyphs === "ascii" ? ">" : "▶";
      const chosen = bodyOf(state).find((row) => row.startsWith(cursor));
      expect(chosen).toContain(` ${selected + 1} ${many[selected]?.title ?? ""}`);
    }
  });

  test("the help fits and can be read to its end", () => {
    let state = press(home, "?").state;
    const rows = new Set<string>();
    for (let line = 0; line < 60; line++) {
      expect(problemsOf(state)).toEqual([]);
      for (const row of bodyOf(state)) rows.add(row.trim());
      state = press(state, "down").state;
    }
    const text = [...rows].join(" ");
    for (const word of ["Keys", "Lanes", "Figures", "waiting", "too close to call"])
      expect(text).toContain(word);
  });

  test("a notice fits", () => {
    const notice = "Your progress could not be saved: the disk is full. ".repeat(6);
    const told = send(home, { type: "noticed", notice }).state;
    expect(problemsOf(told)).toEqual([]);
    expect(bodyOf(told).at(-1)).toBe("Press any key.");
  });
});

function fail(): never {
  throw new Error("no such lesson");
}

describe("the list of lessons", () => {
  const rowOf = (state: AppState, number: number) =>
    bodyOf(state).find((row) => row.includes(` ${number} ${lessons[number - 1]?.title ?? "?"}`)) ?? "";

  test("tells how far each lesson has been taken", () => {
    const all = lessons[1]?.steps ?? fail();
    const begun = [
      { kind: "step-done", lesson: "01-difference", step: "computing" } as const,
      ...all.map(({ id }) => ({ kind: "step-done", lesson: "02-sequential", step: id }) as const),
      { kind: "moved", lesson: "03-concurrent", step: "mails" } as const,
    ];
    const state = makeState({ progress: begun.reduce(applyChange, makeState().progress) });
    expect(rowOf(state, 1)).toMatch(/^▶ ◐ 1 .* 1 of \d+ steps$/);
    expect(rowOf(state, 2)).toMatch(/^ {2}✓ 2 .* 5 min$/);
    expect(rowOf(state, 3)).toMatch(/^ {2}◐ 3 .* 0 of \d+ steps$/);
    expect(rowOf(state, 4)).toMatch(/^ {2}○ 4 .* 8 min$/);
  });

  test("shows what the chosen lesson is about, and of no other", () => {
    const text = bodyOf(makeState({ screen: { kind: "home", selected: 1 } })).join(" ");
    expect(text).toContain(lessons[1]?.summary);
    expect(text).not.toContain(lessons[0]?.summary);
  });

  test("says how many lessons there are below those that there is room for", () => {
    const small = (selected: number) =>
      bodyOf(makeState({ size: { columns: 80, rows: 24 }, screen: { kind: "home", selected } }));
    const shown = small(0).filter((row) => /^[▶ ] [○◐✓] \d+ /.test(row)).length;
    expect(shown).toBeLessThan(lessons.length);
    expect(small(0)).toContain(`    ${lessons.length - shown} more below`);
    expect(small(lessons.length - 1).join(" ")).not.toContain("more below");
  });

  const machineText = (changes: Partial<AppState>) => bodyOf(makeState(changes)).join(" ");

  test("says what the program may use, and why it is less than there is", () => {
    expect(machineText({})).toContain("4 cores to use");
    expect(machineText({})).not.toContain("installed");
    const text = machineText({ machine: restricted });
    expect(text).toMatch(/1 core to +use/);
    expect(text).toContain("256 cores installed; this process may run on 1 of them.");
    expect(text).toContain("A control group allows the time of 1.5 cores.");
    expect(text).toContain("With one core, nothing can run at the same moment.");
  });

  test("says nothing of Python: no lesson runs any", () => {
    expect(machineText({})).not.toContain("Python");
  });
});

describe("a window that is too small", () => {
  test.each([
    [79, 24],
    [80, 23],
    [10, 3],
  ])("of %i x %i says how large it has to be", (columns, rows) => {
    const view = viewScreen(makeState({ size: { columns, rows } }));
    const text = view.body.above.map(textOf).join(" ");
    expect(text).toContain(`${columns}x${rows}`);
    expect(text).toContain("80x24");
    expect(view.keys.map(({ key }) => key)).toEqual(["q"]);
  });
});
