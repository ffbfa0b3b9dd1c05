import { describe, expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { openAt, press } from "../support/drive.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeState, smallest } from "../support/state.ts";
import { textOf } from "./judge.ts";
import { withPredictions } from "./screens.ts";

const rowsOf = (state: AppState) => viewScreen(state).body.above.map(textOf);
const measured = runEveryLab(makeState({ size: smallest }));

describe("an answer of several options", () => {
  const several = openAt(measured, "02-sequential", "when-sequential");
  // The first right one and the wrong one; two right ones are missed.
  const answered = press(several, "1", "space", "3", "space", "enter").state;

  test("is marked option by option, in their places", () => {
    const rows = rowsOf(answered);
    const from = rows.findIndex((row) => row.includes("the second step needs"));
    expect(rows.slice(from, from + 4).map((row) => row.trim())).toEqual([
      "✓ the second step needs the result of the first",
      "○ missed: it is fast enough, and the code stays easy to read",
      "✗ it keeps the core from being overloaded",
      "○ missed: the order in which things happen matters",
    ]);
    expect(rows.join(" ")).not.toContain("right is:");
  });

  test("stands below its question where all of it fits", () => {
    const high = rowsOf({ ...answered, size: { columns: 80, rows: 60 } });
    expect(high[0]).toContain("Which of these are good reasons");
    expect(high.join(" ")).toContain("✗ wrong");
  });

  test("is on the screen with its marks where not all of it fits", () => {
    expect(rowsOf(answered).join(" ")).toContain("○ missed: it is fast enough");
  });

  test("is marked at the end of the lesson too", () => {
    const end = openAt({ ...answered, size: { columns: 80, rows: 120 } }, "02-sequential", 8);
    const rows = rowsOf(end);
    expect(rows.map((row) => row.trim())).toContain("You answered: ✗ wrong");
    expect(rows.join(" ")).toContain("✗ it keeps the core from being overloaded");
  });
});

describe("an order", () => {
  const asked = openAt(makeState({ lessons: [madeLesson], size: smallest }), 0, 1);

  test("is shown as it is right, with the place that each item was given", () => {
    const rows = rowsOf(press(asked, "enter").state).map((row) => row.trim());
    const items = rows.filter((row) => /^[✓✗] \d\) /.test(row));
    expect(items.map((row) => row.replace(/^. | \(yours: \d\)$/g, ""))).toEqual([
      "1) open the mail",
      "2) wait for it",
      "3) read it",
      "4) close it",
    ]);
    for (const row of items) expect(row.startsWith("✗")).toBe(row.includes("(yours: "));
  });

  test("names the keys that the help names, before an item is taken and while it is held", () => {
    const hintsOf = (state: AppState) => viewScreen(state).keys.map(({ key, does }) => `${key} ${does}`);
    expect(hintsOf(asked)).toEqual(expect.arrayContaining(["↑↓ choose", "Space take the item"]));
    expect(hintsOf(press(asked, "space").state)).toEqual(
      expect.arrayContaining(["↑↓ move the item", "Space let go"]),
    );
    const help = viewScreen(press({ ...asked, size: { columns: 100, rows: 60 } }, "?").state);
    expect(help.body.above.map(textOf).join(" ")).toContain("take an item to move it");
  });
});

describe("options", () => {
  test("have their numbers apart from what they say", () => {
    const rows = rowsOf(openAt(makeState({ size: smallest }), "02-sequential", "busy-guess"));
    expect(rows.map((row) => row.trim())).toEqual(expect.arrayContaining(["▶ 1) 1 %", "2) 20 %"]));
  });
});

describe("a table that was predicted", () => {
  test("says which of two times is which, and calls an outcome nearly right", () => {
    const end = openAt(
      runEveryLab(withPredictions(makeState({ size: { columns: 80, rows: 120 } })), { slowness: () => 1.25 }),
      "05-race",
      10,
    );
    const rows = rowsOf(end).map((row) => row.trim());
    expect(rows).toContain("predicted → measured");
    expect(rows.join(" ")).toContain("≈ nearly right");
    expect(rows.join(" ")).not.toMatch(/≈ close/);
    expect(rows.join("\n")).not.toMatch(/nearly right\d/);
  });
});
