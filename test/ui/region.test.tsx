import { describe, expect, test } from "vitest";
import { bodyWidth } from "../../src/app/views/frame.ts";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import type { Region } from "../../src/ui/terminal/screen-writer.ts";
import { sizes } from "../app/support/state.ts";
import { someStates } from "./support/app-states.ts";
import { renderApp } from "./support/render.tsx";

/** A sign that is on no screen. */
const mark = "$";

/** Where the marks stand in a frame: the one rectangle that they fill, counted from 1. */
function findMarks(rows: readonly string[]): Region | null {
  const marked = rows.flatMap((row, index) => (row.includes(mark) ? [index] : []));
  const [first] = marked;
  if (first === undefined) return null;
  const left = rows[first]?.indexOf(mark) ?? 0;
  const width = (rows[first]?.lastIndexOf(mark) ?? 0) - left + 1;
  for (const [index, row] of marked.entries()) {
    expect(row).toBe(first + index);
    expect(rows[row]).toBe(" ".repeat(left) + mark.repeat(width));
  }
  return { top: first + 1, left: left + 1, width, height: marked.length };
}

const looks = sizes.flatMap((size) => (["unicode", "ascii"] as const).map((glyphs) => ({ size, glyphs })));

describe.each(looks)("at $size.columns x $size.rows in $glyphs", (look) => {
  const states = someStates(look);

  test.each(states.filter(({ lanes }) => lanes).map(({ name, state }) => [name, state] as const))(
    "the lanes of %s are painted exactly where their box is",
    (_, state) => {
      const painted = renderApp(state);
      const { lanesHeight } = viewScreen(state).body;
      const unpainted = { ...state, display: { ...state.display, painted: false } };
      const row = mark.repeat(bodyWidth(state.size));
      const inText = renderApp(
        unpainted,
        Array.from({ length: lanesHeight ?? 0 }, () => row),
      );
      expect(painted.region).not.toBeNull();
      expect(painted.region).toEqual(findMarks(inText.rows));

      // Ink keeps the box blank, and everything around it is the same either way.
      expect(painted.rows).toEqual(inText.rows.map((text) => (text.includes(mark) ? "" : text)));
    },
  );

  test.each(states.filter(({ lanes }) => !lanes).map(({ name, state }) => [name, state] as const))(
    "there is nothing to paint on %s",
    (_, state) => {
      expect(renderApp(state).region).toBeNull();
    },
  );

  test("nothing is painted where the lanes go through Ink", () => {
    for (const { state } of states) {
      expect(renderApp({ ...state, display: { ...state.display, painted: false } }).region).toBeNull();
    }
  });
});
