/** The screens put up on a fake terminal, as the program puts them up on the real one. */
import nodeConsole from "node:console";
import { onTestFinished, vi } from "vitest";
import type { Action } from "../../../src/app/actions.ts";
import { reduce } from "../../../src/app/reducer.ts";
import { createStore, type Store } from "../../../src/app/store.ts";
import type { AppState } from "../../../src/app/state.ts";
import type { LanesPainter } from "../../../src/ui/lanes-painter.ts";
import type { Screens } from "../../../src/ui/mount.tsx";
import { type FakeTerminal, openFakeTerminal, useAsOwn } from "./fake-terminal.ts";

export interface Mounted {
  readonly terminal: FakeTerminal;
  readonly store: Store<AppState>;
  readonly screens: Screens;
  /** What has been dispatched, in order. */
  readonly actions: readonly Action[];
  readonly guard: { readonly armed: boolean };
  /** What the lanes show from now on. */
  paint(sign: string, moving?: boolean): void;
  type(bytes: string): void;
}

export async function mount(
  initial: AppState,
  options: { readonly alternateScreen?: boolean } = {},
): Promise<Mounted> {
  const terminal = openFakeTerminal(initial.size.columns, initial.size.rows);
  useAsOwn(terminal);
  // Ink makes a console of its own meanwhile; the one of the tests can't be made twice.
  vi.stubGlobal("console", nodeConsole);
  onTestFinished(() => void vi.unstubAllGlobals());
  // As the program does: ink calls it, and Node 20 does not have it.
  const { defer } = await import("../../support/deferred.ts");
  if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers: defer });
  const { mountScreens } = await import("../../../src/ui/mount.tsx");

  const actions: Action[] = [];
  const store = createStore<AppState>(
    initial,
    (state, action) => {
      actions.push(action);
      return reduce(state, action);
    },
    () => {},
  );
  let sign = "#";
  let moving = false;
  const painter: LanesPainter = {
    draw: (width, height) => Array.from({ length: height }, () => sign.repeat(width)),
    isMoving: () => moving,
    replay: () => {},
    frames: 0,
    last: null,
  };
  const guard = {
    armed: false,
    arm() {
      guard.armed = true;
    },
    disarm() {
      guard.armed = false;
    },
  };
  const screens = mountScreens({
    store,
    painter,
    guard,
    alternateScreen: options.alternateScreen ?? true,
  });
  onTestFinished(async () => {
    screens.close(0);
    await screens.closed;
  });
  return {
    terminal,
    store,
    screens,
    actions,
    guard,
    paint(next, isMoving = false) {
      sign = next;
      moving = isMoving;
    },
    type: (bytes) => void terminal.stdin.write(bytes),
  };
}
