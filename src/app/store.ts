import type { Action, Effect } from "./actions.ts";

/** Holds the state, and hands out what the reducer asks for. */
export interface Store<State, Act = Action> {
  getState(): State;
  dispatch(action: Act): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

/** Effects run after the state has changed, in order; they may dispatch again. */
export function createStore<State, Act = Action, Eff = Effect>(
  initial: State,
  reduce: (state: State, action: Act) => { readonly state: State; readonly effects: readonly Eff[] },
  perform: (effect: Eff) => void,
): Store<State, Act> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(action) {
      const update = reduce(state, action);
      const changed = update.state !== state;
      state = update.state;
      if (changed) for (const listener of listeners) listener();
      for (const effect of update.effects) perform(effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
