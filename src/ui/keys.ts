import type { Key as InkKey } from "ink";
import type { Key } from "../app/actions.ts";

/** What was typed, as the reducer knows it. Control and meta combinations mean nothing here. */
export function readKeys(input: string, key: InkKey): Key[] {
  if (key.ctrl || key.meta || key.eventType === "release") return key.escape ? [{ name: "escape" }] : [];
  if (key.upArrow) return [{ name: "up" }];
  if (key.downArrow) return [{ name: "down" }];
  if (key.leftArrow) return [{ name: "left" }];
  if (key.rightArrow) return [{ name: "right" }];
  if (key.return) return [{ name: "enter" }];
  if (key.escape) return [{ name: "escape" }];
  if (key.tab) return [{ name: key.shift ? "backtab" : "tab" }];
  if (key.pageUp) return [{ name: "pageup" }];
  if (key.pageDown) return [{ name: "pagedown" }];
  if (key.home) return [{ name: "home" }];
  if (key.end) return [{ name: "end" }];
  if (key.backspace || key.delete) return [];
  // Fast typing and slow lines bring several characters at once.
  return [...input].flatMap((character): Key[] => {
    if (character === "\r") return [{ name: "enter" }];
    if (character === "\t") return [{ name: "tab" }];
    return character < " " || character === "\u007f" ? [] : [{ name: "character", character }];
  });
}
