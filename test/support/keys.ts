/** What a terminal sends for a key. */
export const keys = {
  up: "\u001b[A",
  down: "\u001b[B",
  right: "\u001b[C",
  left: "\u001b[D",
  home: "\u001b[H",
  end: "\u001b[F",
  pageUp: "\u001b[5~",
  pageDown: "\u001b[6~",
  enter: "\r",
  escape: "\u001b",
  tab: "\t",
  backtab: "\u001b[Z",
  space: " ",
  ctrlC: "\u0003",
} as const;

export type KeyName = keyof typeof keys;
/** A key by its name, or a single character. */
export type KeyPress = KeyName | (string & {});

export function encodeKey(key: KeyPress): string {
  return Object.hasOwn(keys, key) ? keys[key as KeyName] : key;
}
