import { describe, expect, test } from "vitest";
import type { Action, Effect } from "../../src/app/actions.ts";
import { createStore } from "../../src/app/store.ts";

const note = (notice: string): Action => ({ type: "noticed", notice });
const quit: Effect = { kind: "quit" };
const abort: Effect = { kind: "abort-lab" };

describe("the store", () => {
  test("tells its listeners of each new state, until they have had enough", () => {
    const store = createStore(
      "",
      (_, action) => ({ state: action.type, effects: [] }),
      () => {},
    );
    const seen: string[] = [];
    const unsubscribe = store.subscribe(() => seen.push(store.getState()));
    store.dispatch(note("a"));
    unsubscribe();
    store.dispatch({ type: "replay-ended" });
    expect(seen).toEqual(["noticed"]);
    expect(store.getState()).toBe("replay-ended");
  });

  test("tells nobody when nothing has changed", () => {
    const store = createStore(
      "same",
      (state) => ({ state, effects: [] }),
      () => {},
    );
    store.subscribe(() => expect.unreachable());
    store.dispatch(note("a"));
  });

  test("hands effects out in their order, after the state has changed and been shown", () => {
    const seen: string[] = [];
    const store = createStore(
      0,
      (state) => ({ state: state + 1, effects: [quit, abort] }),
      (effect) => seen.push(`${effect.kind} ${store.getState()}`),
    );
    store.subscribe(() => seen.push(`shown ${store.getState()}`));
    store.dispatch(note("a"));
    expect(seen).toEqual(["shown 1", "quit 1", "abort-lab 1"]);
  });

  test("lets an effect dispatch again", () => {
    const store = createStore(
      0,
      (state, action) => ({ state: state + 1, effects: action.type === "noticed" ? [quit] : [] }),
      () => store.dispatch({ type: "replay-ended" }),
    );
    store.dispatch(note("a"));
    expect(store.getState()).toBe(2);
  });
});
