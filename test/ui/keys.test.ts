import type { Key as InkKey } from "ink";
import { describe, expect, test } from "vitest";
import { readKeys } from "../../src/ui/keys.ts";

const none = Object.fromEntries(
  [
    "upArrow",
    "downArrow",
    "leftArrow",
    "rightArrow",
    "pageDown",
    "pageUp",
    "home",
    "end",
    "return",
    "escape",
    "ctrl",
    "shift",
    "tab",
    "backspace",
    "delete",
    "meta",
    "super",
    "hyper",
    "capsLock",
    "numLock",
  ].map((name) => [name, false]),
) as unknown as InkKey;

const read = (input: string, key: Partial<InkKey> = {}) =>
  readKeys(input, { ...none, ...key }).map((one) => ("character" in one ? `'${one.character}'` : one.name));

describe("keys", () => {
  test.each<[string, string, Partial<InkKey>, readonly string[]]>([
    ["up", "", { upArrow: true }, ["up"]],
    ["down", "", { downArrow: true }, ["down"]],
    ["left", "", { leftArrow: true }, ["left"]],
    ["right", "", { rightArrow: true }, ["right"]],
    ["Enter", "\r", { return: true }, ["enter"]],
    ["Escape", "", { escape: true }, ["escape"]],
    ["Escape as some terminals send it", "", { escape: true, meta: true }, ["escape"]],
    ["Tab", "\t", { tab: true }, ["tab"]],
    ["Shift-Tab", "", { tab: true, shift: true }, ["backtab"]],
    ["Page up", "", { pageUp: true }, ["pageup"]],
    ["Page down", "", { pageDown: true }, ["pagedown"]],
    ["Home", "", { home: true }, ["home"]],
    ["End", "", { end: true }, ["end"]],
    ["a letter", "q", {}, ["'q'"]],
    ["a capital", "Q", { shift: true }, ["'Q'"]],
    ["a space", " ", {}, ["' '"]],
    ["a character of two halves", "𝄞", {}, ["'𝄞'"]],
    ["fast typing", "jjk", {}, ["'j'", "'j'", "'k'"]],
    ["typing with Enter in it", "j\rq", {}, ["'j'", "enter", "'q'"]],
    ["typing with Tab in it", "\tq", {}, ["tab", "'q'"]],
    ["typing with control characters in it", "j\u0001\u007fq", {}, ["'j'", "'q'"]],
    ["nothing", "", {}, []],
    ["Backspace", "", { backspace: true }, []],
    ["Delete", "", { delete: true }, []],
    ["Control and a letter", "q", { ctrl: true }, []],
    ["Control and an arrow", "", { ctrl: true, rightArrow: true }, []],
    ["Alt and a letter", "q", { meta: true }, []],
    ["the release of a key", "q", { eventType: "release" }, []],
    ["a key held down", "j", { eventType: "repeat" }, ["'j'"]],
  ])("%s", (_, input, key, expected) => {
    expect(read(input, key)).toEqual(expected);
  });
});
