import { stripVTControlCharacters } from "node:util";
import { render } from "ink";
import { describe, expect, test } from "vitest";
import type { AppState } from "../../src/app/state.ts";
import type { Store } from "../../src/app/store.ts";
import { bodyWidth } from "../../src/app/views/frame.ts";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import { App } from "../../src/ui/app.tsx";
import { usual } from "../app/support/state.ts";
import { someStates } from "./support/app-states.ts";
import { openFakeTerminal } from "./support/fake-terminal.ts";
import { renderApp } from "./support/render.tsx";

const states = someStates({ size: usual, glyphs: "unicode", painted: false });
const withLanes = states.filter(({ lanes }) => lanes).map(({ name, state }) => [name, state] as const);

/** Rows as the painter makes them, with colours. */
function rowsFor(state: AppState): string[] {
  const { lanesHeight } = viewScreen(state).body;
  const width = bodyWidth(state.size) - 10;
  return Array.from(
    { length: lanesHeight ?? 0 },
    (_, row) => `\u001b[31mlane ${String(row).padEnd(5)}\u001b[0m${"#".repeat(width)}`,
  );
}
const plain = (rows: readonly string[]) => rows.map((row) => stripVTControlCharacters(row));

describe("lanes that go through Ink", () => {
  test.each(withLanes)("are rows of text in their place: %s", (_, state) => {
    const lanes = rowsFor(state);
    const { rows } = renderApp(state, lanes);
    const from = 2 + viewScreen(state).body.above.length;
    expect(rows.slice(from, from + lanes.length)).toEqual(plain(lanes).map((row) => `  ${row}`));
  });

  test.each(withLanes)(
    "take no more rows than they have, even if they are of a frame before: %s",
    (_, state) => {
      const late = [...rowsFor(state), "one too many", "two too many"];
      const { rows } = renderApp(state, late);
      expect(rows.join("\n")).not.toContain("too many");
      expect(rows).toHaveLength(usual.rows - 1);
    },
  );

  test.each(withLanes)("are read out by a screen reader: %s", async (_, state) => {
    const { stdout, stdin, writes } = openFakeTerminal(usual.columns, 60);
    const lanes = rowsFor(state);
    const store: Store<AppState> = { getState: () => state, dispatch: () => {}, subscribe: () => () => {} };
    const ink = render(
      <App
        store={store}
        now={() => ""}
        onInterrupt={() => {}}
        onLayout={() => {}}
        laneRows={{ subscribe: () => () => {}, get: () => lanes }}
      />,
      {
        stdout,
        stdin: stdin as unknown as NodeJS.ReadStream,
        isScreenReaderEnabled: true,
        patchConsole: false,
        interactive: true,
      },
    );
    await ink.waitUntilRenderFlush();
    ink.unmount();
    await ink.waitUntilExit();
    const said = stripVTControlCharacters(writes.join(""));
    for (const lane of plain(lanes)) expect(said).toContain(lane);
  });
});
