import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { frameHeight } from "../../src/app/views/frame.ts";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import { sizes } from "../app/support/state.ts";
import { makeState } from "../app/support/state.ts";
import { textOf } from "../app/views/judge.ts";
import { someStates } from "./support/app-states.ts";
import { renderApp } from "./support/render.tsx";

const looks = sizes.flatMap((size) => (["unicode", "ascii"] as const).map((glyphs) => ({ size, glyphs })));

describe.each(looks)("at $size.columns x $size.rows in $glyphs", (look) => {
  const { size, glyphs } = look;
  const rule = (glyphs === "ascii" ? "-" : "─").repeat(size.columns);

  test.each(someStates(look).map(({ name, state }) => [name, state] as const))("%s", (_, state) => {
    const { rows } = renderApp(state);
    const view = viewScreen(state);
    expect(rows).toHaveLength(frameHeight(size));
    for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(size.columns);
    expect(rows[0]?.trimStart()).toMatch(textOf(view.title).slice(0, 20));
    expect(rows[1]).toBe(rule);
    expect(rows.at(-2)).toBe(rule);
    for (const { key } of view.keys.filter((hint) => !/[↑←]/.test(hint.key))) {
      expect(rows.at(-1)).toContain(key);
    }
    const body = [...view.body.above, ...view.body.below].map(textOf);
    for (const line of body) {
      if (line.trim() !== "") expect(rows).toContain(`  ${line}`.trimEnd());
    }
    if (glyphs === "ascii") expect(rows.join("")).toMatch(/^[ -~]*$/);
    // A title may be shortened; nothing else has to be.
    expect(rows.slice(1).join("")).not.toContain("…");
  });
});

describe("a window that is too small", () => {
  test.each([
    [79, 24],
    [40, 10],
    [20, 5],
    [3, 2],
    [1, 1],
  ])("of %i x %i is drawn without going beyond it", (columns, rows) => {
    const frame = renderApp(makeState({ size: { columns, rows } }));
    expect(frame.rows.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
    for (const row of frame.rows) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
    expect(frame.region).toBeNull();
  });
});
