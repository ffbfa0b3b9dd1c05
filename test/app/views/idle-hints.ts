/** Which of the keys that a screen shows do nothing on it. */
import type { AppState } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { send } from "../support/drive.ts";
import { keyOf } from "../support/keys.ts";
import type { NamedState } from "./screens.ts";

/** Keys that a hint names. */
const named: Readonly<Record<string, readonly string[]>> = {
  Enter: ["enter"],
  Esc: ["escape"],
  Tab: ["tab"],
  Space: ["space"],
  "↑↓": ["up", "down"],
  "←→": ["left", "right"],
  "→": ["right"],
  "←": ["left"],
  "h l": ["h", "l"],
  "↑↓ ←→": ["up", "down", "left", "right"],
  "p n": ["p", "n"],
  "1 2": ["1", "2"],
  "+-": ["+", "-"],
  "any key": ["x"],
  "any other key": ["x"],
};
const keysOf = (hint: string) => named[hint] ?? [hint];

function acts(state: AppState, name: string): boolean {
  const update = send(state, { type: "key", key: keyOf(name), at: "" });
  const seen = ({ screen, help, notices }: AppState) => JSON.stringify([screen, help, notices]);
  return update.effects.length > 0 || seen(update.state) !== seen(state);
}

/** Hints none of whose keys acts. */
export function idleHints({ name, state }: NamedState): string[] {
  return (
    viewScreen(state)
      .keys.filter(({ key }) => !keysOf(key).some((one) => acts(state, one)))
      // What is chosen already, or has nothing to choose from, does not move.
      .filter(({ does }) => !["choose", "view"].includes(does))
      .map(({ key, does }) => `${name}: ${key} ${does}`)
  );
}
