import { expect, test } from "vitest";
import type { AppState } from "../../../src/app/state.ts";
import { press } from "./drive.ts";
import { everyKey } from "./keys.ts";
import { summarise } from "./summary.ts";

/** A test for every key there is: what `table` says of it, and nothing for all others. */
export function testEveryKey(state: AppState, table: Readonly<Record<string, string>>): void {
  test.each(everyKey)("%s", (key) => {
    expect(summarise(state, press(state, key))).toBe(table[key] ?? "nothing");
  });

  test("every key of the table was tried", () => {
    expect(Object.keys(table).filter((key) => !everyKey.includes(key))).toEqual([]);
  });
}

/** Keys that do the same on every screen. */
export const everywhere = {
  "?": "help.open false→true",
  q: "asks for quit",
} as const;
