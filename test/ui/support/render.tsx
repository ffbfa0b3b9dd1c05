/** Frames as text, without a terminal. */
import { stripVTControlCharacters } from "node:util";
import { renderToString } from "ink";
import type { AppState } from "../../../src/app/state.ts";
import type { Store } from "../../../src/app/store.ts";
import { App } from "../../../src/ui/app.tsx";
import type { Region } from "../../../src/ui/terminal/screen-writer.ts";

export interface Frame {
  /** Rows without spaces at their ends. */
  readonly rows: readonly string[];
  /** Where the App says that the lanes belong. */
  readonly region: Region | null;
}

/** The whole program's frame of a state; `laneRows` go through Ink where the lanes are not painted. */
export function renderApp(state: AppState, laneRows: readonly string[] = []): Frame {
  const store: Store<AppState> = { getState: () => state, dispatch: () => {}, subscribe: () => () => {} };
  let region: Region | null = null;
  const text = renderToString(
    <App
      store={store}
      now={() => ""}
      onInterrupt={() => {}}
      onLayout={(next) => {
        region = next;
      }}
      laneRows={{ subscribe: () => () => {}, get: () => laneRows }}
    />,
    { columns: state.size.columns },
  );
  return {
    rows: stripVTControlCharacters(text)
      .split("\n")
      .map((row) => row.trimEnd()),
    region,
  };
}
