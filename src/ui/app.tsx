import { useInput, usePaste } from "ink";
import { useSyncExternalStore } from "react";
import type { Action, Key } from "../app/actions.ts";
import type { AppState, Size } from "../app/state.ts";
import type { Store } from "../app/store.ts";
import { bodyWidth, isTooSmall } from "../app/views/frame.ts";
import { viewScreen } from "../app/views/screen-view.ts";
import { readKeys } from "./keys.ts";
import { Screen } from "./screen.tsx";
import type { Region } from "./terminal/screen-writer.ts";

export interface AppProps {
  readonly store: Store<AppState>;
  readonly now: () => string;
  readonly onInterrupt: () => void;
  /** Told with every frame where the box for the lanes is, if they are painted. */
  readonly onLayout: (region: Region | null, size: Size) => void;
  /** Rows of the lanes, where they go through Ink. */
  readonly laneRows: {
    readonly subscribe: (listener: () => void) => () => void;
    readonly get: () => readonly string[];
  };
}

/** Connects the state to the screen, and keys to the reducer. */
export function App({ store, now, onInterrupt, onLayout, laneRows }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const rows = useSyncExternalStore(laneRows.subscribe, laneRows.get);
  useInput((input, key) => {
    if (key.ctrl && input === "c") return onInterrupt();
    for (const read of readKeys(input, key)) dispatchKey(store.dispatch, read, now());
  });
  // A paste is no series of keys: without this, pasted text would run through the lessons.
  usePaste(() => {});

  const view = viewScreen(state);
  const { lanesHeight, above } = view.body;
  onLayout(
    lanesHeight === null || !state.display.painted || isTooSmall(state.size)
      ? null
      : { top: firstBodyRow + above.length, left: 3, width: bodyWidth(state.size), height: lanesHeight },
    state.size,
  );
  return (
    <Screen
      view={view}
      size={state.size}
      display={state.display}
      laneRows={state.display.painted ? null : rows}
    />
  );
}

/** Title and rule come first. */
const firstBodyRow = 3;

function dispatchKey(dispatch: (action: Action) => void, key: Key, at: string): void {
  dispatch({ type: "key", key, at });
}
