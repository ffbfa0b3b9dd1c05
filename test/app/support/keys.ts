/** Keys by name. */
import type { Key } from "../../../src/app/actions.ts";

const named = [
  "up",
  "down",
  "left",
  "right",
  "enter",
  "escape",
  "tab",
  "backtab",
  "pageup",
  "pagedown",
  "home",
  "end",
] as const;

/** `enter`, `tab` and so on are keys of that name; anything else is the character typed. */
export function keyOf(name: string): Key {
  const special = named.find((known) => known === name);
  if (special !== undefined) return { name: special };
  return { name: "character", character: name === "space" ? " " : name };
}

/** Every key that means something somewhere, and some that mean nothing anywhere. */
export const everyKey: readonly string[] = [...named, "space", ..."ghjklnprsuq?+=-0129xZé漢"];
